// A whole household in a worker's place: from the links to the canvas, against a relay and a home inside the page.

import { House } from "../../../main/ts/house/house";
import { sealedGates } from "../../../main/ts/house/sealedGate";
import { Threshold } from "../../../main/ts/house/threshold";
import { join, u32, u8 } from "../../../main/ts/wire/codec/bytes";
import { kidOf, TRACK } from "../../../main/ts/wire/kid";
import { framesByHand } from "../fixtures/framesByHand";
import { anyCamera, cardKey, TestHome } from "../fixtures/testHome";
import { ORIGIN, type TestCamera, type Wish } from "../fixtures/testRelay";
import { Looking, looking } from "../fixtures/looking";
import { equal, test } from "../harness";
import { hex } from "../hex";

/** Lets the body run so much later: both clocks go on alike. */
async function at(laterMillis: number, body: () => Promise<void>): Promise<void> {
  const [monotonic, wall] = [performance.now.bind(performance), Date.now];
  performance.now = () => monotonic() + laterMillis;
  Date.now = () => wall() + laterMillis;
  try {
    await body();
  } finally {
    Reflect.deleteProperty(performance, "now");
    Date.now = wall;
  }
}

test("house_opened_namesItsCamerasAndPaintsLive", () =>
  looking(["Front door", "Nursery"], async (begun, door, nursery) => {
    const canvas = new OffscreenCanvas(1, 1);
    begun.house.paintOn(door!.id, canvas);
    await begun.relay.shoot(door!); // before anybody looked: the relay keeps it
    await begun.until("live from the cache", () => begun.word(door!) === "live");
    equal([canvas.width, canvas.height], [64, 48]);
    equal(begun.word(nursery!), "connecting");
    const view = begun.told.findLast((message) => message.is === "household")!.view;
    equal(
      view.cameras.map(({ name }) => name),
      ["Front door", "Nursery"],
    );
    await begun.live(nursery!);
  }));

test("house_pictureThatIsNotOnTheScreenYet_isNotCalledLive", () =>
  looking(["Front door"], (begun, door) =>
    framesByHand(async (nextFrame) => {
      const canvas = new OffscreenCanvas(1, 1);
      begun.house.paintOn(door!.id, canvas);
      await begun.relay.shoot(door!);
      await begun.until("painted", () => canvas.width === 64);
      for (const what of ["painted", "handed to the page"]) {
        equal(begun.word(door!) === "live", false, what);
        nextFrame();
      }
      await begun.until("live", () => begun.word(door!) === "live");
    }),
  ));

test("house_foreignPictures_areRefusedReportedAndNeverPainted", () =>
  looking(["Front door"], async (begun, door) => {
    const foreign = await TestHome.make();
    const canvas = new OffscreenCanvas(1, 1);
    begun.house.paintOn(door!.id, canvas);
    await begun.until("opened", () => begun.asked("open") > 0);
    await begun.relay.shoot(door!, foreign);
    await begun.until("refused", () => begun.word(door!) === "refused");
    equal([canvas.width, canvas.height], [1, 1], "nothing was painted");
    await begun.until("reported", () => begun.asked("report") === 1);
    const { body } = begun.relay.asked.find(({ type }) => type === "report")!;
    equal([body["camera"], body["reason"], body["number"]], [door!.id, "not-opened", 0]);
    await begun.live(door!);
    equal(begun.state(door!)?.refusals, 1);
  }));

/** Two households that a relay swaps: the one with the younger epoch gets pictures of an older one. */
test("house_foreignPicturesOfAnOlderEpoch_areRefusedAndReported", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!); // so that it is subscribed to
    const older = { ...door!, main: cardKey(door!.id, kidOf(begun.relay.epoch - 1_000, 0)) };
    await begun.relay.shoot(older, await TestHome.make());
    await begun.until("refused", () => begun.state(door!)?.refusals === 1);
    await begun.until("reported", () => begun.asked("report") === 1);
    const { body } = begun.relay.asked.find(({ type }) => type === "report")!;
    equal([body["camera"], body["reason"], body["kid"]], [door!.id, "unknown-epoch", older.main.kid]);
  }));

test("house_pictureOfNoCameraOfOurs_isAStrayAndReported", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    const envelope = await begun.relay.shoot(door!, await TestHome.make());
    begun.relay.deliver(anyCamera(), envelope, true);
    await begun.until("stray", () => begun.told.some(({ is }) => is === "stray"));
    await begun.until("reported", () => begun.asked("report") >= 1);
  }));

test("house_homeGoesAndComes_saysSoAndOpensAgain", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    begun.relay.setHome(false);
    await begun.until("offline", () => begun.word(door!) === "offline");
    begun.relay.forgetSessions();
    begun.relay.setHome(true);
    await begun.until("opened again", () => begun.asked("open") === 2);
    await begun.live(door!);
  }));

