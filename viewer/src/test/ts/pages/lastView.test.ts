import { HouseModel } from "../../../main/ts/pages/houseModel";
import { forgetLastView, keepLastView, readLastView } from "../../../main/ts/pages/lastView";
import { CAMERAS, HOUSEHOLD, PHONE, show, TOLD } from "../fixtures/shownHouse";
import { equal, table, test } from "../harness";

const KEY = `mashrabiya-view-${HOUSEHOLD}`;
const NAMED = CAMERAS.map(({ camera, name }) => ({ camera, name, rights: undefined, closure: undefined }));
const SEEN = { household: HOUSEHOLD, thisDevice: PHONE, name: "Our house", cameras: NAMED, told: undefined };

/** Whoever enters the house in a new tab, before its worker has said anything. */
function enter() {
  const given: string[] = [];
  const worker = { postMessage: ({ is }: { is: string }) => given.push(is), onmessage: undefined };
  return new HouseModel(HOUSEHOLD, worker as unknown as Worker, () => undefined as never, () => undefined);
}

test("view_keptAndRead_isNamesAlone", () => {
  keepLastView({ ...SEEN, cameras: NAMED.map((camera) => ({ ...camera, rights: ["view"] })), told: TOLD });
  equal(readLastView(HOUSEHOLD), SEEN);
  forgetLastView(HOUSEHOLD);
  equal(readLastView(HOUSEHOLD), undefined);
});

test("view_ofAHouseholdWithoutAName_isNotKept", () => {
  keepLastView({ ...SEEN, name: "" });
  equal(readLastView(HOUSEHOLD), undefined);
});

table(
  [
    ["nothing", "null"],
    ["noJson", "{"],
    ["ofAnotherForm", JSON.stringify({ cameras: [], name: "Our house" })],
    ["withACameraThatIsNone", JSON.stringify({ cameras: [{ camera: "x", name: "Yard" }], name: "Our house", thisDevice: PHONE })],
  ] as const,
  ([name]) => `view_keptThatIs_${name}_isNone`,
  ([, text]) => {
    localStorage.setItem(KEY, text);
    equal(readLastView(HOUSEHOLD), undefined);
    localStorage.removeItem(KEY);
  },
);

test("house_enteredAgain_hasItsTilesBeforeItsWorkerSaysAnything", async () => {
  await show("grid");
  const model = enter();
  equal(model.view, SEEN);
  equal(model.terms, undefined);
});

test("house_notHeldAnyMore_isNotNamedAgain", async () => {
  const { tell } = await show("grid");
  await tell({ is: "not-held" });
  equal(enter().view, undefined);
});
