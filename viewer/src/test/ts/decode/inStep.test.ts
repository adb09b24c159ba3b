// Pictures that wait for their sound, by a clock of the test's.

import { InStep } from "../../../main/ts/decode/inStep";
import type { Decoded } from "../../../main/ts/decode/painter";
import { equal, test } from "../harness";

class Stage {
  readonly painted: number[] = [];
  closed = 0;
  now = 10_000_000;
  readonly inStep = new InStep(
    (_, captureMicros) => this.painted.push(captureMicros),
    () => this.now,
  );

  show(captureMicros: number): void {
    this.inStep.show({ close: () => this.closed++ } as unknown as Decoded, captureMicros);
  }
}

test("show_nobodyListens_isPaintedAtOnce", () => {
  const stage = new Stage();
  stage.show(1);
  stage.show(2);
  equal(stage.painted, [1, 2]);
});

test("show_soundIsBehind_waitsForIt", () => {
  const stage = new Stage();
  stage.inStep.heard(9_000_000, 9_200_000); // a fifth of a second behind
  stage.show(9_990_000);
  stage.now += 100_000;
  stage.show(10_090_000);
  equal(stage.painted, []);
  stage.now += 50_000; // 9,990,000 + 200,000 - 40,000
  stage.show(10_140_000);
  equal(stage.painted, [9_990_000]);
  stage.inStep.close();
  equal(stage.closed, 2);
});

test("show_soundIsHardlyBehind_isPaintedAtOnce", () => {
  const stage = new Stage();
  stage.inStep.heard(9_000_000, 9_040_000);
  stage.show(10_000_000);
  equal(stage.painted, [10_000_000]);
});

test("show_soundIsFarBehind_waitsNoLongerThanItMay", async () => {
  const stage = new Stage();
  stage.inStep.heard(0, 9_000_000);
  for (let picture = 0; picture < 12; picture++) stage.show(10_000_000 + picture);
  equal(stage.painted, [10_000_000, 10_000_001], "no more than ten are held");
  stage.inStep.close();
});

/** Five pictures a second are too few for what holds ten at most to say anything. */
test("show_soundIsFarBehindFewPictures_eachWaitsNoLongerThanItMay", () => {
  const stage = new Stage();
  stage.inStep.heard(7_000_000, 9_000_000); // a slow line, or a loudspeaker far away
  const waited: number[] = [];
  for (let picture = 0; picture < 8; picture++) {
    stage.show(stage.now);
    while (stage.painted.length > waited.length) waited.push(stage.now - stage.painted[waited.length]!);
    stage.now += 200_000;
  }
  equal(waited, Array(6).fill(400_000));
  stage.inStep.close();
});

test("silence_afterSound_showsWhatWaits", () => {
  const stage = new Stage();
  stage.inStep.heard(9_000_000, 9_200_000);
  stage.show(9_990_000);
  stage.inStep.silence();
  equal(stage.painted, [9_990_000]);
  stage.show(10_000_000);
  equal(stage.painted, [9_990_000, 10_000_000]);
});
