// The pages without a worker: they show what they are told, and ask for what people do.

import "../../../main/ts/pages/app";
import type { HousePage } from "../../../main/ts/pages/housePage";
import { CAMERAS, DOOR, HOUSEHOLD, inside, LIVE, PHONE, show, soundOf, TABLET, tileOf, YARD } from "../fixtures/shownHouse";
import { equal, table, test } from "../harness";

test("grid_cameras_haveATileWithACanvasEach", async () => {
  const { root, worker } = await show("grid");
  for (const camera of [DOOR, YARD]) {
    equal(tileOf(root, camera).shadowRoot!.querySelector("canvas")!.dataset["camera"], camera);
  }
  equal(
    worker.heard.map(({ is }) => is),
    ["open", "canvas", "canvas"],
  );
});

test("sound_cameraWithoutAny_hasNoButton", async () => {
  const { root, tell } = await show("grid");
  await tell({ is: "tile", camera: DOOR, state: LIVE });
  equal(soundOf(root, DOOR), null);
});

test("sound_button_listensToOneCameraAtATime", async () => {
  const { root, tell, worker, speakers } = await show("grid");
  for (const camera of [DOOR, YARD]) await tell({ is: "tile", camera, state: { ...LIVE, hasSound: true } });
  equal(soundOf(root, DOOR)!.getAttribute("aria-pressed"), "false");
  soundOf(root, DOOR)!.click();
  await tell({ is: "hearing", camera: DOOR, hearing: "hears" });
  equal(soundOf(root, DOOR)!.getAttribute("aria-pressed"), "true");
  equal(soundOf(root, DOOR)!.getAttribute("aria-label"), "Front door: Listen", "it is pressed: that it ends by it is not its name");
  soundOf(root, YARD)!.click();
  await tell({ is: "hearing", camera: DOOR, hearing: "hears" }); // a late word of the one before
  equal(soundOf(root, DOOR)!.getAttribute("aria-pressed"), "false");
  equal(soundOf(root, YARD)!.getAttribute("aria-pressed"), "true");
  equal([speakers.opened, speakers.closed], [2, 1]);
  soundOf(root, YARD)!.click();
  equal([speakers.opened, speakers.closed], [2, 2]);
  const said = worker.heard.filter(({ is }) => is === "listen" || is === "hush");
  equal(
    said.map((message) => (message.is === "listen" ? message.camera : message.is)),
    [DOOR, YARD, "hush"],
  );
});

test("sound_thatCannotBePlayed_saysSo", async () => {
  const { root, tell } = await show("grid");
  await tell({ is: "tile", camera: DOOR, state: { ...LIVE, hasSound: true } });
  soundOf(root, DOOR)!.click();
  await tell({ is: "hearing", camera: DOOR, hearing: "unsupported" });
  equal(/This browser cannot play its sound/.test(tileOf(root, DOOR).shadowRoot!.textContent!), true);
});

/** Who turned to another picture hears the first one still, and has to find what ends it. */
test("sound_ofASmallPicture_isInReachWhileItIsHeard", async () => {
  const { root, tell } = await show("camera");
  await tell({ is: "tile", camera: YARD, state: { ...LIVE, hasSound: true } });
  const shown = (): boolean => soundOf(root, YARD)!.checkVisibility();
  equal(shown(), false);
  soundOf(root, YARD)!.click();
  await tell({ is: "hearing", camera: YARD, hearing: "hears" });
  equal(shown(), true);
});

test("sound_ofACameraThatTheHomeTakesAway_ends", async () => {
  const { root, tell, name, worker, speakers } = await show("grid");
  await tell({ is: "tile", camera: DOOR, state: { ...LIVE, hasSound: true } });
  soundOf(root, DOOR)!.click();
  await name(CAMERAS);
  equal(speakers.closed, 0);
  await name(CAMERAS.slice(1));
  equal([speakers.closed, worker.heard.at(-1)!.is], [1, "hush"]);
});

test("sound_ofWhoMayLookNoMore_ends", async () => {
  const { root, tell, worker, speakers } = await show("grid");
  await tell({ is: "tile", camera: DOOR, state: { ...LIVE, hasSound: true } });
  soundOf(root, DOOR)!.click();
  await tell({ is: "removed" });
  equal([speakers.closed, worker.heard.at(-1)!.is], [1, "hush"]);
});

