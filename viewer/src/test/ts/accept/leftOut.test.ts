import { LeftOut } from "../../../main/ts/accept/leftOut";
import { type Kid, kidOf, TRACK } from "../../../main/ts/wire/kid";
import { equal, test } from "../harness";

const MAIN = kidOf(1, TRACK.main);
const LOW = kidOf(1, TRACK.low);

function afterThat(...came: readonly (readonly [kid: Kid, number: number, atMillis: number])[]): LeftOut {
  const leftOut = new LeftOut();
  for (const [kid, number, atMillis] of came) leftOut.came({ kid, number }, atMillis);
  return leftOut;
}

test("leftOut_numbersWithoutHoles_areNone", () => {
  equal(afterThat([MAIN, 7, 0], [MAIN, 8, 1], [MAIN, 9, 2]).ofTheLastMinute(3), 0);
});

test("leftOut_holes_areCountedForAMinute", () => {
  const leftOut = afterThat([MAIN, 7, 0], [MAIN, 10, 1_000], [MAIN, 21, 30_000]);
  equal(leftOut.ofTheLastMinute(30_000), 12);
  equal(leftOut.ofTheLastMinute(61_001), 10);
  equal(leftOut.ofTheLastMinute(90_001), 0);
});

test("leftOut_anotherTrackOrEpoch_beginsAnew", () => {
  equal(afterThat([MAIN, 7, 0], [LOW, 90, 1], [kidOf(2, TRACK.low), 3, 2]).ofTheLastMinute(3), 0);
});

test("leftOut_whatComesAgainOrLate_isNotCounted", () => {
  equal(afterThat([MAIN, 7, 0], [MAIN, 8, 1], [MAIN, 7, 2], [MAIN, 9, 3]).ofTheLastMinute(4), 0);
});

test("leftOut_afterRest_countsFromWhatComesThen", () => {
  const leftOut = afterThat([MAIN, 7, 0], [MAIN, 9, 0]);
  leftOut.rests();
  leftOut.came({ kid: MAIN, number: 900 }, 1);
  equal(leftOut.ofTheLastMinute(1), 0);
});
