import { OnScreen } from "../../../main/ts/house/onScreen";
import { equal, test } from "../harness";

/** Frames of the screen come when they are told to. */
async function byHand(work: (nextFrame: () => void) => Promise<void>): Promise<void> {
  const frames: FrameRequestCallback[] = [];
  const own = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (shown) => frames.push(shown);
  try {
    await work(() => frames.splice(0).forEach((shown) => shown(0)));
  } finally {
    globalThis.requestAnimationFrame = own;
  }
}

test("paint_onACanvas_isSeenWithTheSecondFrameFromThen", () =>
  byHand(async (nextFrame) => {
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
  byHand(async () => {
    let changes = 0;
    const screen = new OnScreen(() => changes++);
    screen.paint(7, true, true);
    equal([screen.seenMicros, changes], [7, 0]);
  }));

test("paint_withoutACanvas_waitsForNoFrame", () =>
  byHand(async () => {
    const screen = new OnScreen(() => undefined);
    screen.paint(7, false, false);
    equal(screen.seenMicros, 7);
  }));

test("clear_whileAPictureIsComing_leavesNothingSeen", () =>
  byHand(async (nextFrame) => {
    const screen = new OnScreen(() => undefined);
    screen.paint(7, true, false);
    screen.clear();
    nextFrame();
    nextFrame();
    equal([screen.paintedMicros, screen.seenMicros], [undefined, undefined]);
  }));
