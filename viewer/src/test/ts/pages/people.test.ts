// People, their terms and the code that lets another in; what is closed and by whom.

import { chooseWords } from "../../../main/ts/i18n/words";
import { atWall, daysLater, wallDay } from "../../../main/ts/i18n/wall";
import type { HousePage } from "../../../main/ts/pages/housePage";
import { termsLine } from "../../../main/ts/pages/termsWords";
import type { InviteId } from "../../../main/ts/wire/ids";
import { dayOf } from "../../../main/ts/store/dataUsed";
import { NEVER } from "../../../main/ts/wire/privacy";
import { FULL, onlyAt, type Terms } from "../../../main/ts/wire/rights";
import { CLOSED_BY_PHONE } from "../fixtures/looking";
import { CAMERAS, DOOR, inside, LIVE, PHONE, SEES, show, TABLET, tileOf, TOLD, YARD } from "../fixtures/shownHouse";
import { equal, table, test } from "../harness";

const MONDAY = Date.UTC(2026, 10, 23, 9);
const until = (millis: number): Terms => ({ ...SEES, untilMicros: millis * 1000 });
const lines: readonly [string, Terms, string, string][] = [
  ["everything", FULL, "Everything", "كل شيء"],
  ["sees", SEES, "See", "يشاهد"],
  ["oneCamera", { ...SEES, rights: onlyAt([DOOR], ["view"]) }, "See at Front door", "يشاهد عند Front door"],
  ["manages", { ...SEES, rights: { ...SEES.rights, manage: true } }, "Manage · See", "يدير · يشاهد"],
  ["until", until(MONDAY + 40 * 86_400_000), "See · until January 2", "يشاهد · حتى ٢ يناير"],
  [
    "hours",
    { ...SEES, week: [{ days: [1, 2], fromMinute: 480, toMinute: 960 }] },
    "See · Mon, Tue 8:00 AM–4:00 PM",
    "يشاهد · الاثنين",
  ],
];

table(
  lines,
  ([name]) => `termsLine_${name}_isSaidInBothLanguages`,
  ([, terms, english, arabic]) => {
    const plain = (text: string): string => text.replaceAll(/[\u202f\u00a0]/g, " ");
    equal(plain(termsLine(terms, CAMERAS, chooseWords(["en"]), MONDAY)).startsWith(english), true, english);
    equal(plain(termsLine(terms, CAMERAS, chooseWords(["ar"]), MONDAY)).startsWith(arabic), true, arabic);
  },
);

/** On 2026-10-25 Berlin's clock goes back by an hour, on 2026-03-29 forward. */
const walls: readonly [string, string, readonly [number, number, number], number, number][] = [
  ["plain", "Asia/Riyadh", [2026, 11, 23], 8 * 60, Date.UTC(2026, 10, 23, 5)],
  ["afterTheClockWentBack", "Europe/Berlin", [2026, 10, 25], 12 * 60, Date.UTC(2026, 9, 25, 11)],
  ["beforeTheClockWentBack", "Europe/Berlin", [2026, 10, 25], 60, Date.UTC(2026, 9, 24, 23)],
  ["afterTheClockWentForward", "Europe/Berlin", [2026, 3, 29], 12 * 60, Date.UTC(2026, 2, 29, 10)],
  ["unknownZone_isUtc", "Z", [2026, 11, 23], 0, Date.UTC(2026, 10, 23)],
];

table(
  walls,
  ([name]) => `atWall_${name}`,
  ([, zone, [year, month, day], minute, expected]) => equal(atWall({ year, month, day }, minute, zone), expected),
);

test("wallDay_nearMidnight_isTheHomesDay", () => {
  const late = Date.UTC(2026, 11, 31, 22);
  equal(wallDay(late, "Asia/Riyadh"), { year: 2027, month: 1, day: 1 });
  equal(daysLater({ year: 2026, month: 12, day: 31 }, 1), { year: 2027, month: 1, day: 1 });
});

test("devices_byWhoDoesNotManage_changeNothing", async () => {
  const { root, name } = await show("devices");
  await name(CAMERAS, { devices: TOLD.devices.map((row) => ({ ...row, terms: SEES })) });
  const page = inside(root, "devices");
  equal(page.renderRoot.querySelector("li button"), null);
  const invite = page.renderRoot.querySelector("mashrabiya-invite") as HousePage;
  await invite.updateComplete;
  equal(invite.renderRoot.querySelector("button"), null);
});

