import { Acknowledging } from "../../../main/ts/link/acknowledging";
import { equal, test } from "../harness";

test("acknowledging_firstAfterAPause_atOnce", () => {
  const acknowledging = new Acknowledging();
  equal(acknowledging.dealtWith(1_000, 0), 0);
  acknowledging.told(0);
  equal(acknowledging.dealtWith(1_000, 100), 0);
});

test("acknowledging_closeBehind_withinATenthOfASecondOfTheLast", () => {
  const acknowledging = new Acknowledging();
  acknowledging.told(1_000);
  equal(acknowledging.dealtWith(1_000, 1_040), 60);
  equal(acknowledging.dealtWith(1_000, 1_080), 20);
  acknowledging.told(1_100);
  equal(acknowledging.dealtWith(1_000, 1_120), 80);
});

test("acknowledging_muchAtOnce_waitsForNoClock", () => {
  const acknowledging = new Acknowledging();
  acknowledging.told(0);
  equal(acknowledging.dealtWith(32 * 1024 - 1, 1), 99);
  equal(acknowledging.dealtWith(1, 2), 0);
  acknowledging.told(2);
  equal(acknowledging.dealtWith(1, 3), 99);
});
