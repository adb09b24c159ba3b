import type { FromHouse, ToHouse } from "../../../main/ts/house/messages";
import { run } from "../../../main/ts/house/run";
import { sealedGates } from "../../../main/ts/house/sealedGate";
import { HouseholdStore } from "../../../main/ts/store/householdStore";
import { TestHome } from "../fixtures/testHome";
import { equal, test } from "../harness";

const GUARD_MILLIS = 10_000;

/** Asks a worker for a household; answers its first word. */
async function firstWord(): Promise<FromHouse["is"] | "nothing"> {
  const { id: household } = await TestHome.make();
  const first = new Promise<Pick<FromHouse, "is"> | { is: "nothing" }>((resolve) => {
    setTimeout(() => resolve({ is: "nothing" }), GUARD_MILLIS);
    const scope: Parameters<typeof run>[0] = { onmessage: null, postMessage: resolve };
    run(scope, sealedGates);
    scope.onmessage!({ data: { is: "open", household } } as MessageEvent<ToHouse>);
  });
  return (await first).is;
}

test("open_householdThatIsNotHeld_saysSoAndLeavesNothing", async () => {
  const before = await HouseholdStore.held();
  equal(await firstWord(), "not-held");
  equal(await HouseholdStore.held(), before);
});

test("approach_anotherHouseholdThanIsOpened_letsGoOfIt", async () => {
  const [{ id: passed }, { id: opened }] = [await TestHome.make(), await TestHome.make()];
  const before = await HouseholdStore.held();
  const first = new Promise<string>((resolve) => {
    const scope: Parameters<typeof run>[0] = { onmessage: null, postMessage: ({ is }) => resolve(is) };
    run(scope, sealedGates);
    scope.onmessage!({ data: { is: "approach", household: passed } } as MessageEvent<ToHouse>);
    scope.onmessage!({ data: { is: "open", household: opened } } as MessageEvent<ToHouse>);
  });
  equal(await first, "not-held");
  const until = Date.now() + GUARD_MILLIS; // the one passed by is forgotten at its own pace
  while ((await HouseholdStore.held()).length > before.length && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve));
  }
  equal(await HouseholdStore.held(), before);
});

test("open_storageThatFails_saysSo", async () => {
  const fails = (): never => {
    throw new DOMException("storage is off", "InvalidStateError");
  };
  Object.defineProperty(indexedDB, "open", { configurable: true, value: fails });
  try {
    equal(await firstWord(), "no-storage");
  } finally {
    Reflect.deleteProperty(indexedDB, "open");
  }
});
