// As on a phone: TypeScriptFiles gives this file a window of that size.

import { type CameraId } from "../../../main/ts/wire/ids";
import { DOOR, LIVE, show, soundOf, tileOf } from "../fixtures/shownHouse";
import { equal, table, test } from "../harness";

/** More than the window holds. */
const MANY = Array.from({ length: 7 }, (_, index) => ({
  camera: (index === 0 ? DOOR : "abcdefg"[index]!.repeat(26)) as CameraId,
  name: `The camera at the garden's gate ${index}`,
}));

table(["grid", "camera"] as const, (at) => `${at}_morePicturesThanTheWindowHolds_noneLiesOnAnother`, async (at) => {
  const { root, name } = await show(at);
  await name(MANY);
  const boxes = MANY.map(({ camera }) => tileOf(root, camera).getBoundingClientRect());
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      const isApart = one.bottom <= other.top || one.right <= other.left || other.right <= one.left;
      equal(isApart, true, `${index} at ${one.top}-${one.bottom} and another at ${other.top}-${other.bottom}`);
    }
  }
});

table(["en", "ar"], (language) => `caption_ofALongNameAndMuchToSay_staysInsideItsPicture_${language}`, async (language) => {
  const { root, name, tell, go } = await show("grid", language);
  await name(MANY);
  for (const { camera } of MANY) await tell({ is: "tile", camera, state: { ...LIVE, hasSound: true, stream: "sub", refusals: 3 } });
  for (const { camera } of MANY.slice(4)) {
    await tell({ is: "tile", camera, state: { ...LIVE, picture: { is: "none" }, trouble: "login" } });
  }
  for (const at of ["grid", "camera"] as const) {
    await go(at);
    for (const { camera } of MANY) {
      const tile = tileOf(root, camera);
      await tile.updateComplete;
      const frame = tile.getBoundingClientRect();
      for (const part of tile.shadowRoot!.querySelectorAll(".caption b, .signs > *")) {
        const { left, right, width, top } = part.getBoundingClientRect();
        if (width === 0) continue;
        equal([left >= frame.left, right <= frame.right, top >= frame.top], [true, true, true], `${at}: ${part.textContent}`);
      }
    }
  }
});

/** Cut off at its end, at the side on which the page begins. */
test("name_ofTheOtherScript_beginsWhereThePageDoes", async () => {
  const { root } = await show("grid", "ar");
  document.dir = "rtl";
  try {
    const name = tileOf(root, DOOR).shadowRoot!.querySelector("b")!;
    const { direction, textAlign } = getComputedStyle(name);
    equal([name.textContent, direction, textAlign], ["Front door", "ltr", "right"]);
  } finally {
    document.dir = "ltr";
  }
});

test("touch_everythingToPress_isLargeEnoughForAFinger", async () => {
  const { root, tell, go } = await show("grid");
  await tell({ is: "tile", camera: DOOR, state: { ...LIVE, hasSound: true } });
  for (const at of ["grid", "camera"] as const) {
    await go(at);
    const places = [...root.querySelectorAll("a, button"), soundOf(root, DOOR)!];
    for (const place of places) {
      const { width, height } = place.getBoundingClientRect();
      equal([width >= 44, height >= 44], [true, true], `${at}: ${place.textContent} ${width}x${height}`);
    }
  }
});
