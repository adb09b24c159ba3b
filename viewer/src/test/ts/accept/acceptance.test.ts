import { Acceptance } from "../../../main/ts/accept/acceptance";
import { KIND, type Kind, type SealedFrame } from "../../../main/ts/wire/envelope";
import { kidOf, type Track } from "../../../main/ts/wire/kid";
import { equal, test } from "../harness";

const EPOCH = 1_795_426_800;
const MAIN = kidOf(EPOCH, 0);
const STILL = kidOf(EPOCH, 4);
const NONE = new Uint8Array();

function frame(number: number, kind: Kind = KIND.key, dependency = number, kid = MAIN, sizeBytes = 100): SealedFrame {
  return { kid, number, kind, dependency, header: NONE, sealed: NONE, envelope: new Uint8Array(sizeBytes) };
}

const delta = (number: number, dependency: number): SealedFrame => frame(number, KIND.delta, dependency);

function ready(first = 0): Acceptance {
  const acceptance = new Acceptance();
  acceptance.rekeyed(new Set([MAIN, STILL]));
  acceptance.opened(EPOCH, [{ kid: MAIN, first }], 0);
  return acceptance;
}

/** Runs frames that all open and verify; their capture times are their numbers, unless told. */
function take(acceptance: Acceptance, sealed: SealedFrame, micros = 1 + sealed.number): unknown {
  const arrival = acceptance.arrives(sealed, 0);
  return arrival.is === "to-open" ? acceptance.accepted(sealed, micros) : arrival;
}

const PAINTED = { complete: true, paint: true };
const DECODED = { complete: true, paint: false };
const DROPPED = { complete: false, paint: false };

test("arrives_inOrder_isPainted", () => {
  const acceptance = ready();
  equal(
    [frame(0), delta(1, 0), delta(2, 0), frame(3), delta(4, 3)].map((one) => take(acceptance, one)),
    Array(5).fill(PAINTED),
  );
});

const UNKNOWN_EPOCH = { is: "refused", reason: "unknown-epoch" };

test("arrives_epochThatWasNamedAndIsOver_isSupersededAndCounted", () => {
  const acceptance = ready();
  acceptance.beatAnswered(EPOCH + 2, 1);
  equal(take(acceptance, frame(0)), { is: "superseded" });
  equal(take(acceptance, frame(0, KIND.key, 0, kidOf(EPOCH + 1, 0))), { is: "superseded" }, "between two named ones");
  equal(acceptance.counts.superseded, 2);
});

test("arrives_epochBeforeAllThatWereNamed_isRefused", () => {
  const acceptance = ready();
  acceptance.beatAnswered(EPOCH + 1, 1);
  equal(take(acceptance, frame(0, KIND.key, 0, kidOf(EPOCH - 1, 0))), UNKNOWN_EPOCH);
  equal(acceptance.counts.superseded, 0);
});

test("arrives_beforeAnythingWasNamed_isRefusedOnceAYoungerEpochIs", () => {
  const acceptance = new Acceptance();
  const older = frame(0, KIND.key, 0, kidOf(EPOCH - 1, 0));
  equal(take(acceptance, older), { is: "waits" });
  equal(acceptance.opened(EPOCH, [{ kid: MAIN, first: 0 }], 1), { again: [older], refused: [] });
  equal(take(acceptance, older), UNKNOWN_EPOCH);
});

test("arrives_stillOfAnOlderEpochWhoseKeyIsHeld_isPainted", () => {
  const older = kidOf(EPOCH - 1, 4);
  const acceptance = ready();
  acceptance.rekeyed(new Set([MAIN, older]));
  equal(take(acceptance, frame(0, KIND.still, 0, older)), PAINTED);
  equal(take(acceptance, frame(0, KIND.still, 0, kidOf(EPOCH - 2, 4))), UNKNOWN_EPOCH);
});

/** A relay that is asked for the newest still before the home has said a word may still have it on its way. */
test("arrives_stillWhoseKeyANewerCardTookAway_isSupersededAndNoOtherOfItsEpoch", () => {
  const older = kidOf(EPOCH - 1, 4);
  const acceptance = new Acceptance();
  acceptance.rekeyed(new Set([older]));
  acceptance.rekeyed(new Set([MAIN, STILL]));
  acceptance.opened(EPOCH, [{ kid: MAIN, first: 0 }], 0);
  equal(take(acceptance, frame(0, KIND.still, 0, older)), { is: "superseded" });
  equal(take(acceptance, frame(0, KIND.key, 0, kidOf(EPOCH - 1, 0))), UNKNOWN_EPOCH);
});

test("kept_stillThatIsTooOldKeylessOrRepeated_isSupersededAndNeverRefused", () => {
  const acceptance = ready();
  const still = frame(0, KIND.still, 0, STILL);
  equal(acceptance.kept(frame(0, KIND.still, 0, kidOf(EPOCH - 2, 4))), { is: "superseded" });
  equal(acceptance.kept(frame(0, KIND.still, 0, kidOf(EPOCH + 2, 4))), { is: "superseded" });
  equal(acceptance.kept(still), { is: "to-open" });
  acceptance.accepted(still, 1);
  equal(acceptance.kept(still), { is: "superseded" });
  equal(acceptance.counts.superseded, 3);
});

test("arrives_belowTheFirstThatTheHomeNamed_isReplayed", () => {
  const acceptance = ready(5);
  equal(take(acceptance, frame(4)), { is: "refused", reason: "replayed" });
  equal(take(acceptance, frame(5)), PAINTED);
});

test("arrives_again_isReplayed", () => {
  const acceptance = ready();
  take(acceptance, frame(0));
  equal(take(acceptance, frame(0)), { is: "refused", reason: "replayed" });
});