test("house_relayGoesAndComes_asksForWhatFollowsAndRefusesNothing", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    begun.relay.isUp = false;
    begun.relay.drop();
    await begun.until("apart", () => begun.word(door!) === "apart");
    begun.relay.isUp = true;
    await begun.until("connected again", () => begun.asked("beat") >= 3);
    await begun.live(door!);
    equal(begun.state(door!)?.refusals, 0);
  }));

test("house_relayThatIsReplaced_goesOnInTheNextOneWithoutAWordOfTrouble", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    const toldBefore = begun.told.length;
    const beatsBefore = begun.asked("beat");
    begun.relay.tell({ type: "back-soon", millis: 0 });
    await begun.until("asked again", () => begun.asked("beat") > beatsBefore);
    await begun.live(door!);
    equal(begun.relay.arrivals, 2);
    const troubles = begun.told
      .slice(toldBefore)
      .flatMap((message) => (message.is === "trouble" && message.trouble !== undefined ? [message.trouble] : []));
    equal(troubles, []);
    equal(begun.state(door!)?.refusals, 0);
  }));

test("house_relayThatSaysItComesBackAndDoesNot_isSaidToBeAway", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    begun.relay.isUp = false;
    begun.relay.tell({ type: "back-soon", millis: 0 });
    await begun.until("apart", () => begun.trouble() === "apart");
    begun.relay.isUp = true;
    begun.house.hurry();
    await begun.live(door!);
  }));

test("house_suspendedByTheRelaysOperator_saysSoAndComesBack", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    begun.relay.tell({ type: "bye", reason: "suspended" });
    await begun.until("suspended", () => begun.trouble() === "suspended");
    await begun.live(door!);
    await begun.until("over", () => begun.trouble() === undefined);
  }));

test("house_feedDelayed_losesLiveAndShowsItsAge", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.until("opened", () => begun.asked("open") > 0);
    await begun.relay.shoot(door!, begun.relay.home, begun.relay.nowMicros() - 20_000_000);
    await begun.until("aged", () => begun.word(door!) === "aged");
    const { picture } = begun.state(door!)!;
    const seconds = picture.is === "aged" ? (Date.now() - picture.sinceMillis) / 1000 : undefined;
    equal(seconds !== undefined && seconds >= 20 && seconds < 25, true);
  }));

test("house_clocksFarApart_isLiveAllTheSame", () =>
  looking(["Front door"], async (begun, door) => {
    begun.relay.clockOffsetMicros = -86_400_000_000;
    await begun.live(door!);
  }));

test("house_keptStill_isPaintedBeforeTheHomeAnswers", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    const drawn = new OffscreenCanvas(32, 16);
    drawn.getContext("2d");
    const jpeg = new Uint8Array(await (await drawn.convertToBlob({ type: "image/jpeg" })).arrayBuffer());
    const taken = begun.relay.nowMicros() - 60_000_000;
    await begun.store.keepStill(door!.id, await begun.relay.keepStill(door!, jpeg, taken));
    begun.relay.isUp = false;
    begun.told.length = 0;
    begun.house.close();
    await begun.open();
    await begun.until("its time", () => begun.state(door!)?.picture.is === "taken");
    equal(begun.state(door!)?.picture, { is: "taken", captureMicros: taken });
  }));

test("house_storageThatTakesNothing_isLiveAllTheSame", () =>
  looking(["Front door"], async (begun, door) => {
    begun.store.close();
    await begun.live(door!);
    equal(begun.trouble(), undefined);
  }));

test("house_knownFromTheLastTime_opensItsCamerasBeforeItAsksForAnythingElse", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    await begun.until("kept", () => begun.asked("household") > 0);
    begun.house.close();
    begun.relay.forgetSessions();
    begun.relay.asked.length = 0;
    begun.relay.silentTo.add("household");
    await begun.open();
    await begun.until("live again", () => begun.asked("open") === 1 && begun.word(door!) === "live");
    equal(begun.relay.asked[0]!.type, "open");
    equal((await begun.store.learned()).codecs?.get(door!.id), "avc1.42c00a");
  }));

test("house_openedWhileTheHomeIsAway_opensItsCamerasOnceItIsBack", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    begun.house.close();
    begun.relay.forgetSessions();
    begun.relay.isHomeUp = false;
    begun.told.length = 0;
    await begun.open();
    await begun.until("offline", () => begun.word(door!) === "offline");
    const before = begun.asked("open");
    begun.relay.setHome(true);
    await begun.until("opened", () => begun.asked("open") > before);
    await begun.live(door!);
  }));