/** Otherwise what is decoded would pile up where nobody takes it. */
test("sound_loudspeakerThatDoesNotOpen_saysSoAndEnds", async () => {
  const { root, tell, worker, speakers } = await show("grid");
  await tell({ is: "tile", camera: DOOR, state: { ...LIVE, hasSound: true } });
  soundOf(root, DOOR)!.click();
  speakers.fail();
  await tell({ is: "hearing", camera: DOOR, hearing: "hears" }); // was on its way
  equal(worker.heard.at(-1)!.is, "hush");
  equal(tileOf(root, DOOR).dataset["hearing"], "unsupported");
  soundOf(root, DOOR)!.click();
  await tell({ is: "hearing", camera: DOOR, hearing: "waits" });
  equal(tileOf(root, DOOR).dataset["hearing"], undefined);
  soundOf(root, DOOR)!.click();
  await tell({ is: "hearing", camera: DOOR, hearing: "hears" });
  equal([tileOf(root, DOOR).dataset["hearing"], speakers.opened], ["hears", 2], "another time it may");
});

test("sound_loudspeakerOfTheOneBefore_failsForNobody", async () => {
  const { root, tell, speakers } = await show("grid");
  for (const camera of [DOOR, YARD]) await tell({ is: "tile", camera, state: { ...LIVE, hasSound: true } });
  soundOf(root, DOOR)!.click();
  const { fail } = speakers;
  soundOf(root, YARD)!.click();
  fail();
  await tell({ is: "hearing", camera: YARD, hearing: "hears" });
  equal(tileOf(root, YARD).dataset["hearing"], "hears");
});

test("sound_thatTheHomeDoesNotOpen_saysSo", async () => {
  const { root, tell } = await show("grid");
  await tell({ is: "tile", camera: DOOR, state: { ...LIVE, hasSound: true } });
  soundOf(root, DOOR)!.click();
  await tell({ is: "hearing", camera: DOOR, hearing: "declined" });
  equal(/Your home does not let it be heard now/.test(tileOf(root, DOOR).shadowRoot!.textContent!), true);
});

test("sound_whoComesBack_hearsItAgain", async () => {
  const { root, tell, page, speakers } = await show("grid");
  await tell({ is: "tile", camera: DOOR, state: { ...LIVE, hasSound: true } });
  soundOf(root, DOOR)!.click();
  page.model.hurry();
  equal(speakers.resumed, 1);
});

test("sound_keyM_togglesTheLargeCamera", async () => {
  const { root, tell, worker } = await show("camera");
  await tell({ is: "tile", camera: DOOR, state: { ...LIVE, hasSound: true } });
  dispatchEvent(new KeyboardEvent("keydown", { key: "m" }));
  equal(worker.heard.at(-1)!.is, "listen");
  await tell({ is: "hearing", camera: DOOR, hearing: "hears" });
  equal(tileOf(root, DOOR).dataset["hearing"], "hears");
  dispatchEvent(new KeyboardEvent("keydown", { key: "m" }));
  equal(worker.heard.at(-1)!.is, "hush");
});

const states: readonly [string, object, string, RegExp][] = [
  ["live", {}, "live", /Front door.*Live/s],
  ["aged", { picture: { is: "aged", sinceMillis: Date.now() - 300_000 } }, "aged", /6 minutes ago/],
  ["refused", { trouble: "refused" }, "refused", /did not prove to be from your home/],
  ["offline", { picture: { is: "none" }, trouble: "offline" }, "offline", /Home not reachable/],
  ["apart", { picture: { is: "none" }, trouble: "apart" }, "apart", /Not connected/],
  ["behind", { picture: { is: "none" }, trouble: "behind" }, "behind", /Home is an old copy/],
  ["declined", { picture: { is: "none" }, trouble: "declined" }, "declined", /does not show this camera now/],
  ["login", { picture: { is: "none" }, trouble: "login" }, "login", /user name or password/],
  ["liveAfterRefusals", { refusals: 3 }, "live", /3 pictures refused.*Live/s],
];

table(
  states,
  ([name]) => `tile_${name}_isToldInWords`,
  async ([, part, word, says]) => {
    const { root, tell } = await show("grid");
    await tell({ is: "tile", camera: DOOR, state: { ...LIVE, ...part } as never });
    const tile = tileOf(root, DOOR);
    equal(tile.dataset["state"], word);
    const text = tile.shadowRoot!.textContent!;
    if (!says.test(text)) throw new Error(`${says} is not said in: ${text}`);
  },
);

test("tile_nothingNewIsTold_itsAgeIsSaidAnewBeforeItIsTooLittle", async () => {
  const { root, tell } = await show("grid");
  await tell({ is: "tile", camera: DOOR, state: { ...LIVE, picture: { is: "aged", sinceMillis: Date.now() - 6_100 } } });
  const tile = tileOf(root, DOOR);
  const said = (): number => parseFloat(tile.shadowRoot!.querySelector(".signs")!.textContent!);
  const first = said();
  equal(first >= 6.5, true);
  for (const until = Date.now() + 20_000; said() === first && Date.now() < until; ) await new Promise(requestAnimationFrame);
  equal(said() > first, true);
});

