// What is asked of the home after a return: nothing twice, and nothing that the relay has.

import { Absence } from "../../../main/ts/house/absence";
import { Looking, looking } from "../fixtures/looking";
import type { TestCamera } from "../fixtures/testRelay";
import { equal, test } from "../harness";

const terms = (manage: boolean) => ({ rights: { manage, everywhere: ["view"], cameras: [] }, untilMicros: 0, week: [] });

/** A device of these rights that looks at cameras, and has heard all that there was to hear. */
async function settled(
  manage: boolean,
  names: string[],
  body: (begun: Looking, ...cameras: TestCamera[]) => Promise<void>,
): Promise<void> {
  const begun = await Looking.begin();
  try {
    const { device } = begun.relay;
    const row = { device: device.id, name: "Phone", enrolledMicros: 1, lastSeenMicros: 1, terms: terms(manage) };
    begun.relay.devices.push(row);
    for (const name of names) begun.relay.addCamera(name);
    begun.relay.version++;
    await begun.until("linked", () => begun.asked("household") > 0);
    await begun.relay.push("household-changed");
    await begun.until("all opened", () => begun.relay.openSessions === names.length);
    for (const camera of begun.relay.cameras) await begun.live(camera);
    await begun.until("told", () =>
      begun.told.some((message) => message.is === "household" && message.view.told?.devices.length === 1),
    );
    await begun.until("beaten", () => begun.asked("beat") > 0);
    begun.relay.asked.length = begun.relay.wishes.length = 0;
    await body(begun, ...begun.relay.cameras);
  } finally {
    await begun.end();
  }
}

/** All letters until the home has answered a push, but for beats beyond the first: these come every 5 s anyway. */
async function letters(begun: Looking): Promise<string[]> {
  await begun.relay.push("household-changed");
  await begun.until("the push is answered", () => begun.asked("household") > 0);
  const types = begun.relay.asked.map(({ type }) => type);
  return types.filter((type, index) => type !== "beat" || types.indexOf("beat") === index);
}

test("return_afterAShortAbsence_asksWhetherItsSessionsStandAndNothingElse", () =>
  settled(false, ["Front door", "Yard"], async (begun, door, yard) => {
    begun.relay.drop();
    await begun.until("back", () => begun.relay.arrivals === 2 && begun.relay.tracksAskedFor >= 2);
    await begun.until("asked", () => begun.asked("beat") > 0);
    await begun.paints(door!);
    await begun.paints(yard!);
    const [beat] = begun.relay.asked;
    equal((beat!.body["sessions"] as string[]).length, 2);
    equal(await letters(begun), ["beat", "household"]); // the second for the push alone
    equal(begun.relay.openSessions, 2);
    equal([door!, yard!].map((camera) => begun.state(camera)?.refusals), [0, 0]);
  }));

test("return_ofWhoManages_asksForTheInvitesThatNoCardTellsOf", () =>
  settled(true, ["Front door"], async (begun, door) => {
    begun.relay.drop();
    await begun.until("asked", () => begun.asked("household") === 1);
    await begun.paints(door!);
    equal(begun.asked("open"), 0);
  }));

test("return_toAHomeThatRuledMeanwhile_asksForWhatItRuled", () =>
  settled(false, ["Front door"], async (begun) => {
    begun.relay.isUp = false;
    begun.relay.drop();
    await begun.until("apart", () => begun.trouble() === "apart");
    await begun.relay.beginEpoch(false); // and what it said of it is lost
    begun.relay.isUp = true;
    await begun.until("asked", () => begun.asked("household") === 1);
    equal(begun.asked("open"), 0);
  }));

test("return_toAHomeThatForgot_opensAnewAndAsksForAll", () =>
  settled(false, ["Front door"], async (begun, door) => {
    begun.relay.isUp = false;
    begun.relay.drop();
    await begun.until("apart", () => begun.trouble() === "apart");
    begun.relay.forgetSessions();
    begun.relay.isUp = true;
    await begun.until("opened anew", () => begun.asked("open") === 1 && begun.asked("household") === 1);
    await begun.paints(door!);
  }));

test("network_another_goesOnInTheSameSessionsAndAsksNothing", () =>
  settled(false, ["Front door"], async (begun, door) => {
    const before = door!.number;
    begun.house.networkChanged();
    await begun.until("on the other", () => begun.relay.wishes.length > 0);
    equal(begun.relay.wishes.map(({ is, first }) => [is, first]), [["subscribe", before]]);
    await begun.paints(door!);
    const asked = await letters(begun);
    equal(asked.filter((type) => type !== "beat"), ["household"]); // for the push, which came over both links
    equal([begun.relay.openSessions, begun.state(door!)?.refusals, begun.trouble()], [1, 0, undefined]);
  }));

test("network_anotherWhileNobodyLooks_isDialledWhenSomebodyDoes", () =>
  settled(false, ["Front door"], async (begun, door) => {
    begun.house.rest();
    await begun.until("ended", () => begun.relay.openSessions === 0);
    begun.house.networkChanged();
    equal(begun.relay.arrivals, 1);
    begun.house.wake();
    await begun.until("on the other", () => begun.relay.arrivals === 2);
    await begun.paints(door!);
  }));

test("line_thatFallsSilent_isSaidAndLeftForANewOneInTheSameSession", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    begun.relay.fallSilent();
    await begun.until("apart", () => begun.trouble() === "apart");
    equal(begun.relay.openSessions, 1);
    begun.relay.isSilent = false; // for new links alone
    await begun.until("on another", () => begun.trouble() === undefined);
    await begun.paints(door!);
    equal([begun.asked("open"), begun.relay.openSessions, begun.state(door!)?.refusals], [1, 1, 0]);
  }));

test("absence_shorterThanALease_isShort", () => {
  const absence = new Absence();
  const at = (seconds: number) => ({ monotonicMillis: seconds * 1000, wallMillis: seconds * 1000 });
  equal(absence.isLong(at(0)), true);
  absence.isHere(at(0));
  equal([absence.isLong(at(20)), absence.isLong(at(21))], [false, true]);
  equal(absence.isLong({ monotonicMillis: 1_000, wallMillis: 60_000 }), true); // it slept
});