test("house_keptStillThatTheRelayHasToo_isNotRefusedAsReplayed", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    const drawn = new OffscreenCanvas(32, 16);
    drawn.getContext("2d");
    const jpeg = new Uint8Array(await (await drawn.convertToBlob({ type: "image/jpeg" })).arrayBuffer());
    const still = await begun.relay.keepStill(door!, jpeg, begun.relay.nowMicros() - 60_000_000);
    await begun.store.keepStill(door!.id, still);
    begun.house.close();
    const late = new Promise<void>((resolve) => setTimeout(resolve, 300));
    door!.newestStill = still;
    await begun.open((store) => {
      const read = store.still.bind(store);
      store.still = async (camera) => late.then(() => read(camera)); // a slow disk: the network is faster
    });
    await begun.live(door!);
    await begun.started; // with what was kept judged
    equal(begun.state(door!)?.refusals, 0);
    equal(begun.asked("report"), 0);
  }));

/** Neither is what is live kept waiting, nor is it replaced by what was. */
test("house_storageThatAnswersLate_isLiveAndStaysSo", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    const drawn = new OffscreenCanvas(32, 16);
    drawn.getContext("2d");
    const jpeg = new Uint8Array(await (await drawn.convertToBlob({ type: "image/jpeg" })).arrayBuffer());
    const still = await begun.relay.keepStill(door!, jpeg, begun.relay.nowMicros());
    begun.house.close();
    begun.told.length = 0;
    let answer = (): void => undefined;
    const late = new Promise<void>((resolve) => (answer = resolve));
    await begun.open((store) => (store.still = () => late.then(() => still)));
    const canvas = new OffscreenCanvas(1, 1);
    begun.house.paintOn(door!.id, canvas);
    await begun.live(door!);
    answer();
    await begun.started;
    await begun.paints(door!);
    equal([canvas.width, begun.state(door!)?.refusals, begun.word(door!)], [64, 0, "live"]);
  }));

test("house_keptStill_isNotWrittenAgain", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    const jpeg = new Uint8Array([1]);
    await begun.store.keepStill(door!.id, await begun.relay.keepStill(door!, jpeg, begun.relay.nowMicros()));
    begun.house.close();
    let written = 0;
    await begun.open((store) => (store.keepStill = async () => void written++));
    await begun.started;
    equal(written, 0);
  }));

/** Made ready for whoever is about to choose it: decoders, keys, sockets; but nobody has entered. */
test("house_approachedButNotEntered_saysNothingToAnybody", () =>
  looking(["Front door"], async (begun) => {
    begun.house.close();
    const [told, asked] = [begun.told.length, begun.relay.asked.length];
    const arrivals = begun.relay.arrivals;
    const threshold = (await Threshold.of(begun.relay.home.id, ORIGIN))!;
    const house = new House(threshold, sealedGates, (message) => begun.told.push(message));
    await new Promise((resolve) => setTimeout(resolve, 50));
    equal([begun.told.length, begun.relay.asked.length, begun.relay.arrivals], [told, asked, arrivals]);
    house.close();
  }));

test("house_removal_isNotConfirmedBeforeTheHomesDone", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    const { id } = await begun.relay.home.device();
    const progress = (): unknown[] =>
      begun.told.flatMap((message) => (message.is === "order" ? message.progress : []));
    const remove = (): Promise<void> => begun.house.order("it", { type: "remove", members: { device: id } });
    await remove();
    equal(progress(), ["asked", "done"]);
    begun.relay.refuseWith = "not-allowed";
    await remove();
    equal(progress(), ["asked", "done", "asked", "not-allowed"]);
  }));

test("house_removedDevice_isToldOnceTheHomeHasSaidSo", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    begun.relay.refuseWith = "removed";
    begun.relay.drop();
    await begun.until("removed", () => begun.told.some(({ is }) => is === "removed"));
  }));

test("house_relaySaysNoMember_isTheRelaysWordAloneAndMayEnd", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    begun.relay.isMember = false;
    begun.relay.drop();
    await begun.until("barred", () => begun.trouble() === "barred");
    await begun.until("on the picture, once it is old", () => begun.word(door!) === "barred");
    equal(
      begun.told.some(({ is }) => is === "removed"),
      false,
    );
    begun.relay.isMember = true;
    begun.house.hurry();
    await begun.live(door!);
    equal(begun.trouble(), undefined);
  }));

test("house_homeIsAnOldCopy_isShownTheNewerListAndSaysSo", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    begun.relay.refuseWith = "behind";
    begun.relay.forgetSessions();
    begun.relay.drop();
    await begun.until("behind", () => begun.word(door!) === "behind");
    await begun.until("said for the house", () => begun.trouble() === "behind");
    await begun.until("shown the list", () => begun.asked("newer") > 0);
    const before = begun.asked("open");
    begun.relay.refuseWith = undefined;
    begun.relay.drop();
    await begun.until("opened again", () => begun.asked("open") > before);
    await begun.live(door!);
    await begun.until("over", () => begun.trouble() === undefined);
  }));

