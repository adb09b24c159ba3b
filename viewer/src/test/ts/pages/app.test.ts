// The whole app in one page, with a worker that only says what a test lets it say.

import type { FromHouse, ToHouse } from "../../../main/ts/house/messages";
import type { ViewerApp } from "../../../main/ts/pages/app";
import "../../../main/ts/pages/app";
import { forgetLastView } from "../../../main/ts/pages/lastView";
import { Workers } from "../../../main/ts/pages/workers";
import { parseRoute, type Route } from "../../../main/ts/pages/route";
import { HouseholdStore } from "../../../main/ts/store/householdStore";
import type { HouseholdId, InviteId } from "../../../main/ts/wire/ids";
import { equal, test } from "../harness";

const HOUSEHOLD = "qxrxtc7njlmxjlt6xhexgtlwp3fjy3af" as HouseholdId;
const OTHER = "qxrxtc7njlmxjlt6xhexgtlwp3fjy3ag" as HouseholdId;
const LINK = { household: HOUSEHOLD, secret: new Uint8Array(16), origin: "http://relay.example" };
const FORGET = "Forget this house here";

class FakeWorker {
  static newest: FakeWorker;
  static opened: () => void = () => undefined;
  readonly heard: ToHouse[] = [];
  isTerminated = false;
  onmessage: (event: { data: FromHouse }) => void = () => undefined;

  constructor() {
    FakeWorker.newest = this;
  }