test("devices_change_asksTheHomeForNameAndTerms", async () => {
  const { root, worker, tell } = await show("devices");
  const page = inside(root, "devices");
  const row = (): HTMLElement => page.renderRoot.querySelector(`[data-device="${TABLET}"]`)!;
  row().querySelector<HTMLElement>("button.quiet")!.click();
  await page.updateComplete;
  const field = row().querySelector<HTMLInputElement>("input[type=text]")!;
  field.value = "Kitchen";
  field.dispatchEvent(new Event("change"));
  const form = row().querySelector("mashrabiya-terms") as HousePage;
  await form.updateComplete;
  const listen = [...form.renderRoot.querySelectorAll("label")].find((label) => label.textContent!.includes("Hear"))!;
  listen.querySelector("input")!.click();
  await page.updateComplete;
  row().querySelector<HTMLElement>("button[type=submit]")!.click();
  const terms = { ...SEES, rights: { ...SEES.rights, everywhere: ["listen", "view"] } };
  const order = { type: "set-member", members: { device: TABLET, name: "Kitchen", terms } } as const;
  equal(worker.heard.at(-1), { is: "order", key: `change:${TABLET}`, order: order as never });
  await tell({ is: "order", key: `change:${TABLET}`, order: order as never, progress: "last-manager" });
  equal(/somebody else must be able to manage/.test(row().textContent!), true);
});

test("invite_asked_showsTheCodeUntilSomebodyIsIn", async () => {
  const { root, worker, tell, name } = await show("devices");
  const card = inside(root, "devices").renderRoot.querySelector("mashrabiya-invite") as HousePage;
  const press = async (selector: string): Promise<void> => {
    card.renderRoot.querySelector<HTMLElement>(selector)!.click();
    await card.updateComplete;
  };
  await card.updateComplete;
  await press("button");
  await press("button[type=submit]");
  const asked = worker.heard.at(-1)! as { order: { type: string; members: { terms: Terms } } };
  equal([asked.order.type, asked.order.members.terms.rights.manage], ["invite", false]);
  const invite = "aaaaaaaaaaaaaaaaaaaaaaaaaa" as InviteId;
  const untilMicros = Date.now() * 1000 + 600_000_000;
  await tell({ is: "invited", key: "invite", invite, fragment: "pair/1/a/b/c", untilMicros });
  await card.updateComplete;
  equal(card.renderRoot.querySelector("svg.qr") !== null, true);
  await name(CAMERAS); // an answer from before the invite was there
  await card.updateComplete;
  equal(card.renderRoot.querySelector("svg.qr") !== null, true);
  await name(CAMERAS, { invites: [{ invite, terms: SEES, untilMicros }] });
  await name(CAMERAS);
  await card.updateComplete;
  equal(card.renderRoot.querySelector("svg.qr"), null, "somebody has come in");
});

test("privacy_close_isNotSaidToBeSoBeforeTheHomeSaysIt", async () => {
  const { root, worker, tell, name } = await show("privacy");
  const page = inside(root, "privacy");
  const row = (): HTMLElement => page.renderRoot.querySelector(`[data-place="${DOOR}"]`)!;
  const field = row().querySelector("select")!;
  field.value = "open";
  field.dispatchEvent(new Event("change"));
  const order = { type: "set-privacy", members: { camera: DOOR, hand: "closed", untilMicros: 0, week: [] } } as const;
  equal(worker.heard.at(-1), { is: "order", key: `privacy:${DOOR}`, order });
  await tell({ is: "order", key: `privacy:${DOOR}`, order, progress: "asked" });
  equal([/Not confirmed/.test(row().textContent!), "closed" in row().dataset], [true, false]);
  await tell({ is: "order", key: `privacy:${DOOR}`, order, progress: "done" });
  const hand = { ...CLOSED_BY_PHONE, shutter: "closed" as const };
  const privacy = { cameras: [{ camera: DOOR, privacy: { hand: [hand], week: [] } }], house: NEVER };
  await name([{ ...CAMERAS[0]!, closure: CLOSED_BY_PHONE }, CAMERAS[1]!], { privacy });
  equal(["closed" in row().dataset, /Phone closed it/.test(row().textContent!)], [true, true]);
  row().querySelector<HTMLElement>("button.quiet")!.click();
  const opening = { ...order, members: { ...order.members, hand: "by-week" } };
  equal(worker.heard.at(-1), { is: "order", key: `privacy:${DOOR}`, order: opening as never });
});