/** Restored from an old copy, it has to see the list that it signed itself; a letter for each camera would be a flood. */
test("house_homeIsBehind_isShownTheNewestListThatItSignedOnceForAllCameras", () =>
  looking(["Front door", "Nursery", "Yard"], async (begun, door) => {
    await begun.live(door!);
    await begun.until("all opened", () => begun.asked("open") === 3);
    begun.relay.refuseOpenWith = "behind";
    begun.relay.silentTo.add("newer");
    begun.relay.forgetSessions();
    begun.house.hurry(); // the beat tells that all sessions are lost
    await begun.until("all asked for again", () => begun.asked("open") >= 6);
    await begun.until("shown", () => begun.asked("newer") > 0);
    await begun.until("all declined", () => begun.relay.cameras.slice(1).every((one) => begun.word(one) === "behind"));
    const shown = begun.relay.asked.filter(({ type }) => type === "newer").map(({ body }) => body["memberList"]);
    equal(shown, [await begun.relay.home.memberList(begun.relay.version, begun.relay.device)]);
  }));

/** What was shown to it, list by list. */
const listsShown = (begun: Looking): unknown[] =>
  begun.relay.asked.filter(({ type }) => type === "newer").map(({ body }) => body["memberList"]);

/** Its sessions were opened before: nothing but the confirmation brings the list by which the home is found out. */
test("house_homeForgetsARulingThatItConfirmed_isShownTheListThatCameWithIt", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    const { id } = await begun.relay.home.device();
    await begun.house.order("it", { type: "remove", members: { device: id } });
    const confirmed = await begun.relay.list();
    begun.relay.refuseOpenWith = "behind";
    begun.relay.forgetSessions();
    begun.house.hurry();
    await begun.until("shown", () => begun.asked("newer") > 0);
    equal(listsShown(begun), [confirmed]);
  }));

test("house_pushedList_isHeldAndNamedAtTheNextOpening", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    begun.relay.version = 5;
    const before = begun.asked("household");
    await begun.relay.push("household-changed");
    await begun.until("asked again", () => begun.asked("household") > before);
    begun.relay.forgetSessions();
    begun.house.hurry();
    await begun.until("opened again", () => begun.asked("open") === 2);
    const named = begun.relay.asked.findLast(({ type }) => type === "open")!.body["held"];
    equal(named, { ruledMicros: 5_000, serial: 7, version: 5 });
  }));

test("house_pushedListOfAHomeThatIsBehind_isAnsweredWithTheOneHeldOnce", () =>
  looking(["Front door"], async (begun, door) => {
    begun.relay.silentTo.add("newer");
    await begun.live(door!);
    const { home, device, version } = begun.relay;
    const other = home.memberListRuled(1, version, device);
    begun.relay.refuseWith = "behind"; // as the home does that ruled it
    await begun.relay.push("household-changed", other);
    await begun.until("shown", () => begun.asked("newer") > 0);
    const before = begun.asked("household");
    await begun.relay.push("household-changed", other);
    await begun.until("asked again", () => begun.asked("household") > before);
    equal(listsShown(begun), [await begun.relay.list()]);
  }));

test("house_homeThatOpensNothing_saysSo", () =>
  looking(["Front door"], async (begun, door) => {
    begun.relay.refuseOpenWith = "busy";
    await begun.until("declined", () => begun.word(door!) === "declined");
    equal(begun.trouble(), undefined);
  }));

/** Between pairing and the home's first answer there are no tiles to say it on. */
test("house_homeAwayBeforeItNamedItsCameras_isSaidForTheHouse", () =>
  looking([], async (begun) => {
    begun.relay.setHome(false);
    await begun.until("offline", () => begun.trouble() === "offline");
  }));

test("house_newCamera_isOpenedOncePushed", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    const yard = begun.relay.addCamera("Yard");
    begun.relay.version++;
    await begun.relay.push("household-changed");
    await begun.until("second camera opened", () => begun.asked("open") === 2);
    await begun.live(yard);
  }));

test("house_cameraTrouble_isSaidAsTheHomeSays", () =>
  looking(["Front door"], async (begun, door) => {
    door!.state = "refused";
    await begun.until("login", () => begun.word(door!) === "login");
  }));

test("house_relayWithholdsTheNewCard_paintsNothingOfItAndGoesOnOnceItComes", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    await begun.relay.beginEpoch(false);
    await begun.relay.shoot(door!);
    await begun.until("not live", () => begun.word(door!) === "aged");
    begun.relay.replay("key-card");
    await begun.paints(door!);
    equal(begun.state(door!)?.refusals, 0);
  }));

