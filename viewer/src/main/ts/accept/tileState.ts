import type { CameraState, Refusal, ReportReason } from "../wire/letters";
import type { Closure } from "../wire/privacy";
import type { Right } from "../wire/rights";
import { type Freshness, type Now } from "./freshness";
import { houseTrouble, type HouseTrouble, type Way } from "./houseTrouble";

/** What may be said about the picture on a tile. */
export type PictureAge =
  | { readonly is: "none" }
  | { readonly is: "live" }
  /** Taken then or later, by this device's wall clock as it is set now: who shows it can tell its age at any moment. */
  | { readonly is: "aged"; readonly sinceMillis: number }
  /** Nobody can say how old: when it was taken, by the home's clock. */
  | { readonly is: "taken"; readonly captureMicros: number };

/** Why there is no live picture, for people; `none` while there is nothing to explain. */
export type Trouble =
  | "none"
  | "connecting"
  /** A picture came that did not prove to be ours. */
  | "refused"
  | HouseTrouble
  /** Its people have closed it: nobody sees it. */
  | "private"
  /** This device may look at other hours. */
  | "not-now"
  /** This device may not look at it, though it may listen or talk. */
  | "unseen"
  /** The home answers, and does not show this camera. */
  | "declined"
  /** The camera itself, as the home says. */
  | "unreachable"
  | "login"
  | "silent"
  | "unsupported";

/** Which of a camera's picture tracks is shown. */
export type Stream = "main" | "sub" | "small" | "low" | "glimpses";

export interface TileState {
  readonly picture: PictureAge;
  readonly trouble: Trouble;
  /** How far the shutters stand open while a picture is on its way: 0 to 3. */
  readonly step: number;
  /** How many pictures were refused so far. */
  readonly refusals: number;
  /** Whether there is something to hear. */
  readonly hasSound: boolean;
  readonly stream: Stream;
  /** Why it is closed to everybody; nothing while it is open, or while nobody has said why. */
  readonly closure: Closure | undefined;
  /** How many of its pictures did not come in the last minute. */
  readonly leftOut: number;
}

/** What is known of one camera at this moment. */
export interface Situation {
  readonly paintedMicros: number | undefined;
  readonly refused: { readonly reason: ReportReason; readonly at: Now } | undefined;
  readonly acceptedAt: Now | undefined;
  readonly refusals: number;
  readonly way: Way;
  readonly opened: boolean;
  /** Why the home opened no session when it was last asked. */
  readonly declined: Refusal | undefined;
  readonly camera: CameraState;
  readonly decodable: boolean;
  readonly hasSound: boolean;
  readonly stream: Stream;
  readonly rights: readonly Right[] | undefined;
  readonly closure: Closure | undefined;
  readonly leftOut: number;
}

/** A single bad frame among good ones is counted; this long without a good one, the tile closes. */
const REFUSED_AFTER_MILLIS = 1_000;

/** The two clocks do not run quite alike: what stands is not to look like news for that. */
const SINCE_STEP_MILLIS = 50;

/** How often a tile's state is told while nothing else changes it. */
export const TOLD_EACH_MILLIS = 250;

export function tileState(situation: Situation, freshness: Freshness, now: Now): TileState {
  const picture = ageOf(situation.paintedMicros, freshness, now);
  const trouble = troubleOf(situation, picture, freshness, now);
  const step = situation.way.relay !== "up" ? 0 : situation.opened ? 2 : 1;
  const { refusals, hasSound, stream, closure, leftOut } = situation;
  return { picture, trouble, step: picture.is === "none" ? step : 3, refusals, hasSound, stream, closure, leftOut };
}

function ageOf(paintedMicros: number | undefined, freshness: Freshness, now: Now): PictureAge {
  if (paintedMicros === undefined) return { is: "none" };
  if (freshness.isLive(paintedMicros, whenToldAgain(now))) return { is: "live" };
  const age = freshness.ageMillis(paintedMicros, now);
  if (age === undefined || !freshness.hears(now)) return { is: "taken", captureMicros: paintedMicros };
  return { is: "aged", sinceMillis: Math.floor((now.wallMillis - age) / SINCE_STEP_MILLIS) * SINCE_STEP_MILLIS };
}

/** What is told stands until the next is told and shown: nothing is to become too old for its word meanwhile. */
function whenToldAgain({ monotonicMillis, wallMillis }: Now): Now {
  const later = 2 * TOLD_EACH_MILLIS;
  return { monotonicMillis: monotonicMillis + later, wallMillis: wallMillis + later };
}

function troubleOf(situation: Situation, picture: PictureAge, freshness: Freshness, now: Now): Trouble {
  if (situation.closure !== undefined) return "private";
  if (isRefused(situation, now)) return "refused";
  if (picture.is === "live") return "none";
  const ofTheHouse = houseTrouble(situation.way, freshness, now);
  if (ofTheHouse !== undefined) return ofTheHouse;
  const kept = keptBack(situation);
  if (kept !== undefined) return kept;
  if (!situation.decodable) return "unsupported";
  if (situation.camera === "refused") return "login";
  if (situation.camera !== "live" && situation.camera !== "connecting") return situation.camera;
  return picture.is === "aged" ? "none" : "connecting";
}

/** What the home has said of rights, of the last time that it was asked. */
function keptBack({ declined, rights, opened }: Situation): Trouble | undefined {
  if (rights?.length === 0 || (declined === "not-now" && !opened)) return "not-now";
  if ((rights !== undefined && !rights.includes("view")) || declined === "not-allowed") return "unseen";
  if (declined === undefined) return undefined;
  return declined === "private" ? "private" : "declined";
}

function isRefused({ refused, acceptedAt }: Situation, now: Now): boolean {
  if (refused === undefined) return false;
  if (acceptedAt === undefined) return true;
  if (acceptedAt.monotonicMillis >= refused.at.monotonicMillis) return false;
  return now.monotonicMillis - acceptedAt.monotonicMillis > REFUSED_AFTER_MILLIS;
}

/** One word for a tile, which styles and tests read. */
export type TileWord = Exclude<Trouble, "none"> | Exclude<PictureAge["is"], "none">;

/** The trouble where there is one; while connecting, an old picture's age says more. */
export function tileWord({ picture, trouble }: TileState): TileWord {
  if (trouble === "connecting" && picture.is !== "none") return picture.is;
  if (trouble !== "none") return trouble;
  return picture.is === "none" ? "connecting" : picture.is;
}
