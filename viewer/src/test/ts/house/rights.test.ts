// What a home takes away is gone from the screen, and what somebody who manages wants is not so before the home says it.

import { parsePairingFragment } from "../../../main/ts/wire/enrolment";
import { CLOSED_BY_PHONE, looking } from "../fixtures/looking";
import { INVITE } from "../fixtures/testRelay";
import { equal, test } from "../harness";

test("closed_livePicture_isGoneFromScreenAndStorage", () =>
  looking(["Front door"], async (begun, door) => {
    const canvas = new OffscreenCanvas(1, 1);
    begun.house.paintOn(door!.id, canvas);
    await begun.live(door!);
    door!.closure = CLOSED_BY_PHONE;
    await begun.relay.push("household-changed");
    await begun.until("closed", () => begun.word(door!) === "private");
    equal(begun.state(door!)!.picture, { is: "none" });
    equal(begun.state(door!)!.closure, CLOSED_BY_PHONE);
    const pixels = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height).data;
    equal(
      pixels.every((value, index) => value === (index % 4 === 3 ? 255 : 0)),
      true,
      "nothing is left on the canvas",
    );
    await begun.relay.shoot(door!); // a home or a relay that goes on all the same
    await begun.relay.push("household-changed");
    await begun.until("asked again", () => begun.asked("household") >= 3);
    equal(begun.word(door!), "private");
  }));

test("closed_camera_isNotAskedForUntilItOpens", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    const before = begun.asked("open");
    door!.closure = CLOSED_BY_PHONE;
    await begun.relay.push("household-changed");
    await begun.until("closed", () => begun.word(door!) === "private");
    begun.relay.forgetSessions();
    begun.house.hurry();
    await begun.until("beaten", () => begun.relay.asked.at(-1)?.type === "beat");
    equal(begun.asked("open"), before);
    door!.closure = undefined;
    await begun.relay.push("household-changed");
    await begun.until("open again", () => begun.asked("open") > before);
    await begun.live(door!);
  }));

test("closed_openedWhileTheHomeIsBusy_opensAllTheSame", () =>
  looking(["Front door"], async (begun, door) => {
    door!.closure = CLOSED_BY_PHONE;
    await begun.relay.push("household-changed");
    await begun.until("closed", () => begun.word(door!) === "private");
    const before = begun.asked("household");
    begun.relay.refuseWith = "busy";
    door!.closure = undefined;
    await begun.relay.push("household-changed");
    await begun.until("asked", () => begun.asked("household") > before);
    begun.relay.refuseWith = undefined;
    await begun.live(door!);
  }));

test("rights_withoutSound_haveNoButton", () =>
  looking(["Front door"], async (begun, door) => {
    door!.rights = ["view"];
    door!.sound = true;
    await begun.relay.push("household-changed");
    await begun.live(door!);
    await begun.until("beaten", () => begun.asked("beat") > 0);
    equal(begun.state(door!)!.hasSound, false);
  }));

test("rights_noneAtThisHour_areSaid", () =>
  looking(["Front door"], async (begun, door) => {
    door!.rights = [];
    await begun.relay.push("household-changed");
    await begun.until("said", () => begun.word(door!) === "not-now");
  }));

test("order_invite_isOpenedAndToldWithItsLink", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    const terms = { rights: { manage: false, everywhere: ["view"] as const, cameras: [] }, untilMicros: 0, week: [] };
    await begun.house.order("invite", { type: "invite", members: { goodForSeconds: 600, replaces: [], terms } });
    const invited = begun.told.find((message) => message.is === "invited")!;
    equal(invited.invite as string, INVITE);
    const link = parsePairingFragment(invited.fragment);
    equal([link.household, [...link.secret]], [begun.relay.home.id, [...begun.relay.inviteSecret]]);
    const asked = begun.relay.asked.find(({ type }) => type === "invite")!.body;
    equal(asked["terms"], terms);
  }));

test("order_thatTheHomeDoesNotAnswer_isNotConfirmed", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    begun.relay.silentTo.add("set-privacy");
    const members = { camera: door!.id, hand: "closed", untilMicros: 0, week: [] } as const;
    const ordered = begun.house.order("it", { type: "set-privacy", members });
    await begun.until("asked", () => begun.told.some((message) => message.is === "order"));
    equal(begun.told.filter((message) => message.is === "order").map(({ progress }) => progress), ["asked"]);
    begun.relay.drop();
    await ordered;
    equal(begun.told.findLast((message) => message.is === "order")!.progress, "unanswered");
    equal(begun.word(door!) === "private", false);
  }));