/** With an old card the keys of before would be back, and with an old answer the epoch of before. */
test("house_relayRepeatsOldCardsAndAnswers_nothingGoesBack", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    const old = { ...door! };
    await begun.relay.beginEpoch(true);
    await begun.paints(door!);
    for (const type of ["key-card", "opened", "beat-answer", "household-answer"]) begun.relay.replay(type);
    await begun.relay.shoot(old);
    await begun.paints(door!);
    equal([begun.state(door!)?.refusals, begun.asked("open")], [0, 1], "the frame of the old epoch is superseded");
  }));

test("house_relayRepeatsOldAnswers_isNotTakenForAHomeThatAnswers", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    begun.relay.silentTo.add("beat").add("household").add("open");
    await at(16_000, async () => {
      const before = begun.asked("household");
      for (const type of ["opened", "beat-answer", "household-answer"]) begun.relay.replay(type);
      await begun.relay.push("household-changed");
      await begun.until("all of it read", () => begun.asked("household") > before);
      await begun.relay.shoot(door!);
      const taken = { is: "taken", captureMicros: door!.captureMicros };
      await begun.until("told", () => JSON.stringify(begun.state(door!)?.picture) === JSON.stringify(taken));
      equal(begun.word(door!), "offline");
    });
  }));

/** Each is genuine, and each asks the device to ask: a letter for each would be a flood of the relay's making. */
test("house_relayRepeatsAPushAndThatTheHomeIsThere_asksSeldom", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    const before = begun.relay.asked.length;
    await begun.relay.push("household-changed");
    begun.relay.replay("household-changed", 100);
    for (let time = 0; time < 100; time++) begun.relay.setHome(true);
    await begun.relay.push("household-changed");
    await begun.until("asked", () => begun.asked("household") >= 3);
    const { length } = begun.relay.asked;
    if (length - before > 30) throw new Error(`${length - before} letters`);
  }));

/** One frame of a telephone's sound. */
const VOICE = join(u8(3), u32(8_000), u8(1), u8(0), new Uint8Array(160));

/** What comes to the loudspeaker of who listens. */
function loudspeaker(looking: Looking, camera: TestCamera): { readonly heard: number[] } {
  const { port1, port2 } = new MessageChannel();
  const heard: number[] = [];
  port1.onmessage = ({ data }) => heard.push(data.samples.length);
  looking.house.listen(camera.id, port2);
  return { heard };
}

/** Speaks at a camera until the loudspeaker has got more than it had before. */
function speakUntilHeard(looking: Looking, camera: TestCamera, heard: readonly number[], before = 0): Promise<void> {
  return looking.until("heard", () => {
    void looking.relay.say(camera, VOICE);
    return heard.length > before;
  });
}

function listens(looking: Looking): number {
  return looking.relay.asked.filter(({ type, body }) => type === "open" && body["purpose"] === "listen").length;
}

test("sound_listenedTo_comesToTheLoudspeaker", async () => {
  const looking = await Looking.begin("Front door");
  const [door] = looking.relay.cameras as [TestCamera];
  door.sound = true;
  await looking.live(door);
  await looking.until("there is sound", () => looking.state(door)?.hasSound === true);
  await looking.relay.say(door, VOICE);
  const { heard } = loudspeaker(looking, door);
  await looking.until("asked to listen", () => listens(looking) === 1);
  await speakUntilHeard(looking, door, heard);
  equal(heard[0], 160);
  equal(looking.told.filter((message) => message.is === "hearing").map(({ hearing }) => hearing), ["waits", "hears"]);
  await looking.end();
});

test("sound_listenedToNoMore_isAskedForNoMore", async () => {
  const looking = await Looking.begin("Front door", "Yard");
  const [door, yard] = looking.relay.cameras as [TestCamera, TestCamera];
  await looking.live(door);
  const first = loudspeaker(looking, door);
  await speakUntilHeard(looking, door, first.heard);
  const second = loudspeaker(looking, yard);
  await looking.until("the first is closed", () => looking.asked("close") === 1);
  await speakUntilHeard(looking, yard, second.heard);
  const before = first.heard.length;
  await looking.relay.say(door, VOICE);
  looking.house.hush();
  await looking.until("the second is closed", () => looking.asked("close") === 2);
  equal(first.heard.length, before);
  await looking.end();
});

test("sound_thatIsOver_isNotHeard", async () => {
  const looking = await Looking.begin("Front door");
  const [door] = looking.relay.cameras as [TestCamera];
  await looking.live(door);
  const { heard } = loudspeaker(looking, door);
  await speakUntilHeard(looking, door, heard);
  const allDealtWith = async (): Promise<void> => {
    await looking.paints(door);
    await new Promise((resolve) => setTimeout(resolve)); // and so was the port
  };
  await allDealtWith();
  const before = heard.length;
  await looking.relay.say(door, VOICE, looking.relay.nowMicros() - 4_000_000);
  await allDealtWith();
  equal(heard.length, before);
  await looking.end();
});

