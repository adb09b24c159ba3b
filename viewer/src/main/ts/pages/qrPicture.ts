import { html, type TemplateResult } from "lit";
import { type QrCode, qrCode } from "../qr/qrCode";

const QUIET = 4;

/** A code to be scanned off the screen: dark on light in every theme, with its quiet zone. */
export function qrPicture(text: string, name: string): TemplateResult {
  const code = qrCode(text);
  const size = code.length + 2 * QUIET;
  return html`<svg class="qr" role="img" aria-label=${name} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
    <rect width=${size} height=${size} fill="#fff" />
    <path d=${path(code)} fill="#000" />
  </svg>`;
}

function path(code: QrCode): string {
  return code
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : "")))
    .join("");
}
