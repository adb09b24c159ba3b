import { HouseholdStore } from "../../../main/ts/store/householdStore";
import type { HouseholdId } from "../../../main/ts/wire/ids";
import { anyCamera, TestHome } from "../fixtures/testHome";
import { identityAt, TestRelay } from "../fixtures/testRelay";
import { equal, test } from "../harness";

const DAY = 86_400_000;
const STILL = new Uint8Array([1, 2, 3]);

async function stored(body: (store: HouseholdStore, household: HouseholdId) => Promise<void>): Promise<void> {
  const { id } = await TestHome.make();
  const store = await HouseholdStore.open(id);
  try {
    await body(store, id);
  } finally {
    store.close();
    await HouseholdStore.forget(id);
  }
}

test("still_kept_isGivenBackForAMonth", () =>
  stored(async (store) => {
    const camera = anyCamera();
    await store.keepStill(camera, STILL, 0);
    equal(await store.still(camera, 30 * DAY), STILL);
    equal(await store.still(camera, 31 * DAY), undefined);
  }));

test("still_ofAnotherCamera_isNotGiven", () =>
  stored(async (store) => {
    await store.keepStill(anyCamera(), STILL);
    equal(await store.still(anyCamera()), undefined);
  }));

test("still_longerThanAnyOfAHome_leavesTheOneThatIsKept", () =>
  stored(async (store) => {
    const camera = anyCamera();
    await store.keepStill(camera, STILL);
    await store.keepStill(camera, new Uint8Array(512 * 1024 + 1));
    equal(await store.still(camera), STILL);
  }));

test("tidy_leavesTheHouseholdsCamerasAlone", () =>
  stored(async (store) => {
    const [here, gone] = [anyCamera(), anyCamera()];
    await store.keepStill(here, STILL);
    await store.keepStill(gone, STILL);
    await store.tidyStills([here]);
    equal([await store.still(here), await store.still(gone)], [STILL, undefined]);
  }));

/** Keys that were paired are not lost with a cache. */
test("open_databaseOfTheFirstVersion_keepsItsFactsAndForgetsItsStills", async () => {
  const relay = await TestRelay.start();
  const { id } = relay.home;
  const identity = identityAt(relay);
  relay.stop();
  const camera = anyCamera();
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(`mashrabiya-${id}`, 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("facts").put(identity, "identity");
      opening.result.createObjectStore("stills").put(STILL, camera);
    };
    opening.onerror = () => reject(opening.error!);
    opening.onsuccess = () => (opening.result.close(), resolve());
  });
  const store = await HouseholdStore.open(id);
  equal([(await store.identity())?.device, await store.still(camera)], [identity.device, undefined]);
  store.close();
  await HouseholdStore.forget(id);
});
