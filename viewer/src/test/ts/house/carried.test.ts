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
  equal(reached(190, keptBefore(350_000, MINUTE)).line.bitsPerSecond, 0);
});

test("line_farAwayThatCarriedAllBefore_isNotSupposedToCarryLittle", () => {
  equal(reached(FAR, keptBefore(0, 20 * 60 * MINUTE)).line.bitsPerSecond, 0);
  equal(reached(FAR, keptBefore(0, 30 * 60 * MINUTE)).line.bitsPerSecond, 60_000, "that was yesterday");
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

/** Pictures come each second, and it is looked at after each. */
function bringsPictures(line: Carried, fromSeconds: number, toSeconds: number): void {
  for (let second = fromSeconds; second <= toSeconds; second++) {
    line.came(1_000 * second);
    line.check();
  }
}

test("line_onWhichPicturesComeWithoutALimit_isSupposedToCarryMoreStepByStep", () => {
  const { line, kept } = reached(FAR);
  bringsPictures(line, 100, 107);
  equal([line.bitsPerSecond, line.isUnderrated], [60_000, false]);
  line.told();
  bringsPictures(line, 108, 108);
  equal([line.bitsPerSecond, line.isUnderrated, line.isNews], [480_000, true, true]);
  line.told();
  equal(line.isUnderrated, false);
  bringsPictures(line, 109, 116);
  equal([line.bitsPerSecond, kept], [3_840_000, []]);
  bringsPictures(line, 117, 124);
  equal([line.bitsPerSecond, line.isUnderrated, kept], [0, true, [0]]);
});

test("line_onWhichNothingComes_isSupposedToCarryNoMore", () => {
  const { line } = reached(FAR);
  bringsPictures(line, 100, 104);
  line.check();
  bringsPictures(line, 110, 114);
  equal(line.bitsPerSecond, 60_000, "five seconds, a tunnel and four seconds are not eight seconds");
});

test("line_whoseFirstPacketWasLost_turnsOutToBeNearWithTheWelcome", () => {
  const { line, kept } = reached(600);
  line.told();
  line.reached(390, undefined, WALL);
  line.check();
  equal([line.bitsPerSecond, line.isUnderrated, kept], [0, true, []], "nothing is known of how far good lines are");
});

test("line_measuredAWhileAgo_isBelievedWithAWelcomeThatIsAsFar", () => {
  const { line } = reached(600, keptBefore(350_000, MINUTE));
  line.reached(250, undefined, WALL);
  line.check();
  equal(line.bitsPerSecond, 350_000);
  line.reached(150, undefined, WALL);
  line.check();
  equal(line.bitsPerSecond, 0);
});

test("line_thatIsReachedAgain_isSupposedNothingOfAnew", () => {
  const { line } = reached(250);
  line.reached(5_000, keptBefore(60_000, MINUTE), WALL);
  equal(line.bitsPerSecond, 0);
});
