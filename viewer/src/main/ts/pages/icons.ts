import { svg, type TemplateResult } from "lit";

/** The viewer's own mark: two squares that make a star, and the eye between them. */
export const mark: TemplateResult = svg`<svg viewBox="0 0 48 48" width="36" height="36" aria-hidden="true"
    fill="none" stroke="currentColor" stroke-width="3">
  <rect x="10" y="10" width="28" height="28" />
  <rect x="10" y="10" width="28" height="28" transform="rotate(45 24 24)" />
  <circle cx="24" cy="24" r="5" fill="currentColor" stroke="none" />
</svg>` as unknown as TemplateResult;
