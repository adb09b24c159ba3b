import type { Words } from "../i18n/words";
import type { Closure } from "../wire/privacy";

/** "Private until 18:00. Phone closed it: today, 16:20." */
export function closureWords(closure: Closure, words: Words, nowMillis: number): string {
  return `${closureTitle(closure, words, nowMillis)}. ${closureWhy(closure, words, nowMillis)}`;
}

export function closureTitle({ untilMicros }: Closure, words: Words, nowMillis: number): string {
  return untilMicros === 0 ? words.closureOpen : words.closureUntil(words.end(untilMicros, nowMillis));
}

export function closureWhy({ by, sinceMicros }: Closure, words: Words, nowMillis: number): string {
  return by === "" ? words.closureByWeek : words.closureBy(by, words.moment(sinceMicros, nowMillis));
}
