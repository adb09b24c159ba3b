import { Meter } from "../../../main/ts/house/meter";
import { type DataUsed, dayOf, sumSince, withMore } from "../../../main/ts/store/dataUsed";
import { HouseholdStore } from "../../../main/ts/store/householdStore";
import type { HouseholdId } from "../../../main/ts/wire/ids";
import { anyCamera } from "../fixtures/testHome";
import { equal, test } from "../harness";

const [DOOR, YARD] = [anyCamera(), anyCamera()];
const NONE: DataUsed = new Map();

test("dayOf_byTheWallOfThisDevice", () => {
  equal(dayOf(new Date(2026, 0, 9, 23, 59)), "2026-01-09");
  equal(dayOf(new Date(2026, 0, 10, 0, 0)), "2026-01-10");
});

test("withMore_sameDay_isAdded_andOldDaysAreLetGo", () => {
  let used = withMore(NONE, "2026-11-27", new Map([[DOOR, 10]]));
  used = withMore(used, "2026-11-27", new Map([[DOOR, 5], [YARD, 1]]));
  equal([...used.get("2026-11-27")!.values()], [15, 1]);
  for (let day = 1; day <= 31; day++) used = withMore(used, `2026-12-${String(day).padStart(2, "0")}`, new Map([[DOOR, 1]]));
  equal([used.size, used.has("2026-11-27")], [31, false]);
});

test("sumSince_countsFromThatDayOn", () => {
  let used = withMore(NONE, "2026-11-26", new Map([[DOOR, 1]]));
  used = withMore(used, "2026-11-27", new Map([[DOOR, 2]]));
  used = withMore(used, "2026-11-28", new Map([[DOOR, 4]]));
  equal([sumSince(used, "2026-11-27").get(DOOR), sumSince(used, "2026-11-26").get(DOOR)], [6, 7]);
});

test("meter_overMidnight_countsForTheDayOnWhichItCame", async () => {
  const put: unknown[] = [];
  const meter = new Meter(async (day, bytes) => void put.push([day, [...bytes.values()]]));
  const evening = new Date(2026, 10, 27, 23, 59, 50);
  meter.tick(evening);
  meter.count(DOOR, 7);
  meter.tick(new Date(2026, 10, 27, 23, 59, 55));
  equal(put, []);
  meter.tick(new Date(2026, 10, 28, 0, 0, 1));
  meter.count(DOOR, 3);
  await meter.putAway(new Date(2026, 10, 28, 0, 0, 2));
  equal(put, [
    ["2026-11-27", [7]],
    ["2026-11-28", [3]],
  ]);
});

/** Each adds to what the other has put there. */
test("addUsed_byTwoTabs_losesNothing", async () => {
  const household = "used" as HouseholdId;
  const [one, other] = [await HouseholdStore.open(household), await HouseholdStore.open(household)];
  await Promise.all([1, 2, 3].flatMap((bytes) => [one, other].map((tab) => tab.addUsed("2026-11-27", new Map([[DOOR, bytes]])))));
  equal((await one.used()).get("2026-11-27")?.get(DOOR), 12);
  one.close();
  other.close();
  await HouseholdStore.forget(household);
});
