import { svg, type TemplateResult } from "lit";

/** The viewer's own mark: two squares that make a star, and the eye between them. */
export const mark: TemplateResult = svg`<svg viewBox="0 0 48 48" width="36" height="36" aria-hidden="true"
    fill="none" stroke="currentColor" stroke-width="3">
  <rect x="10" y="10" width="28" height="28" />
  <rect x="10" y="10" width="28" height="28" transform="rotate(45 24 24)" />
  <circle cx="24" cy="24" r="5" fill="currentColor" stroke="none" />
</svg>` as unknown as TemplateResult;

const horn = "M5 9v6h4l6 5V4L9 9z";

/** A loudspeaker that says nothing. */
export const muted: TemplateResult = glyph("M19 9.5l5 5m0-5l-5 5");

/** A loudspeaker that can be heard. */
export const speaking: TemplateResult = glyph("M18.5 8.5a5 5 0 0 1 0 7M21.5 6a9 9 0 0 1 0 12");

function glyph(beside: string): TemplateResult {
  return svg`<svg viewBox="3 0 24 24" width="22" height="22" aria-hidden="true"
    fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
  <path d=${horn} fill="currentColor" />
  <path d=${beside} />
</svg>` as unknown as TemplateResult;
}