test("privacy_relay_tellsItsOwnCounts", async () => {
  const { root, worker, tell } = await show("privacy");
  const page = inside(root, "privacy");
  equal(worker.heard.filter(({ is }) => is === "ask-relay").length, 1);
  equal(page.renderRoot.querySelector("dl"), null);
  const known = { addresses: 2, cachedBytes: 1_500_000, carriedBytes: 2_000_000_000, devices: 3, links: 5, sinceMicros: 1 };
  await tell({ is: "relay-knows", known });
  const values = [...page.renderRoot.querySelectorAll("dd")].map((value) => value.textContent!.replaceAll(/\s/g, " "));
  equal(values.slice(0, 5), ["3", "5", "2", "2 GB", "1.5 MB"]);
});

test("tile_closed_saysByWhomAndShowsNothing", async () => {
  const { root, tell } = await show("grid");
  const state = { ...LIVE, picture: { is: "none" }, trouble: "private", closure: CLOSED_BY_PHONE } as const;
  await tell({ is: "tile", camera: DOOR, state });
  const tile = tileOf(root, DOOR);
  equal(tile.dataset["state"], "private");
  equal(getComputedStyle(tile.shadowRoot!.querySelector("canvas")!).visibility, "hidden");
  equal(/Nobody sees this camera, you neither\. Phone closed it/.test(tile.shadowRoot!.textContent!), true);
  equal(tile.shadowRoot!.querySelector(".sign.diamond") !== null, true);
});

test("tile_largeOfWhoManages_canBeMadePrivate", async () => {
  const { root, tell, worker, name } = await show("camera");
  await tell({ is: "tile", camera: DOOR, state: LIVE });
  const control = (): HTMLElement | null => tileOf(root, DOOR).shadowRoot!.querySelector("[aria-label='Make private']");
  control()!.click();
  const sent = worker.heard.at(-1)!;
  equal(sent.is === "order" && sent.order.type === "set-privacy" && sent.order.members.camera === DOOR, true);
  await name(CAMERAS, { devices: [{ ...TOLD.devices[0]!, device: PHONE, terms: SEES }] });
  equal(control(), null);
});

test("order_shiftAndArrow_movesAPictureAndIsKept", async () => {
  const { page, root } = await show("grid");
  localStorage.clear();
  tileOf(root, YARD).focus();
  dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", shiftKey: true, cancelable: true }));
  await page.updateComplete;
  const order = (): (string | undefined)[] =>
    [...root.querySelectorAll<HTMLElement>("mashrabiya-tile")].map((tile) => tile.dataset["camera"]);
  equal(order(), [YARD, DOOR]);
  const again = await show("grid");
  const kept = [...again.root.querySelectorAll<HTMLElement>("mashrabiya-tile")].map((tile) => tile.dataset["camera"]);
  equal(kept, [YARD, DOOR]);
  localStorage.clear();
});

test("settings_dataUsed_isSaidByCamera", async () => {
  const { root, tell, worker } = await show("settings");
  equal(worker.heard.filter(({ is }) => is === "ask-used").length, 1);
  const today = dayOf(new Date());
  const used = new Map([
    ["2020-01-01", new Map([[DOOR, 3_000_000]])],
    [today, new Map([[DOOR, 2_000_000]])],
  ]);
  await tell({ is: "used", used });
  const text = inside(root, "settings").renderRoot.textContent!;
  equal([/2 MB today, 5 MB in the last month/.test(text), /Yard/.test(text)], [true, false]);
});

test("preferences_chosen_areSaid", async () => {
  const { root } = await show("settings");
  const page = inside(root, "settings");
  let said: unknown;
  root.addEventListener("preferences", (event) => (said = (event as CustomEvent).detail));
  page.renderRoot.querySelector<HTMLInputElement>("input[value=light]")!.click();
  equal(said, { language: "auto", theme: "light", digits: "own", data: "all" });
});
