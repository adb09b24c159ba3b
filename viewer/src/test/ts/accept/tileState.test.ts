import { Freshness, type Now } from "../../../main/ts/accept/freshness";
import { ReportLimit } from "../../../main/ts/accept/reportLimit";
import { type Situation, tileState, tileWord, type TileWord } from "../../../main/ts/accept/tileState";
import type { CameraId } from "../../../main/ts/wire/ids";
import { equal, table, test } from "../harness";

const at = (seconds: number): Now => ({ monotonicMillis: seconds * 1000, wallMillis: 1e12 + seconds * 1000 });
const micros = (seconds: number): number => 1.8e15 + seconds * 1e6;

const FINE: Situation = {
  paintedMicros: micros(99),
  refused: undefined,
  acceptedAt: at(99),
  refusals: 0,
  hasSound: false,
  stream: "main",
  way: { relay: "up", homeSince: at(10), isBehind: false },
  opened: true,
  declined: undefined,
  camera: "live",
  decodable: true,
  rights: ["listen", "talk", "view"],
  closure: undefined,
  leftOut: 0,
};

const connecting = { way: { relay: "connecting", homeSince: undefined, isBehind: false } } as const;
const apart = { way: { relay: "down", homeSince: undefined, isBehind: false } } as const;
const offline = { way: { relay: "up", homeSince: undefined, isBehind: false } } as const;
const returning = (since: number) =>
  ({ way: { relay: "returning", returningSince: at(since), homeSince: undefined, isBehind: false } }) as const;
const suspended = { way: { relay: "suspended", homeSince: undefined, isBehind: false } } as const;
const behind = { way: { relay: "up", homeSince: at(10), isBehind: true } } as const;

const CLOSED = { by: "Phone", sinceMicros: 1, untilMicros: 0 };
const refusedAt = (seconds: number) => ({ reason: "not-opened" as const, at: at(seconds) });

const rows: readonly (readonly [string, Partial<Situation>, TileWord, string])[] = [
  ["fine", {}, "live", "none"],
  ["oldPicture", { paintedMicros: micros(90) }, "aged", "none"],
  ["nothingYet", { paintedMicros: undefined, acceptedAt: undefined }, "connecting", "connecting"],
  ["relayStillDialled", { ...connecting, paintedMicros: undefined }, "connecting", "connecting"],
  ["relayDown_livePicture", apart, "live", "none"],
  ["relayDown_oldPicture", { ...apart, paintedMicros: micros(90) }, "apart", "apart"],
  ["relayReturning_livePicture", returning(99.5), "live", "none"],
  ["relayReturning_oldPicture", { ...returning(90.5), paintedMicros: micros(90) }, "aged", "none"],
  ["relayReturning_forTooLong", { ...returning(89.5), paintedMicros: micros(90) }, "apart", "apart"],
  ["relaySuspended", { ...suspended, paintedMicros: micros(90) }, "suspended", "suspended"],
  ["homeOffline", { ...offline, paintedMicros: micros(90) }, "offline", "offline"],
  ["homeOffline_noPicture", { ...offline, paintedMicros: undefined }, "offline", "offline"],
  ["homeIsAnOldCopy", { ...behind, opened: false, declined: "behind", paintedMicros: undefined }, "behind", "behind"],
  ["homeIsAnOldCopy_livePicture", behind, "live", "none"],
  ["homeDeclined", { opened: false, declined: "busy", paintedMicros: undefined }, "declined", "declined"],
  ["closed_livePicture", { closure: CLOSED }, "private", "private"],
  ["closed_refusedPicture", { closure: CLOSED, refused: refusedAt(99.5), acceptedAt: undefined }, "private", "private"],
  ["closed_onlyTheSessionSaysSo", { declined: "private", opened: false, paintedMicros: micros(90) }, "private", "private"],
  ["outsideItsHours", { rights: [], opened: false, paintedMicros: micros(90) }, "not-now", "not-now"],
  ["outsideItsHours_onlyTheSessionSaysSo", { declined: "not-now", opened: false, paintedMicros: undefined }, "not-now", "not-now"],
  ["mayOnlyListen", { rights: ["listen"], opened: false, paintedMicros: undefined }, "unseen", "unseen"],
  ["rightWithdrawn", { declined: "not-allowed", opened: false, paintedMicros: undefined }, "unseen", "unseen"],
  ["nothingKnownOfRights", { rights: undefined, paintedMicros: undefined }, "connecting", "connecting"],
  ["cameraUnreachable", { camera: "unreachable", paintedMicros: micros(90) }, "unreachable", "unreachable"],
  ["cameraRefusedItsPassword", { camera: "refused", paintedMicros: undefined }, "login", "login"],
  ["cameraSilent", { camera: "silent", paintedMicros: undefined }, "silent", "silent"],
  ["cameraUnsupported", { camera: "unsupported", paintedMicros: undefined }, "unsupported", "unsupported"],
  ["browserCannotDecode", { decodable: false, paintedMicros: undefined }, "unsupported", "unsupported"],
  [
    "onlyRefusedPictures",
    { refused: refusedAt(99), acceptedAt: undefined, paintedMicros: undefined },
    "refused",
    "refused",
  ],
  ["refusedAndNoGoodOneSince", { refused: refusedAt(99.5), acceptedAt: at(98) }, "refused", "refused"],
  ["refusedAmongGoodOnes", { refused: refusedAt(99.5), acceptedAt: at(99.4) }, "live", "none"],
  ["refusedLongAgo", { refused: refusedAt(50), acceptedAt: at(99) }, "live", "none"],
];

