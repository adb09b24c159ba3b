import { evicted, isOfUse, type KeptStill } from "../../../main/ts/store/eviction";
import { anyCamera } from "../fixtures/testHome";
import { equal, test } from "../harness";

const DAY = 86_400_000;
const NOW = 1_000 * DAY;
const KIB = 1024;

const still = (keptMillis: number, sizeBytes = 30 * KIB): KeptStill => ({ camera: anyCamera(), sizeBytes, keptMillis });
const named = (...stills: KeptStill[]) => stills.map(({ camera }) => camera);

test("evicted_nothingTooOldNorTooMuch_isNothing", () => {
  const all = [still(NOW), still(NOW - 29 * DAY)];
  equal(evicted(all, named(...all), NOW), []);
});

test("evicted_cameraThatIsNoLongerThere_goes", () => {
  const [here, gone] = [still(NOW), still(NOW)];
  equal(evicted([here, gone], named(here), NOW), named(gone));
});

test("evicted_afterAMonth_goes", () => {
  const [young, old] = [still(NOW - 30 * DAY), still(NOW - 30 * DAY - 1)];
  equal(evicted([young, old], named(young, old), NOW), named(old));
});

/** A clock that was wrong once would keep it for ever. */
test("evicted_fromTheFuture_goes", () => {
  const [soon, far] = [still(NOW + DAY), still(NOW + DAY + 1)];
  equal(evicted([soon, far], named(soon, far), NOW), named(far));
});

test("evicted_moreThanEightMiB_theOldestGo", () => {
  const all = Array.from({ length: 18 }, (_, index) => still(NOW - index, 512 * KIB));
  equal(evicted(all, named(...all), NOW), named(all[16]!, all[17]!));
});

test("evicted_longerThanAnyStillOfAHome_goes", () => {
  const large = still(NOW, 512 * KIB + 1);
  equal(evicted([large], named(large), NOW), named(large));
});

test("isOfUse_byAge_forAMonth", () => {
  equal([isOfUse(NOW, NOW), isOfUse(NOW - 30 * DAY, NOW), isOfUse(NOW - 31 * DAY, NOW)], [true, true, false]);
});
