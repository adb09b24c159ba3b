import { OnScreen } from "../../../main/ts/house/onScreen";
import { framesByHand } from "../fixtures/framesByHand";
import { equal, test } from "../harness";

test("paint_onACanvas_isSeenWithTheSecondFrameFromThen", () =>
  framesByHand(async (nextFrame) => {
    let changes = 0;
    const screen = new OnScreen(() => changes++);
    screen.paint(7, true, false);
    equal([screen.paintedMicros, screen.seenMicros, changes], [7, undefined, 0]);
    nextFrame();
    equal(screen.seenMicros, undefined);
    screen.paint(8, true, false); // on its way with the one before
    nextFrame();
    equal([screen.seenMicros, changes], [8, 1]);
  }));

test("paint_whatSaysTheSameAsTheOneBefore_isSeenAtOnce", () =>
  framesByHand(async () => {
    let changes = 0;
    const screen = new OnScreen(() => changes++);
    screen.paint(7, true, true);
    equal([screen.seenMicros, changes], [7, 0]);
  }));

test("paint_withoutACanvas_waitsForNoFrame", () =>
  framesByHand(async () => {
    const screen = new OnScreen(() => undefined);
    screen.paint(7, false, false);
    equal(screen.seenMicros, 7);
  }));

test("clear_whileAPictureIsComing_leavesNothingSeen", () =>
  framesByHand(async (nextFrame) => {
    const screen = new OnScreen(() => undefined);
    screen.paint(7, true, false);
    screen.clear();
    nextFrame();
    nextFrame();
    equal([screen.paintedMicros, screen.seenMicros], [undefined, undefined]);
  }));
