import { html, nothing } from "lit";
import type { Words } from "../i18n/words";
import type { Wanted } from "./houseModel";

/** How far something has come that somebody wants of the home: it is not so before the home has said it. */
export function orderLine(wanted: Wanted | undefined, words: Words): unknown {
  if (wanted === undefined) return nothing;
  const { progress } = wanted;
  const look = progress === "done" ? "done" : progress === "asked" ? "asked" : "trouble";
  return html`<small class=${look} role="status" data-order=${progress}>${orderWords(wanted, words)}</small>`;
}

function orderWords({ progress }: Wanted, words: Words): string {
  if (progress === "asked" || progress === "done" || progress === "unanswered") return words.order[progress];
  return words.orderRefused[progress] ?? words.orderRefusedElse;
}
