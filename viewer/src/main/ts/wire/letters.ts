import { atMost, flag, items, members, oneOf, type Read, whole, words, zero } from "./codec/shape";
import { exactly } from "./codec/shape";
import { frameNumber } from "./envelope";
import { cameraId, deviceId, householdId, inviteId, MAX_CAMERAS } from "./ids";
import { epoch, kid } from "./kid";
import { closure, housePrivacy } from "./privacy";
import { rightSet, terms, type Terms, type Week } from "./rights";
import { keyCard } from "./keyCard";
import { statementOf, statementSaying } from "./statement";

/** Letters between a device and its home (formats, section 6): what is inside the seal. */
const MAX_SEALED_BYTES = 196_608;
const MAX_TRACKS = 7;
const MAX_DEVICES = 256;
const MAX_INVITES = 32;
const MAX_SECRET_BYTES = 128;
const MAX_SESSIONS = 2 * MAX_CAMERAS;

/** The outside of a letter from the home. */
export const letterFromHome = members({ from: householdId, sealed: atMost(MAX_SEALED_BYTES), to: deviceId });
/** The outside of a letter from a device. */
export const letterToHome = members({ from: deviceId, sealed: atMost(MAX_SEALED_BYTES), to: householdId });

export const CAMERA_STATES = ["live", "connecting", "unreachable", "refused", "silent", "unsupported", "private"] as const;
export type CameraState = (typeof CAMERA_STATES)[number];

export const REPORT_REASONS = ["malformed", "not-opened", "forged", "replayed", "unknown-epoch"] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

export const REFUSALS = [
  "clock",
  "replayed",
  "no-such-camera",
  "no-such-device",
  "not-allowed",
  "not-now",
  "private",
  "no-such-invite",
  "last-manager",
  "removed",
  "behind",
  "busy",
  "malformed",
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Every answer carries the home's clock and the hash of the request that it answers. */
const answered = { clockMicros: whole, request: exactly(32) };

export const ANSWERS = {
  opened: members({
    ...answered,
    camera: cameraId,
    card: statementSaying(keyCard, "key-card"),
    checkpoint: zero,
    epoch,
    memberList: statementOf("member-list"),
    tracks: items(members({ first: frameNumber, kid }), MAX_TRACKS),
  }),
  "beat-answer": members({
    ...answered,
    cameras: items(
      members({ camera: cameraId, captureMicros: whole, epoch, sound: flag, state: oneOf(...CAMERA_STATES) }),
      MAX_CAMERAS,
    ),
    unknown: items(exactly(32), MAX_SESSIONS),
    anew: items(exactly(32), MAX_SESSIONS),
  }),
  "household-answer": members({
    ...answered,
    cameras: items(
      members({ camera: cameraId, closure, name: words, rights: rightSet, state: oneOf(...CAMERA_STATES) }),
      MAX_CAMERAS,
    ),
    devices: items(
      members({ device: deviceId, enrolledMicros: whole, lastSeenMicros: whole, name: words, terms }),
      MAX_DEVICES,
    ),
    invites: items(members({ invite: inviteId, terms, untilMicros: whole }), MAX_INVITES),
    name: words,
    privacy: housePrivacy,
    zone: words,
  }),
  invited: members({ ...answered, invite: inviteId, sealed: atMost(MAX_SECRET_BYTES), untilMicros: whole }),
  ruled: members({ ...answered, memberList: statementOf("member-list") }),
  done: members({ ...answered }),
  refused: members({ ...answered, reason: oneOf(...REFUSALS) }),
} as const;

export type AnswerType = keyof typeof ANSWERS;
export type AnswerOf<T extends AnswerType> = ReturnType<(typeof ANSWERS)[T]>;
export type Opened = AnswerOf<"opened">;
export type BeatAnswer = AnswerOf<"beat-answer">;
export type HouseholdAnswer = AnswerOf<"household-answer">;

export const PUSHES = { "household-changed": members({ clockMicros: whole, memberList: statementOf("member-list") }) } as const;
export type PushType = keyof typeof PUSHES;
export type Push = ReturnType<(typeof PUSHES)[PushType]>;

/** What a device may ask, by type, without the stamp that each has (`held`, `nonce`, `timeMicros`); and the answer that is not a refusal. */
export interface Requests {
  open: {
    members: {
      camera: string;
      checkpoint: number;
      decode: readonly string[];
      purpose: "view" | "listen";
      bitsPerSecond: number;
      heightPixels: number;
    };
    answer: "opened";
  };
  beat: { members: { bitsPerSecond: number; number: number; sessions: readonly string[] }; answer: "beat-answer" };
  close: { members: { session: string }; answer: "done" };
  household: { members: Record<never, never>; answer: "household-answer" };
  remove: { members: { device: string }; answer: "ruled" };
  invite: {
    members: { goodForSeconds: number; replaces: readonly string[]; terms: Terms };
    answer: "invited";
  };
  uninvite: { members: { invite: string }; answer: "done" };
  "set-member": { members: { device: string; name: string; terms: Terms }; answer: "ruled" };
  /** Of a camera, or with an empty one of the house. */
  "set-privacy": {
    members: { camera: string; hand: "closed" | "open" | "by-week"; untilMicros: number; week: Week };
    answer: "ruled";
  };
  report: { members: { camera: string; kid: number; number: number; reason: ReportReason }; answer: "done" };
  newer: { members: { memberList: string }; answer: "done" };
}

export type RequestType = keyof Requests;

export const ANSWER_TO: { readonly [type in RequestType]: Requests[type]["answer"] } = {
  open: "opened",
  beat: "beat-answer",
  close: "done",
  household: "household-answer",
  remove: "ruled",
  invite: "invited",
  uninvite: "done",
  "set-member": "ruled",
  "set-privacy": "ruled",
  report: "done",
  newer: "done",
};

export function isAnswer(type: string): type is AnswerType {
  return Object.hasOwn(ANSWERS, type);
}

export function isPush(type: string): type is PushType {
  return Object.hasOwn(PUSHES, type);
}

export function readerOf<T extends AnswerType>(type: T): Read<AnswerOf<T>> {
  return ANSWERS[type] as Read<AnswerOf<T>>;
}