test("sound_homeRestarted_isListenedToAgain", async () => {
  const looking = await Looking.begin("Front door");
  const [door] = looking.relay.cameras as [TestCamera];
  await looking.live(door);
  const { heard } = loudspeaker(looking, door);
  await speakUntilHeard(looking, door, heard);
  looking.relay.forgetSessions();
  looking.house.hurry();
  await looking.until("asked again", () => listens(looking) === 2);
  await looking.end();
});

/** What the device asked for last of the camera's sound. */
function soundWish(looking: Looking, camera: TestCamera): Wish | undefined {
  return looking.relay.wishes.findLast((wish) => wish.camera === camera.id && wish.track === TRACK.sound);
}

/** It has accepted frames of the newer epoch: with the older one's name the relay would have to send those again. */
test("sound_linkLostAfterANewEpoch_isAskedForFromWhatFollows", async () => {
  const looking = await Looking.begin("Front door");
  const [door] = looking.relay.cameras as [TestCamera];
  await looking.live(door);
  const { heard } = loudspeaker(looking, door);
  const hears = (): Promise<void> => {
    const before = heard.length;
    return speakUntilHeard(looking, door, heard, before);
  };
  await hears();
  await looking.relay.beginEpoch(true);
  await hears();
  await looking.paints(door); // so that what was said is dealt with
  const said = door.said;
  looking.relay.wishes.length = 0;
  looking.relay.drop();
  await looking.until("asked for again", () => soundWish(looking, door) !== undefined);
  const { kid, first } = soundWish(looking, door)!;
  equal([kid, first], [door.voice.kid, said]);
  await looking.end();
});

test("sound_ofACameraThatIsTakenAway_isAskedForNoMore", async () => {
  const looking = await Looking.begin("Front door", "Yard");
  const [door] = looking.relay.cameras as [TestCamera];
  await looking.live(door);
  const { heard } = loudspeaker(looking, door);
  await speakUntilHeard(looking, door, heard);
  looking.relay.cameras.shift();
  await looking.relay.push("household-changed");
  await looking.until("both of its sessions are closed", () => looking.asked("close") === 2);
  equal(soundWish(looking, door)?.is, "unsubscribe");
  await looking.end();
});

test("sound_hushedBeforeTheHomeAnswers_leavesNoSessionOpen", async () => {
  const looking = await Looking.begin("Front door");
  const [door] = looking.relay.cameras as [TestCamera];
  await looking.live(door);
  let answer = (): void => undefined;
  looking.relay.answersAfter = new Promise((resolve) => (answer = resolve));
  loudspeaker(looking, door);
  await looking.until("asked to listen", () => listens(looking) === 1);
  looking.house.hush();
  answer();
  await looking.until("it is closed", () => looking.asked("close") === 1);
  await looking.until("only the picture's is open", () => looking.relay.openSessions === 1);
  equal(looking.relay.wishes.some(({ is, track }) => is === "subscribe" && track === TRACK.sound), false);
  await looking.end();
});

test("sound_homeThatDoesNotOpenIt_saysSo", async () => {
  const looking = await Looking.begin("Front door");
  const [door] = looking.relay.cameras as [TestCamera];
  await looking.live(door);
  const hearing = (): unknown => looking.told.findLast((message) => message.is === "hearing")?.hearing;
  looking.relay.refuseOpenWith = "busy";
  const { heard } = loudspeaker(looking, door);
  await looking.until("said", () => hearing() === "declined");
  looking.relay.refuseOpenWith = undefined;
  await speakUntilHeard(looking, door, heard);
  equal(hearing(), "hears");
  await looking.end();
});

/** Somebody else may listen by then. */
test("sound_hushedBeforeTheHomeRefuses_isSaidToNobody", async () => {
  const looking = await Looking.begin("Front door");
  const [door] = looking.relay.cameras as [TestCamera];
  await looking.live(door);
  let answer = (): void => undefined;
  looking.relay.answersAfter = new Promise((resolve) => (answer = resolve));
  looking.relay.refuseOpenWith = "busy";
  loudspeaker(looking, door);
  await looking.until("asked to listen", () => listens(looking) === 1);
  looking.house.hush();
  answer();
  looking.relay.answersAfter = Promise.resolve();
  const before = looking.asked("household");
  await looking.relay.push("household-changed"); // what comes behind the refusal
  await looking.until("dealt with", () => looking.asked("household") > before);
  equal(looking.told.filter((message) => message.is === "hearing").map(({ hearing }) => hearing), ["waits"]);
  await looking.end();
});

