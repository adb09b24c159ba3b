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

/** Signs of a picture's controls, drawn in one line. */
export const nearer: TemplateResult = drawn("M11 6v10M6 11h10M15.5 15.5L20 20M11 3.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15z");
export const farther: TemplateResult = drawn("M6 11h10M15.5 15.5L20 20M11 3.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15z");
export const full: TemplateResult = drawn("M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5");
export const floating: TemplateResult = drawn("M21 11V5H3v14h8M14 14h8v6h-8z");
export const camera: TemplateResult = drawn("M4 7h4l1.5-2h5L16 7h4v12H4zM12 9.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z");
export const shutters: TemplateResult = drawn("M12 3l9 9-9 9-9-9zM12 8l4 4-4 4-4-4z");
export const people: TemplateResult = drawn("M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14a6.5 6.5 0 0 1 3.5 6");
export const tiles: TemplateResult = drawn("M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 13h7v6h-7z");
export const settings: TemplateResult = drawn("M4 7h9M17 7h3M4 12h3M11 12h9M4 17h11M19 17h1M15 5v4M9 10v4M17 15v4");
export const help: TemplateResult = drawn("M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 16.5v.4");

function drawn(path: string): TemplateResult {
  return svg`<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.8"
    stroke-linecap="round" stroke-linejoin="round"><path d=${path} /></svg>` as unknown as TemplateResult;
}