table(
  rows,
  ([name]) => `tileState_${name}_saysSo`,
  ([, part, word, trouble]) => {
    const freshness = new Freshness();
    freshness.answered(at(98), micros(98), at(98));
    const state = tileState({ ...FINE, ...part }, freshness, at(100));
    equal([tileWord(state), state.trouble], [word, trouble]);
  },
);

test("tileState_homeStoppedAnswering_saysWhenItWasTaken", () => {
  const freshness = new Freshness();
  freshness.answered(at(80), micros(80), at(80));
  const state = tileState(FINE, freshness, at(100));
  equal(state.picture, { is: "taken", captureMicros: micros(99) });
  equal(state.trouble, "offline");
});

/** That the home is there is only the relay's word. */
test("tileState_homeSaidToBeThereButNeverHeard_isOfflineAfterFifteenSecondsOpenedOrNot", () => {
  for (const opened of [false, true]) {
    const situation = { ...FINE, opened, paintedMicros: undefined, acceptedAt: undefined };
    equal(tileWord(tileState(situation, new Freshness(), at(25))), "connecting");
    equal(tileWord(tileState(situation, new Freshness(), at(25.001))), "offline");
  }
});

const takenAt = (seconds: number) => ({ is: "aged", sinceMillis: at(seconds).wallMillis });

test("tileState_aged_isTakenThenOrLaterSoThatItIsNeverTooYoung", () => {
  const freshness = new Freshness();
  freshness.answered(at(100), micros(100), at(100));
  equal(tileState({ ...FINE, paintedMicros: micros(94.93) }, freshness, at(100)).picture, takenAt(94.9));
  equal(tileState({ ...FINE, paintedMicros: micros(94.93) }, freshness, at(101)).picture, takenAt(94.9));
});

test("reportLimit_flood_letsOneInFiveSecondsThroughForEachCamera", () => {
  const limit = new ReportLimit();
  const [door, nursery] = ["door", "nursery"] as [CameraId, CameraId];
  const allowed = [0, 1, 4_999, 5_000, 5_001].map((millis) => limit.allows(door, millis));
  equal(allowed, [true, false, false, true, false]);
  equal([limit.allows(nursery, 5_001), limit.allows("stray", 5_001)], [true, true]);
});

test("tileState_pictureThatIsTooOldBeforeItIsToldAgain_isNotCalledLive", () => {
  const freshness = new Freshness();
  freshness.answered(at(100), micros(100), at(100));
  equal(tileState({ ...FINE, paintedMicros: micros(97.5) }, freshness, at(100)).picture, { is: "live" });
  equal(tileState({ ...FINE, paintedMicros: micros(97.4) }, freshness, at(100)).picture, takenAt(97.4));
});