test("tile_picturesLeftOut_areToldWhereThereIsRoom", async () => {
  const { root, tell } = await show("camera");
  const said = (): string | undefined => tileOf(root, DOOR).shadowRoot!.querySelector(".left-out")?.textContent ?? undefined;
  await tell({ is: "tile", camera: DOOR, state: LIVE });
  equal(said(), undefined);
  await tell({ is: "tile", camera: DOOR, state: { ...LIVE, leftOut: 12 } });
  equal(said(), undefined, "it is live, and the best that there is");
  await tell({ is: "tile", camera: DOOR, state: { ...LIVE, stream: "low", leftOut: 12 } });
  equal(said(), "The connection left out 12 pictures in the last minute.");
});

test("tile_refused_hidesWhateverWasPaintedBefore", async () => {
  const { root, tell } = await show("grid");
  const canvas = tileOf(root, DOOR).shadowRoot!.querySelector("canvas")!;
  await tell({ is: "tile", camera: DOOR, state: LIVE });
  equal(getComputedStyle(canvas).visibility, "visible");
  await tell({ is: "tile", camera: DOOR, state: { ...LIVE, trouble: "refused" } });
  equal(getComputedStyle(canvas).visibility, "hidden");
});

/** What matters may lie at the foot of the door. */
test("grid_pictures_areShownWhole", async () => {
  const { root, name } = await show("grid");
  for (const count of [1, 2]) {
    await name(CAMERAS.slice(0, count));
    const { width, height } = tileOf(root, DOOR).getBoundingClientRect();
    equal(Math.round((width / height) * 9), 16, `${count}: ${width}x${height}`);
    const canvas = tileOf(root, DOOR).shadowRoot!.querySelector("canvas")!;
    equal(getComputedStyle(canvas).objectFit, "contain", "a picture of another shape, too");
  }
});

test("grid_whileDevicesAreShown_keepsItsArrangement", async () => {
  const { root, go } = await show("grid");
  const shape = (): number[] => {
    const { left, top, width, height } = tileOf(root, YARD).getBoundingClientRect();
    return [left, top, width, height];
  };
  await new Promise(requestAnimationFrame);
  const before = shape();
  await go("devices");
  await new Promise(requestAnimationFrame);
  await go("grid");
  equal(shape(), before);
});

test("camera_madeLargeAndBack_keepsItsCanvas", async () => {
  const { root, go } = await show("grid");
  const canvas = tileOf(root, DOOR).shadowRoot!.querySelector("canvas");
  for (const where of ["camera", "devices", "grid"] as const) {
    await go(where);
    equal(tileOf(root, DOOR).shadowRoot!.querySelector("canvas") === canvas, true, where);
  }
});

test("camera_largeAndTakenAway_leavesTheOthersAsAGrid", async () => {
  const { root, name } = await show("camera");
  await name(CAMERAS.slice(1));
  equal([...root.querySelector(".tiles")!.classList], ["tiles"]);
  await name(CAMERAS);
  equal([...root.querySelector(".tiles")!.classList], ["tiles", "one"], "it came back");
});

/** No finger finds a tooltip. */
test("stream_ofALargePicture_isExplained", async () => {
  const { root, tell, go } = await show("grid");
  await tell({ is: "tile", camera: DOOR, state: { ...LIVE, stream: "small" } });
  const text = (): string => tileOf(root, DOOR).shadowRoot!.textContent!;
  equal([/Small copy/.test(text()), /Your home makes small pictures/.test(text())], [true, false]);
  await go("camera");
  await (tileOf(root, DOOR) as HousePage).updateComplete;
  equal(/Your home makes small pictures/.test(text()), true);
});

test("houseTrouble_ofAllCameras_isExplainedOnce", async () => {
  const { root, tell } = await show("grid");
  const state = { ...LIVE, picture: { is: "none" }, trouble: "offline" } as const;
  await tell({ is: "tile", camera: DOOR, state });
  await tell({ is: "tile", camera: YARD, state });
  equal(root.textContent!.split("Your home does not answer").length, 2);
  await tell({ is: "tile", camera: DOOR, state: LIVE });
  await tell({ is: "tile", camera: YARD, state: LIVE });
  equal(root.querySelector(".note"), null);
});