/** The first answer is the first ear's: with its session the second would hear until its end only. */
test("sound_hushedAndListenedToAgain_hasTheSessionThatWasOpenedForIt", async () => {
  const looking = await Looking.begin("Front door");
  const [door] = looking.relay.cameras as [TestCamera];
  await looking.live(door);
  let answer = (): void => undefined;
  looking.relay.answersAfter = new Promise((resolve) => (answer = resolve));
  loudspeaker(looking, door);
  await looking.until("asked to listen", () => listens(looking) === 1);
  const { heard } = loudspeaker(looking, door);
  await looking.until("asked again", () => listens(looking) === 2);
  answer();
  await speakUntilHeard(looking, door, heard);
  await looking.until("one each is open", () => looking.relay.openSessions === 2 && looking.asked("close") === 1);
  await looking.end();
});

/** The head of a key frame of H.265, which no Chromium of the tests decodes. */
const H265 = hex(
  "0000000140010c01ffff01600000030090000003000003003f9280900000000142010101600000030090000003000003003f" +
    "a0050201696592a4932bc05a020000030002000003001410000000014401c172b46240000000012801af0506",
);

test("stream_thatCannotBeDecoded_isAskedForInAnotherForm", async () => {
  const looking = await Looking.begin("Front door");
  const [door] = looking.relay.cameras as [TestCamera];
  await looking.until("opened", () => looking.asked("open") === 1);
  looking.relay.givesCopies = true;
  await looking.relay.shoot(door, looking.relay.home, looking.relay.nowMicros(), H265);
  await looking.until("asked again", () => looking.asked("open") === 2 && looking.asked("close") === 1);
  const decode = looking.relay.asked.filter(({ type }) => type === "open").map(({ body }) => body["decode"]);
  equal((decode[1] as string[]).some((codec) => codec.startsWith("hev1")), false);
  await looking.until("the copy is shown", () => {
    void looking.relay.shootCopy(door);
    return looking.state(door)?.picture.is === "live";
  });
  equal(looking.state(door)?.stream, "small");
  await looking.end();
});

/** Looks at small copies, because the home had nothing else when it was asked. */
async function lookingAtCopies(body: (looking: Looking, door: TestCamera) => Promise<void>): Promise<void> {
  const looking = await Looking.begin("Front door");
  const [door] = looking.relay.cameras as [TestCamera];
  looking.relay.givesCopies = true;
  await looking.until("opened", () => looking.asked("open") === 1);
  await looking.until("the copy is shown", () => {
    void looking.relay.shootCopy(door);
    return looking.state(door)?.picture.is === "live" && looking.state(door)?.stream === "small";
  });
  await body(looking, door);
  await looking.end();
}

/** As when the camera was set to another format, or the line carries more than it did. */
test("stream_thatTheHomeHasABetterOneThan_isAskedForAnewAndGivesWay", () =>
  lookingAtCopies(async (looking, door) => {
    looking.relay.givesCopies = false;
    looking.relay.hasBetter = true;
    looking.house.hurry();
    await looking.until("asked again", () => looking.asked("open") === 2);
    equal(looking.relay.openSessions, 2, "what was open goes on until the other shows something");
    await looking.until("the camera's own is shown", () => {
      void looking.relay.shoot(door);
      return looking.state(door)?.picture.is === "live" && looking.state(door)?.stream === "main";
    });
    await looking.until("only the better one is open", () => looking.relay.openSessions === 1);
  }));

/** The answer may overtake pictures: those below the number that it names are no replays to who looks already. */
test("stream_askedForAnewAndTheSame_refusesNothingThatWasOnItsWay", () =>
  lookingAtCopies(async (looking, door) => {
    const [first, second] = [await looking.relay.shootCopy(door, false), await looking.relay.shootCopy(door, false)];
    looking.relay.hasBetter = true;
    looking.house.hurry();
    await looking.until("asked again", () => looking.asked("open") === 2);
    await looking.until("only one is open", () => looking.relay.openSessions === 1);
    for (const envelope of [first, second]) looking.relay.deliverCopy(door, envelope);
    await looking.until("shown", () => {
      void looking.relay.shootCopy(door);
      return looking.state(door)?.picture.is === "live";
    });
    equal([looking.state(door)?.refusals, looking.asked("report")], [0, 0]);
  }));

test("stream_thatIsNotTheBestAndTheHomeOpensNoMore_staysOpen", () =>
  lookingAtCopies(async (looking, door) => {
    looking.relay.refuseOpenWith = "busy";
    looking.relay.hasBetter = true;
    looking.house.hurry();
    await looking.until("asked again", () => looking.asked("open") === 2);
    await looking.until("still shown", () => {
      void looking.relay.shootCopy(door);
      return looking.state(door)?.picture.is === "live";
    });
    equal(looking.relay.openSessions, 1);
  }));

