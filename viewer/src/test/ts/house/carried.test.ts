import { Carried } from "../../../main/ts/house/carried";
import type { KeptLine } from "../../../main/ts/store/householdStore";
import { equal, test } from "../harness";

const WALL = 1_800_000_000_000;
const FAR = 450;
const MINUTE = 60_000;

/** A line that was reached, and what is to be kept of it. */
function reached(roundTripMillis: number, kept?: KeptLine): { line: Carried; kept: number[] } {
  const keeps: number[] = [];
  const line = new Carried((bitsPerSecond) => keeps.push(bitsPerSecond));
  line.reached(roundTripMillis, kept, WALL);
  return { line, kept: keeps };
}

const keptBefore = (bitsPerSecond: number, millis: number): KeptLine => ({ bitsPerSecond, atMillis: WALL - millis });

test("line_whoseRelayIsFar_isSupposedToCarryNextToNothing", () => {
  equal(reached(FAR).line.bitsPerSecond, 60_000);
  equal(reached(250).line.bitsPerSecond, 0);
});

test("line_measuredAWhileAgo_isSupposedToBeTheSameUnlessTheRelayIsNear", () => {
  equal(reached(250, keptBefore(350_000, MINUTE)).line.bitsPerSecond, 350_000);
  equal(reached(250, keptBefore(350_000, -MINUTE)).line.bitsPerSecond, 350_000, "the clock was set back by little");
  equal(reached(250, keptBefore(350_000, 20 * MINUTE)).line.bitsPerSecond, 0);
  equal(reached(20, keptBefore(350_000, MINUTE)).line.bitsPerSecond, 0);
});

test("line_farAwayThatCarriedAllBefore_isNotSupposedToCarryLittle", () => {
  equal(reached(FAR, keptBefore(0, 1_000 * MINUTE)).line.bitsPerSecond, 0);
});

test("line_measured_isWhatWasMeasuredAndKept", () => {
  const { line, kept } = reached(FAR);
  line.measures(0); // as with each media link
  equal(line.bitsPerSecond, 60_000);
  line.measures(90_000);
  equal([line.bitsPerSecond, kept], [90_000, [90_000]]);
  line.measures(0);
  equal(line.bitsPerSecond, 0, "nothing is supposed any more");
});

test("line_onWhichPicturesComeWithoutALimit_turnsOutToCarryMoreOnce", () => {
  const { line, kept } = reached(FAR);
  equal(line.turnsOutToCarryMore(60_000), false, "nothing has come");
  line.came(60_000);
  line.came(67_000);
  equal([67_999, 68_000, 68_250].map((millis) => line.turnsOutToCarryMore(millis)), [false, true, false]);
  equal([line.bitsPerSecond, kept], [0, [0]]);
});

test("line_whoseFirstPacketWasLost_turnsOutToBeNearWithTheWelcome", () => {
  const { line, kept } = reached(600);
  line.reached(90, undefined, WALL);
  equal([line.turnsOutToCarryMore(0), line.bitsPerSecond, kept], [true, 0, []], "nothing is known of how far good lines are");
});

test("line_thatIsReachedAgain_isSupposedNothingOfAnew", () => {
  const { line } = reached(250);
  line.reached(5_000, keptBefore(60_000, MINUTE), WALL);
  equal(line.bitsPerSecond, 0);
});