  postMessage(message: ToHouse): void {
    this.heard.push(message);
    if (message.is === "open") FakeWorker.opened();
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

/** A socket that never gets anywhere. */
class MuteSocket {
  static dialled = 0;

  constructor() {
    MuteSocket.dialled++;
  }

  close(): void {}
}

async function begin(arrival: Route) {
  document.body.replaceChildren();
  forgetLastView(HOUSEHOLD);
  const app = document.createElement("mashrabiya-viewer") as ViewerApp;
  Object.assign(app, { arrival, workers: new Workers(() => new FakeWorker() as unknown as Worker) });
  document.body.append(app);
  await app.updateComplete;
  const tell = async (message: FromHouse): Promise<void> => {
    FakeWorker.newest.onmessage({ data: message });
    await app.updateComplete;
    const inner = app.renderRoot.firstElementChild as ViewerApp;
    await inner.updateComplete;
  };
  const text = (): string => (app.renderRoot.firstElementChild as ViewerApp).renderRoot.textContent!;
  return { app, tell, text };
}

test("app_relaySaysNoMember_saysSoAndOffersNothingToForget", async () => {
  const { tell, text } = await begin({ at: "grid", household: HOUSEHOLD });
  await tell({ is: "trouble", trouble: "barred" });
  equal([text().includes("not let through"), text().includes(FORGET)], [true, false]);
  await tell({ is: "removed" });
  equal([text().includes("may no longer look"), text().includes(FORGET)], [true, true]);
});

/** Who was removed and was given a new link holds the house yet, and cannot get in without it. */
test("app_relaySaysNoMemberAndAPairingLinkIsAtHand_pairsAnew", async () => {
  const real = globalThis.WebSocket;
  (await HouseholdStore.open(HOUSEHOLD)).close();
  const entered = new Promise<void>((resolve) => (FakeWorker.opened = resolve));
  const { tell, text } = await begin({ at: "pair", link: LINK });
  await entered;
  globalThis.WebSocket = MuteSocket as unknown as typeof WebSocket;
  try {
    equal(parseRoute(location.hash.slice(1)), { at: "grid", household: HOUSEHOLD });
    equal(FakeWorker.newest.isTerminated, false);
    await tell({ is: "trouble", trouble: "barred" });
    equal([FakeWorker.newest.isTerminated, text().includes("making its own keys")], [true, true]);
  } finally {
    globalThis.WebSocket = real;
    await HouseholdStore.forget(HOUSEHOLD);
    location.hash = "";
  }
});

/** As after a reload in a tab behind others: its page is told of no change of that. */
test("app_inATabThatNobodySees_saysSoToTheHouse", async () => {
  Object.defineProperty(document, "visibilityState", { configurable: true, value: "hidden" });
  try {
    await begin({ at: "grid", household: HOUSEHOLD });
    equal(FakeWorker.newest.heard.some(({ is }) => is === "hidden"), true);
  } finally {
    Reflect.deleteProperty(document, "visibilityState");
  }
  await begin({ at: "grid", household: HOUSEHOLD });
  equal(FakeWorker.newest.heard.some(({ is }) => is === "hidden"), false);
});

test("app_whatAReloadWouldLose_isKnown", async () => {
  const { app, tell } = await begin({ at: "grid", household: HOUSEHOLD });
  equal(app.holdsAnything, false);
  await tell({ is: "invited", key: "1", invite: "invite" as InviteId, fragment: "pair/1", untilMicros: 0 });
  equal(app.holdsAnything, true);
  equal((await begin({ at: "pair", link: undefined })).app.holdsAnything, true);
});

/** Runs with a browser that holds these houses and no others, which earlier tests may have left. */
async function holding(households: readonly HouseholdId[], run: () => Promise<void>): Promise<void> {
  for (const household of households) (await HouseholdStore.open(household)).close();
  const all = await indexedDB.databases();
  const held = all.filter(({ name }) => households.some((household) => name?.endsWith(household)));
  Object.defineProperty(indexedDB, "databases", { configurable: true, value: () => Promise.resolve(held) });
  location.hash = "";
  try {
    await run();
  } finally {
    Reflect.deleteProperty(indexedDB, "databases");
    for (const household of households) await HouseholdStore.forget(household);
    location.hash = "";
  }
}

test("app_openedByWhoHoldsOneHouse_entersIt", () =>
  holding([HOUSEHOLD], async () => {
    const entered = new Promise<void>((resolve) => (FakeWorker.opened = resolve));
    await begin({ at: "start" });
    await entered;
    equal(parseRoute(location.hash.slice(1)), { at: "grid", household: HOUSEHOLD });
  }));

test("app_openedByWhoHoldsSeveralHouses_asksWhich", () =>
  holding([HOUSEHOLD, OTHER], async () => {
    const { app } = await begin({ at: "start" });
    const links = (): number => (app.renderRoot.firstElementChild as ViewerApp).renderRoot.querySelectorAll("a").length;
    while (links() === 0) await new Promise((resolve) => setTimeout(resolve));
    equal([links(), location.hash], [2, ""]);
  }));

/** Its relay and its storage take time to answer: the time in which a finger comes down is enough. */
test("app_pointerOnAHousehold_isApproachedByTheWorkerThatOpensIt", async () => {
  (await HouseholdStore.open(HOUSEHOLD)).close();
  location.hash = "houses";
  try {
    const { app } = await begin({ at: "start" });
    const page = app.renderRoot.firstElementChild as ViewerApp;
    const link = (): Element | null => page.renderRoot.querySelector(`a[href="#h/${HOUSEHOLD}"]`);
    while (link() === null) await new Promise((resolve) => setTimeout(resolve));
    link()!.dispatchEvent(new PointerEvent("pointerenter"));
    equal(FakeWorker.newest.heard, [{ is: "approach", household: HOUSEHOLD }]);
    location.hash = `h/${HOUSEHOLD}`;
    await new Promise<void>((resolve) => (FakeWorker.opened = resolve));
    equal(FakeWorker.newest.heard[1], { is: "open", household: HOUSEHOLD });
  } finally {
    await HouseholdStore.forget(HOUSEHOLD);
    location.hash = "";
  }
});

test("app_storageThatDoesNotOpen_saysSoInsteadOfWaiting", async () => {
  const { tell, text } = await begin({ at: "grid", household: HOUSEHOLD });
  await tell({ is: "no-storage" });
  equal(text().includes("keeps nothing for us"), true);
});

test("app_pairingLinkWhereStorageIsOff_saysSo", async () => {
  const fails = (): Promise<never> => Promise.reject(new DOMException("storage is off", "InvalidStateError"));
  Object.defineProperty(indexedDB, "databases", { configurable: true, value: fails });
  try {
    const { app, text } = await begin({ at: "pair", link: LINK });
    for (let turn = 0; turn < 20 && app.renderRoot.firstElementChild === null; turn++) await app.updateComplete;
    equal(text().includes("keeps nothing for us"), true);
  } finally {
    Reflect.deleteProperty(indexedDB, "databases");
  }
});
