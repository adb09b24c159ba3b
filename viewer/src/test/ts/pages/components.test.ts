// The pages without a worker: they show what they are told, and ask for what people do.

import type { FromHouse, ToHouse } from "../../../main/ts/house/messages";
import { chooseWords } from "../../../main/ts/i18n/words";
import "../../../main/ts/pages/app";
import { HouseModel } from "../../../main/ts/pages/houseModel";
import type { HousePage } from "../../../main/ts/pages/housePage";
import "../../../main/ts/pages/housePage";
import type { Route } from "../../../main/ts/pages/route";
import type { CameraId, DeviceId, HouseholdId } from "../../../main/ts/wire/ids";
import { equal, table, test } from "../harness";

const HOUSEHOLD = "qxrxtc7njlmxjlt6xhexgtlwp3fjy3af" as HouseholdId;
const DOOR = "6niodlisdgn7wsuqm2qr2574z4" as CameraId;
const YARD = "aaaaaaaaaaaaaaaaaaaaaaaaaa" as CameraId;
const PHONE = "bzvb76avrfc74pid6qzz654kza" as DeviceId;
const TABLET = "f3zo7gdijxxf5i5dkbxojnuhtm" as DeviceId;

/** A worker that only listens. */
class FakeWorker {
  readonly heard: ToHouse[] = [];
  onmessage: (event: { data: FromHouse }) => void = () => undefined;

  postMessage(message: ToHouse): void {
    this.heard.push(message);
  }

  terminate(): void {}
}

/** Loudspeakers that nobody hears. */
class FakeSpeakers {
  opened = 0;
  closed = 0;
  readonly open = () => {
    this.opened++;
    return { speaker: { close: () => void this.closed++ }, port: new MessageChannel().port2 };
  };
}

async function show(at: "grid" | "devices" | "camera", language = "en") {
  document.body.replaceChildren();
  const worker = new FakeWorker();
  const speakers = new FakeSpeakers();
  const page = document.createElement("mashrabiya-house") as HousePage;
  const model = new HouseModel(HOUSEHOLD, worker as unknown as Worker, speakers.open, () => page.change++);
  Object.assign(page, { model, words: chooseWords(language, []) });
  const go = async (where: typeof at): Promise<void> => {
    page.route = { at: where, household: HOUSEHOLD, camera: DOOR } as Extract<Route, { at: "camera" }>;
    await page.updateComplete;
  };
  const shown = go(at);
  document.body.append(page); // until then Lit renders nothing
  await shown;
  const devices = [
    { device: PHONE, name: "Phone", enrolledMicros: 1, lastSeenMicros: Date.now() * 1000 },
    { device: TABLET, name: "Tablet", enrolledMicros: 1, lastSeenMicros: 0 },
  ];
  const cameras = [
    { camera: DOOR, name: "Front door" },
    { camera: YARD, name: "Yard" },
  ];
  const tell = async (message: FromHouse): Promise<void> => {
    worker.onmessage({ data: message });
    await page.updateComplete;
    const inner = [...page.renderRoot.querySelectorAll("mashrabiya-tile, mashrabiya-devices")] as HousePage[];
    await Promise.all(inner.map((element) => element.updateComplete));
  };
  await tell({
    is: "household",
    view: { household: HOUSEHOLD, thisDevice: PHONE, name: "Our house", cameras, devices },
  });
  return { page, worker, speakers, tell, go, root: page.renderRoot as ShadowRoot };
}

const tileOf = (root: ShadowRoot, camera: CameraId): HousePage => root.querySelector(`[data-camera="${camera}"]`)!;

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

const soundOf = (root: ShadowRoot, camera: CameraId): HTMLButtonElement | null =>
  tileOf(root, camera).shadowRoot!.querySelector(".sound");

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
  equal(soundOf(root, DOOR)!.getAttribute("aria-label"), "Front door: Stop listening");
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
  equal(soundOf(root, DOOR)!.title, "This browser cannot play its sound");
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

const LIVE = { picture: { is: "live" }, trouble: "none", step: 3, refusals: 0, hasSound: false, stream: "main" } as const;

const states: readonly [string, object, string, RegExp][] = [
  ["live", {}, "live", /Front door.*Live/s],
  ["aged", { picture: { is: "aged", seconds: 6 } }, "aged", /6 seconds ago/],
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

test("tile_refused_hidesWhateverWasPaintedBefore", async () => {
  const { root, tell } = await show("grid");
  const canvas = tileOf(root, DOOR).shadowRoot!.querySelector("canvas")!;
  await tell({ is: "tile", camera: DOOR, state: LIVE });
  equal(getComputedStyle(canvas).visibility, "visible");
  await tell({ is: "tile", camera: DOOR, state: { ...LIVE, trouble: "refused" } });
  equal(getComputedStyle(canvas).visibility, "hidden");
});

test("camera_madeLargeAndBack_keepsItsCanvas", async () => {
  const { root, go } = await show("grid");
  const canvas = tileOf(root, DOOR).shadowRoot!.querySelector("canvas");
  for (const where of ["camera", "devices", "grid"] as const) {
    await go(where);
    equal(tileOf(root, DOOR).shadowRoot!.querySelector("canvas") === canvas, true, where);
  }
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

test("stray_picture_isSaidAcrossTheTop", async () => {
  const { root, tell } = await show("grid");
  equal(root.querySelector("[role=alert]"), null);
  await tell({ is: "stray" });
  equal(root.querySelector("[role=alert]")!.textContent!.includes("none of your cameras"), true);
});

test("devices_remove_asksTwiceAndWaitsForTheHome", async () => {
  const { root, worker, tell } = await show("devices");
  const page = root.querySelector("mashrabiya-devices") as HousePage;
  const row = (): HTMLElement => page.renderRoot.querySelector(`[data-device="${TABLET}"]`)!;
  const press = async (): Promise<void> => {
    row().querySelector("button")!.click();
    await page.updateComplete;
  };
  equal(page.renderRoot.querySelector(`[data-device="${PHONE}"] button`), null, "this device is not removed here");
  await press();
  equal(
    worker.heard.some(({ is }) => is === "remove"),
    false,
  );
  await press();
  equal(worker.heard.at(-1), { is: "remove", device: TABLET });
  await tell({ is: "removal", device: TABLET, progress: "asked" });
  equal(/Not confirmed yet/.test(row().textContent!), true);
  equal(row().querySelector("button"), null);
  await tell({ is: "removal", device: TABLET, progress: "done" });
  equal([row().dataset["removal"], /Removed/.test(row().textContent!)], ["done", true]);
});

test("devices_forget_asksTwice", async () => {
  const { root } = await show("devices");
  const page = root.querySelector("mashrabiya-devices") as HousePage;
  let isForgotten = false;
  root.addEventListener("forget", () => (isForgotten = true));
  const press = async (): Promise<void> => {
    page.renderRoot.querySelector<HTMLElement>(".forget button")!.click();
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
