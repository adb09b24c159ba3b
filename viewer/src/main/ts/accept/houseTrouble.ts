import type { ByeReason } from "../wire/control";
import { elapsedMillis, type Freshness, HEARD_MILLIS, type Now } from "./freshness";

const RETURN_MILLIS = 10_000;

/** What keeps all pictures of a household away at once, so that it is explained once. */
export type HouseTrouble =
  /** The relay does not answer. */
  | "apart"
  /** The relay says that this device is no member. Only the home can say that for good, and it has not. */
  | "barred"
  /** The relay's operator has suspended the household. */
  | "suspended"
  /** The relay answers, the home does not. */
  | "offline"
  /** The home answers, and serves nobody: it is an old copy of itself. */
  | "behind";

/** What is known of the way to the home at this moment. */
export interface Way {
  readonly relay: "connecting" | "up" | "down" | "barred" | "returning" | "suspended";
  /** Since when the relay is away after it said that it comes back at once. */
  readonly returningSince?: Now | undefined;
  /** Since when the relay says that the home is there. */
  readonly homeSince: Now | undefined;
  readonly isBehind: boolean;
}

/** A relay that said that it comes back at once has a moment to do so before anybody is troubled with more than their age. */
export function isReturning(since: Now | undefined, now: Now): boolean {
  return since !== undefined && elapsedMillis(since, now) <= RETURN_MILLIS;
}

/** A relay that does not know the home yet is there all the same; it is the home that is missing. */
export function relayAfter(bye: ByeReason | undefined): Way["relay"] {
  if (bye === "home-unknown") return "up";
  if (bye === "suspended") return "suspended";
  return bye === "not-a-member" ? "barred" : "down";
}

/** That the home is there is only the relay's word: what counts is whether it answers, and it has 15 s to begin. */
export function houseTrouble(way: Way, freshness: Freshness, now: Now): HouseTrouble | undefined {
  if (way.relay === "down") return "apart";
  if (way.relay === "barred") return "barred";
  if (way.relay === "suspended") return "suspended";
  if (way.relay === "returning") return isReturning(way.returningSince, now) ? undefined : "apart";
  if (way.relay === "connecting") return undefined;
  if (way.homeSince === undefined) return "offline";
  if (!freshness.hears(now) && elapsedMillis(way.homeSince, now) > HEARD_MILLIS) return "offline";
  return way.isBehind ? "behind" : undefined;
}

export function isOfTheHouse(trouble: string): trouble is HouseTrouble {
  return ["apart", "barred", "suspended", "offline", "behind"].includes(trouble);
}
