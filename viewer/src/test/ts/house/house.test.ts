// A whole household in a worker's place: from the links to the canvas, against a relay and a home inside the page.

import type { TileState } from "../../../main/ts/accept/tileState";
import { tileWord } from "../../../main/ts/accept/tileState";
import { House } from "../../../main/ts/house/house";
import { Knowledge } from "../../../main/ts/house/knowledge";
import type { FromHouse } from "../../../main/ts/house/messages";
import { sealedGates } from "../../../main/ts/house/sealedGate";
import { HouseholdStore } from "../../../main/ts/store/householdStore";
import { anyCamera, TestHome } from "../fixtures/testHome";
import { identityAt, type TestCamera, TestRelay } from "../fixtures/testRelay";
import { equal, test } from "../harness";

const GUARD_MILLIS = 20_000;

/** A house that looks at a test relay, and what it told the pages. */
class Looking {
  readonly told: FromHouse[] = [];
  private readonly waiting = new Set<() => void>();

  private constructor(
    readonly relay: TestRelay,
    readonly store: HouseholdStore,
  ) {}

  house!: House;
  started!: Promise<void>;

  static async begin(...names: string[]): Promise<Looking> {
    const relay = await TestRelay.start(...names);
    const store = await HouseholdStore.open(relay.home.id);
    await store.keepPairing(identityAt(relay), { certificate: { text: relay.home.certificate, serial: 7 } });
    const looking = new Looking(relay, store);
    await looking.open();
    return looking;
  }

  async open(): Promise<void> {
    const identity = identityAt(this.relay);
    const learned = await this.store.learned();
    const knowledge = (await Knowledge.of(this.store, identity, learned))!;
    this.house = new House(identity, learned, knowledge, this.store, sealedGates, (message) => {
      this.told.push(message);
      this.waiting.forEach((check) => check());
    });
    this.started = this.house.start(learned.card?.text);
  }

  /** Until something holds; it is looked at after each word of the house. */
  async until(what: string, holds: () => boolean): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const guard = setTimeout(
        () => reject(new Error(`never: ${what}; told ${JSON.stringify(this.words())}`)),
        GUARD_MILLIS,
      );
      const check = (): void => {
        if (!holds()) return;
        clearTimeout(guard);
        clearInterval(poll);
        this.waiting.delete(check);
        resolve();
      };
      const poll = setInterval(check, 20);
      this.waiting.add(check);
    });
  }

  state(camera: TestCamera): TileState | undefined {
    const tiles = this.told.filter((message) => message.is === "tile" && message.camera === camera.id);
    return (tiles.at(-1) as { state: TileState } | undefined)?.state;
  }

  word(camera: TestCamera): string | undefined {
    const state = this.state(camera);
    return state && tileWord(state);
  }

  asked(type: string): number {
    return this.relay.asked.filter((one) => one.type === type).length;
  }

  words(): unknown {
    return this.relay.cameras.map((camera) => [camera.name, this.word(camera)]);
  }

  async live(camera: TestCamera): Promise<void> {
    await this.until("opened", () => this.asked("open") > 0);
    await this.relay.shoot(camera);
    await this.until(`${camera.name} live`, () => this.word(camera) === "live");
  }

  async end(): Promise<void> {
    this.house.close();
    this.relay.stop();
    this.store.close();
    await HouseholdStore.forget(this.relay.home.id);
  }
}

async function looking(
  names: string[],
  body: (looking: Looking, ...cameras: TestCamera[]) => Promise<void>,
): Promise<void> {
  const begun = await Looking.begin(...names);
  try {
    await body(begun, ...begun.relay.cameras);
  } finally {
    await begun.end();
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

test("house_feedDelayed_losesLiveAndShowsItsAge", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.until("opened", () => begun.asked("open") > 0);
    await begun.relay.shoot(door!, begun.relay.home, begun.relay.nowMicros() - 20_000_000);
    await begun.until("aged", () => begun.word(door!) === "aged");
    const { picture } = begun.state(door!)!;
    equal(picture.is === "aged" && picture.seconds >= 20 && picture.seconds < 25, true);
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
    const read = begun.store.still.bind(begun.store);
    const late = new Promise<void>((resolve) => setTimeout(resolve, 300));
    begun.store.still = async (camera) => late.then(() => read(camera)); // a slow disk: the network is faster
    door!.newestStill = still;
    await begun.open();
    await begun.live(door!);
    await begun.started; // with what was kept judged
    equal(begun.state(door!)?.refusals, 0);
    equal(begun.asked("report"), 0);
  }));

test("house_removal_isNotConfirmedBeforeTheHomesDone", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    const { id } = await begun.relay.home.device();
    const progress = (): unknown[] =>
      begun.told.flatMap((message) => (message.is === "removal" ? message.progress : []));
    await begun.house.remove(id);
    equal(progress(), ["asked", "done"]);
    begun.relay.refuseWith = "not-allowed";
    await begun.house.remove(id);
    equal(progress(), ["asked", "done", "asked", "refused"]);
  }));

test("house_removedDevice_isTold", () =>
  looking(["Front door"], async (begun, door) => {
    await begun.live(door!);
    begun.relay.isMember = false;
    begun.relay.drop();
    await begun.until("removed", () => begun.told.some(({ is }) => is === "removed"));
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
