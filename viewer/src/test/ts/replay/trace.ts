import type { Now } from "../../../main/ts/accept/freshness";
import { decodeBase64url } from "../../../main/ts/wire/codec/base64url";
import type { Bytes } from "../../../main/ts/wire/codec/bytes";

/** One thing that happened to a device, in words, and what the device in Java made of it. */
export interface Happening {
  readonly what: string;
  readonly words: readonly string[];
  readonly verdicts: string[];
  /** Of all messages that devices hear in the history. */
  readonly delivery: number;
}

/** What happened to one device from a relay's welcome to the end of its links. */
export type Visit = readonly Happening[];

const MESSAGES = ["hear", "see"];

/** Reads a history's lines (`proof`, package `trace`). */
export function readTrace(text: string): readonly Visit[] {
  const visits = new Map<string, Happening[]>();
  let delivery = 0;
  for (const line of text.split("\n")) {
    const [number, what, ...words] = line.split(" ");
    if (number === undefined || what === undefined) continue;
    const visit = visits.get(number) ?? [];
    visits.set(number, visit);
    if (what === "=") visit.at(-1)!.verdicts.push(words.join(" "));
    else {
      if (MESSAGES.includes(what)) delivery++;
      visit.push({ what, words, verdicts: [], delivery });
    }
  }
  return [...visits.values()];
}

/** Every happening that has a time begins with it. */
export function timeOf([monotonic, wall]: readonly string[]): Now {
  return { monotonicMillis: Number(monotonic), wallMillis: Number(wall) };
}

export function bytesOf(word: string): Bytes {
  return word === "-" ? new Uint8Array() : decodeBase64url("trace", word);
}