test("houseTrouble_beforeAnyCameraIsKnown_isExplainedAllTheSame", async () => {
  const { root, tell } = await show("grid");
  await tell({ is: "trouble", trouble: "behind" });
  equal(root.querySelector(".note")!.textContent!.includes("Your home shows nothing, to be safe"), true);
  await tell({ is: "trouble", trouble: undefined });
  equal(root.querySelector(".note"), null);
});

/** A camera that is gone says nothing more, and whether the home is there least of all. */
test("houseTrouble_afterTheLastCameraIsTakenAway_isExplained", async () => {
  const { root, tell, name } = await show("grid");
  for (const camera of [DOOR, YARD]) await tell({ is: "tile", camera, state: LIVE });
  await name([]);
  await tell({ is: "trouble", trouble: "offline" });
  equal(root.querySelector(".note")!.textContent!.includes("Your home does not answer"), true);
});

test("camera_takenAwayAndBack_beginsAnew", async () => {
  const { root, tell, name } = await show("grid");
  await tell({ is: "tile", camera: DOOR, state: LIVE });
  await name(CAMERAS.slice(1));
  await name(CAMERAS);
  equal(tileOf(root, DOOR).dataset["state"], "connecting");
});

test("stray_picture_isSaidAcrossTheTop", async () => {
  const { root, tell } = await show("grid");
  equal(root.querySelector("[role=alert]"), null);
  await tell({ is: "stray" });
  equal(root.querySelector("[role=alert]")!.textContent!.includes("none of your cameras"), true);
});

test("devices_remove_asksTwiceAndWaitsForTheHome", async () => {
  const { root, worker, tell } = await show("devices");
  const page = inside(root, "devices");
  const row = (): HTMLElement => page.renderRoot.querySelector(`[data-device="${TABLET}"]`)!;
  const press = async (): Promise<void> => {
    row().querySelector<HTMLElement>("button.shut")!.click();
    await page.updateComplete;
  };
  equal(page.renderRoot.querySelector(`[data-device="${PHONE}"] button.shut`), null, "this device is not removed here");
  await press();
  equal(
    worker.heard.some(({ is }) => is === "order"),
    false,
  );
  await press();
  const order = { type: "remove", members: { device: TABLET } } as const;
  equal(worker.heard.at(-1), { is: "order", key: `remove:${TABLET}`, order });
  await tell({ is: "order", key: `remove:${TABLET}`, order, progress: "asked" });
  equal(/Not confirmed yet/.test(row().textContent!), true);
  equal(row().querySelector("button"), null);
  await tell({ is: "order", key: `remove:${TABLET}`, order, progress: "done" });
  equal([row().dataset["removal"], /has confirmed/.test(row().textContent!)], ["done", true]);
});

test("settings_forget_asksTwice", async () => {
  const { root } = await show("settings");
  const page = inside(root, "settings");
  let isForgotten = false;
  root.addEventListener("forget", () => (isForgotten = true));
  const press = async (): Promise<void> => {
    page.renderRoot.querySelector<HTMLElement>("section:last-child button")!.click();
    await page.updateComplete;
  };
  await press();
  equal(isForgotten, false);
  await press();
  equal(isForgotten, true);
});

test("keys_arrowsAndEscape_goFromPictureToPicture", async () => {
  const { page, root, go } = await show("grid");
  const press = (key: string): void => void dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }));
  press("ArrowRight");
  equal(root.activeElement === tileOf(root, DOOR), true);
  press("ArrowRight");
  equal(root.activeElement === tileOf(root, YARD), true);
  await go("camera");
  press("ArrowRight");
  equal(location.hash, `#h/${HOUSEHOLD}/c/${YARD}`);
  press("Escape");
  equal(location.hash, `#h/${HOUSEHOLD}`);
  await page.updateComplete;
});

/** The link under the focus must not go away with the step that it leads to. */
test("keys_enterOnAPicture_keepsTheFocusOnIt", async () => {
  const { root, go } = await show("grid");
  const tile = tileOf(root, DOOR);
  tile.focus();
  await go("camera");
  await tile.updateComplete;
  await new Promise(requestAnimationFrame); // browsers take the focus from what cannot have it as they draw
  await new Promise(requestAnimationFrame);
  equal(root.activeElement === tile, true);
  const open = tile.shadowRoot!.activeElement as HTMLAnchorElement;
  equal([open.className, open.hasAttribute("href")], ["open", false]);
  await go("grid");
  await tile.updateComplete;
  equal([root.activeElement === tile, open.getAttribute("href")], [true, `#h/${HOUSEHOLD}/c/${DOOR}`]);
});

test("keys_rightToLeft_turnTheOtherWay", async () => {
  await show("camera", "ar");
  dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", cancelable: true }));
  equal(location.hash, `#h/${HOUSEHOLD}/c/${YARD}`);
});
