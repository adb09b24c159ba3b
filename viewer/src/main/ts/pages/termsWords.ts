import type { CameraName } from "../house/messages";
import type { Words } from "../i18n/words";
import { type Right, RIGHTS, type Rights, type Terms } from "../wire/rights";

/** Rights in the order in which people think of them. */
export const READING: readonly Right[] = ["view", "listen", "talk"];

/** What somebody may, where and when, in a line. */
export function termsLine(terms: Terms, cameras: readonly CameraName[], words: Words, nowMillis: number): string {
  const parts = [what(terms.rights, cameras, words)];
  if (terms.week.length > 0) parts.push(...terms.week.map(words.hours));
  if (terms.untilMicros > 0) parts.push(words.untilWhen(words.end(terms.untilMicros, nowMillis)));
  return parts.join(" · ");
}

function what(rights: Rights, cameras: readonly CameraName[], words: Words): string {
  if (rights.manage && rights.everywhere.length === RIGHTS.length && rights.cameras.length === 0) return words.everything;
  const everywhere = names(rights.everywhere, words);
  const manage = rights.manage ? [words.manage] : [];
  const own = rights.cameras.map(({ camera, rights: at }) =>
    words.otherwise(names(at, words), cameras.find((one) => one.camera === camera)?.name ?? words.someCameras(1)),
  );
  const general = rights.everywhere.length > 0 || own.length === 0 ? [everywhere] : [];
  return [...manage, ...general, ...own].join(" · ");
}

export function names(rights: readonly Right[], words: Words): string {
  return rights.length === 0
    ? words.nothing
    : words.list(READING.filter((right) => rights.includes(right)).map((right) => words.right[right]));
}