test("line_byTheRelaysWord_isToldToTheHome", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    const told = (): unknown => begun.relay.asked.findLast(({ body }) => body["bitsPerSecond"] !== undefined)?.body["bitsPerSecond"];
    equal(told(), 0);
    begun.relay.carries(512_000);
    await begun.until("told", () => told() === 512_000);
    const opens = begun.asked("open");
    begun.house.savesData(true);
    await begun.until("less is wanted", () => told() === 280_000);
    equal(begun.asked("open"), opens + 1, "what takes that much is not waited for to be named");
    begun.house.savesData(false);
    begun.relay.carries(0);
    await begun.until("all is wanted", () => told() === 0);
  }));

/** What was told of the line with each open. */
const openLines = (begun: Looking): unknown[] =>
  begun.relay.asked.filter(({ type }) => type === "open").map(({ body }) => body["bitsPerSecond"]);

/** Comes back to a relay that is another way off, and says what it told of the line first. */
async function firstToldOver(begun: Looking, connectMillis: number): Promise<unknown> {
  begun.house.close();
  begun.relay.connectMillis = connectMillis;
  const before = openLines(begun).length;
  await begun.open();
  await begun.until("opened", () => openLines(begun).length > before);
  return openLines(begun)[before];
}

test("line_toARelayThatIsFar_isSupposedToCarryLittleWithTheFirstOpen", () =>
  looking(["Front door"], async (begun, door) => {
    equal(await firstToldOver(begun, 850), 60_000);
    await begun.live(door!);
  }));

test("line_thatWasMeasured_isToldTheNextTimeWithTheFirstOpen", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    begun.relay.carries(512_000);
    await begun.until("asked for less", () => begun.relay.asked.at(-1)?.body["bitsPerSecond"] === 512_000);
    equal(await firstToldOver(begun, 500), 512_000);
  }));

test("size_thatIsAnother_isToldWhenItIsAskedForAnew", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    const heights = (): unknown[] => begun.relay.asked.filter(({ type }) => type === "open").map(({ body }) => body["heightPixels"]);
    begun.house.sized(door!.id, 640);
    await begun.until("told", () => heights().length === 2);
    begun.house.sized(door!.id, 640);
    begun.house.sized(door!.id, 1_080);
    await begun.until("told again", () => heights().length === 3);
    equal(heights(), [0, 640, 1_080]);
    await begun.live(door!);
  }));

test("sight_cameraOutOfIt_isEndedAloneAndComesBackWithIt", () =>
  looking(["Front door", "Yard"], async (begun, door, yard) => {
    await begun.live(door!);
    await begun.until("both opened", () => begun.relay.openSessions === 2);
    begun.house.sized(door!.id, 640);
    await begun.until("told", () => begun.relay.openSessions === 2 && begun.asked("open") === 3);
    begun.house.sized(door!.id, 0);
    await begun.until("one ended", () => begun.relay.openSessions === 1);
    await begun.live(yard!);
    const opens = begun.asked("open");
    begun.house.wake(); // of the whole page
    await at(6_000, () => begun.until("a beat all the same", () => begun.asked("beat") > 1));
    equal(begun.asked("open"), opens);
    begun.house.sized(door!.id, 640);
    await begun.until("opened again", () => begun.relay.openSessions === 2);
    await begun.live(door!);
  }));

test("rest_pageHiddenForLonger_endsWhatWasOpenAndAsksForNothing", () =>
  looking(["Front door", "Yard"], async (begun, door) => {
    await begun.live(door!);
    await begun.until("both opened", () => begun.relay.openSessions === 2);
    begun.house.rest();
    await begun.until("both ended", () => begun.relay.openSessions === 0);
    const opens = begun.asked("open");
    await at(6_000, () => begun.until("a beat all the same", () => begun.asked("beat") > 1));
    equal(begun.asked("open"), opens);
    equal(begun.relay.tracksAskedFor, 0);
  }));

test("wake_afterARest_isLiveAgainWithADecoderOfItsOwn", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    begun.house.rest();
    await begun.until("ended", () => begun.relay.openSessions === 0);
    await begun.until("its age is said", () => begun.word(door!) !== "live");
    begun.house.hurry(); // was not told that the page was hidden: nothing to wake from
    begun.house.wake();
    await begun.until("opened again", () => begun.relay.openSessions === 1);
    await begun.paints(door!);
  }));

test("rest_whileSomebodyListens_goesOnWithTheSoundAlone", async () => {
  const looking = await Looking.begin("Front door");
  const [door] = looking.relay.cameras;
  await looking.live(door!);
  looking.house.listen(door!.id, new MessageChannel().port2);
  await looking.until("asked to listen", () => listens(looking) === 1);
  await looking.until("both open", () => looking.relay.openSessions === 2);
  looking.house.rest();
  await looking.until("only the sound is open", () => looking.relay.openSessions === 1);
  looking.relay.forgetSessions();
  looking.relay.drop();
  await looking.until("the sound is opened again", () => listens(looking) === 2);
  await looking.until("and alone", () => looking.relay.openSessions === 1);
  await looking.end();
});
