import { ShownSize } from "../../../main/ts/pages/shownSize";
import { equal, test } from "../harness";

/** An element of some height, and what was told of it; each call waits for the next word. */
function shown(isElsewhere: () => boolean = () => false) {
  const element = document.createElement("div");
  element.style.height = "100px";
  document.body.append(element);
  const told: number[] = [];
  let hear: () => void = () => undefined;
  const size = new ShownSize(
    (pixels) => {
      told.push(pixels);
      hear();
    },
    isElsewhere,
    1,
  );
  const next = async (act: () => void): Promise<void> => {
    const heard = new Promise<void>((resolve) => (hear = resolve));
    act();
    await heard;
  };
  const end = (): void => {
    size.stop();
    element.remove();
  };
  return { element, size, told, next, end };
}

test("shownSize_outOfSight_isToldAsNoneUntilItIsBack", async () => {
  const { element, size, told, next, end } = shown();
  await next(() => size.of(element));
  await next(() => (element.style.display = "none"));
  await next(() => (element.style.display = ""));
  await next(() => Object.assign(element.style, { position: "absolute", top: "9000px" }));
  equal(told, [640, 0, 640, 0]);
  end();
});

test("shownSize_outOfSightButShownElsewhere_isNotToldSo", async () => {
  let asked: () => void = () => undefined;
  const wasAsked = new Promise<void>((resolve) => (asked = resolve));
  const { element, size, told, next, end } = shown(() => (asked(), true));
  await next(() => size.of(element));
  element.style.display = "none";
  await wasAsked;
  equal(told, [640]);
  end();
});