test("arrives_afterOneThatDidNotVerify_isNotReplayed", () => {
  const acceptance = ready();
  equal(acceptance.arrives(frame(9), 0), { is: "to-open" }); // a forgery: it is never accepted
  equal(take(acceptance, frame(0)), PAINTED);
});

test("arrives_afterAHole_isDroppedUntilTheNextKeyFrame", () => {
  const acceptance = ready();
  const taken = [frame(0), delta(2, 0), delta(3, 0), frame(4), delta(5, 4)].map((one) => take(acceptance, one));
  equal(taken, [PAINTED, DROPPED, DROPPED, PAINTED, PAINTED]);
  equal([acceptance.counts.lost, acceptance.counts.skipped], [2, 0]);
});

test("arrives_keyFrameAfterAHole_isASkip", () => {
  const acceptance = ready();
  equal(
    [frame(0), frame(7)].map((one) => take(acceptance, one)),
    [PAINTED, PAINTED],
  );
  equal(acceptance.counts.skipped, 1);
});

test("arrives_deltaOfAnotherKeyFrame_isDropped", () => {
  const acceptance = ready();
  equal(
    [frame(0), frame(1), delta(2, 0)].map((one) => take(acceptance, one)),
    [PAINTED, PAINTED, DROPPED],
  );
});

test("arrives_deltaOfAnotherKid_isDropped", () => {
  const acceptance = ready();
  const sub = kidOf(EPOCH, 1);
  acceptance.rekeyed(new Set([MAIN, sub]));
  equal(
    [frame(0), frame(1, KIND.delta, 0, sub)].map((one) => take(acceptance, one)),
    [PAINTED, DROPPED],
  );
});

test("arrives_afterTheDecoderWasLost_isDroppedUntilTheNextKeyFrame", () => {
  const acceptance = ready();
  take(acceptance, frame(0));
  acceptance.decoderLost();
  equal(
    [delta(1, 0), frame(2)].map((one) => take(acceptance, one)),
    [DROPPED, PAINTED],
  );
});

test("arrives_notNewerThanThePainted_isDecodedOnly", () => {
  const acceptance = ready();
  equal(take(acceptance, frame(0), 1_000), PAINTED);
  equal(take(acceptance, delta(1, 0), 1_000), DECODED);
  equal(take(acceptance, delta(2, 0), 999), DECODED);
  equal(take(acceptance, delta(3, 0), 1_001), PAINTED);
});

test("arrives_withoutKey_waitsAndIsJudgedOnceTheCardComes", () => {
  const acceptance = ready();
  const next = kidOf(EPOCH + 1, 0);
  const waiting = frame(0, KIND.key, 0, next);
  equal(take(acceptance, waiting), { is: "waits" });
  equal(acceptance.rekeyed(new Set([next])), { again: [waiting], refused: [] });
  equal(take(acceptance, waiting), PAINTED);
});

test("arrives_epochThatTheNextAnswerDoesNotName_isRefused", () => {
  const acceptance = ready();
  const foreign = frame(0, KIND.key, 0, kidOf(EPOCH + 9, 0));
  equal(acceptance.arrives(foreign, 1_000), { is: "waits" });
  equal(acceptance.beatAnswered(EPOCH, 999), { again: [], refused: [] }, "an answer to an earlier question");
  equal(acceptance.beatAnswered(EPOCH, 1_000), { again: [], refused: [foreign] });
});

test("arrives_epochThatTheNextAnswerNames_waitsOnForItsCard", () => {
  const acceptance = ready();
  const next = frame(0, KIND.key, 0, kidOf(EPOCH + 1, 0));
  acceptance.arrives(next, 0);
  equal(acceptance.beatAnswered(EPOCH + 1, 1), { again: [], refused: [] });
  equal(acceptance.rekeyed(new Set([next.kid])).again, [next]);
});

test("arrives_waitingUntilItsEpochIsOver_isSuperseded", () => {
  const acceptance = ready();
  const next = frame(0, KIND.key, 0, kidOf(EPOCH + 1, 0));
  acceptance.arrives(next, 0);
  equal(acceptance.beatAnswered(EPOCH + 2, 1).again, [next]);
  equal(acceptance.arrives(next, 2), { is: "superseded" });
});

test("arrives_moreThan64WithoutKey_overflows", () => {
  const acceptance = ready();
  const next = kidOf(EPOCH + 1, 0);
  for (let number = 0; number < 64; number++)
    equal(take(acceptance, frame(number, KIND.key, number, next)), { is: "waits" });
  equal(take(acceptance, frame(64, KIND.key, 64, next)), { is: "overflowed" });
  equal(acceptance.counts.overflowed, 1);
  equal(acceptance.rekeyed(new Set([next])).again.length, 64);
});

test("arrives_moreThan8MiBWithoutKey_overflows", () => {
  const acceptance = ready();
  const big = (number: number): SealedFrame => frame(number, KIND.key, number, kidOf(EPOCH + 1, 0), 3 * 1024 * 1024);
  equal(
    [0, 1, 2].map((number) => (take(acceptance, big(number)) as { is: string }).is),
    ["waits", "waits", "overflowed"],
  );
});

test("arrives_keyThatTheNewestCardTookAway_waits", () => {
  const acceptance = ready();
  acceptance.rekeyed(new Set([kidOf(EPOCH + 1, 0 as Track)]));
  equal(take(acceptance, frame(0)), { is: "waits" });
});

test("next_afterOpenedAndAccepted_isWhatFollows", () => {
  const acceptance = ready(5);
  equal(acceptance.next(MAIN), 5);
  take(acceptance, frame(8));
  equal(acceptance.next(MAIN), 9);
  equal(acceptance.next(STILL), 0);
});
