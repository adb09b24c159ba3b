import { moved } from "../../../main/ts/pages/carry";
import { pan, transformOf, WHOLE, zoomAt } from "../../../main/ts/pages/zoom";
import { qrCode } from "../../../main/ts/qr/qrCode";
import type { CameraId } from "../../../main/ts/wire/ids";
import { equal, table, test, throws } from "../harness";

test("zoomAt_aPoint_staysUnderTheFinger", () => {
  const near = zoomAt(WHOLE, 2, 0.25, -0.25);
  equal(near, { scale: 2, x: -0.25, y: 0.25 });
});

test("zoom_tooFar_endsAtTheWholeAndTheEdges", () => {
  equal(zoomAt(WHOLE, 0.5, 0.5, 0.5), WHOLE);
  equal(zoomAt(WHOLE, 100, 0, 0).scale, 8);
  equal(pan({ scale: 2, x: 0, y: 0 }, 9, -9), { scale: 2, x: 0.5, y: -0.5 });
  equal(transformOf(WHOLE), "none");
});

const orders: readonly [string, string, string][] = [
  ["a", "c", "bca"],
  ["c", "a", "cab"],
  ["b", "b", "abc"],
  ["x", "a", "abc"],
];

table(
  orders,
  ([camera, to]) => `moved_${camera}_to_${to}`,
  ([camera, to, expected]) => {
    equal(moved(["a", "b", "c"] as never, camera as CameraId, to as CameraId).join(""), expected);
  },
);

test("qrCode_size_isTheSmallestThatHolds", async () => {
  equal(qrCode("a").length, 21);
  equal(qrCode("x".repeat(14)).length, 21);
  equal(qrCode("x".repeat(15)).length, 25);
  await throws(() => qrCode("x".repeat(700)), /more than/);
});
