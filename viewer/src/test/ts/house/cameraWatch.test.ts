// One watched camera behind a gate that only does as it is told.

import type { HouseholdId } from "../../../main/ts/wire/ids";
import { CameraWatch, type WatchEvents } from "../../../main/ts/house/cameraWatch";
import type { Home } from "../../../main/ts/crypt/home";
import { Ear } from "../../../main/ts/house/ear";
import type { Gate, GateEvents } from "../../../main/ts/house/gate";
import type { Answered } from "../../../main/ts/letters/correspondence";
import { KIND } from "../../../main/ts/wire/envelope";
import { kidOf, TRACK } from "../../../main/ts/wire/kid";
import { anyCamera } from "../fixtures/testHome";
import { PICTURE } from "../fixtures/testRelay";
import { equal, test } from "../harness";

const MAIN = kidOf(1, TRACK.main);
const STILL = kidOf(1, TRACK.still);
const SOUND = kidOf(1, TRACK.sound);
const LOW = kidOf(1, TRACK.low);
const GLIMPSE = kidOf(1, TRACK.glimpse);

class Stage {
  readonly subscribed: number[] = [];
  readonly unsubscribed: number[] = [];
  readonly replaced: string[] = [];
  /** What is to be asked for next is known no sooner. */
  judged: Promise<void> = Promise.resolve();
  gateEvents!: GateEvents;
  readonly watch: CameraWatch;
  readonly camera = anyCamera();

  constructor() {
    const gate: Gate = {
      receive: async () => undefined,
      receiveKept: async () => undefined,
      speaksTo: () => undefined,
      rekeyed: () => undefined,
      opened: () => undefined,
      beatAnswered: () => undefined,
      next: async () => this.judged.then(() => 0),
      decoderLost: () => undefined,
    };
    const make = (_h: unknown, _c: unknown, _home: unknown, events: GateEvents): Gate => {
      this.gateEvents = events;
      return gate;
    };
    const events = {
      subscribe: (kid: number) => this.subscribed.push(kid) > 0,
      unsubscribe: (track: number) => this.unsubscribed.push(track),
      replaced: (session: string) => this.replaced.push(session),
      now: () => ({ monotonicMillis: performance.now(), wallMillis: Date.now() }),
      isLive: () => true,
      changed: () => undefined,
      keepStill: () => undefined,
      keepCodec: () => undefined,
    } as unknown as WatchEvents;
    const gates = { make, addressee: () => undefined };
    this.watch = new CameraWatch(gates, "" as HouseholdId, this.camera, undefined as unknown as Home, events);
  }

  listen(): void {
    this.watch.ear = new Ear(this.camera, new MessageChannel().port2, () => undefined);
    this.watch.heardOpened(reply(SOUND));
  }

  /** The home answers that its newest picture was taken then. */
  homeHas(captureMicros: number): void {
    this.watch.beatAnswered({ camera: this.camera, epoch: 1, state: "live", sound: false, captureMicros }, 0);
  }

  /** The gate lets a key frame in. */
  letKeyIn(kid = MAIN): void {
    const name = { kind: KIND.key, kid, number: 0, dependency: 0 };
    const picture = { picture: PICTURE, complete: true, paint: true, envelope: PICTURE };
    this.gateEvents.letIn({ name, captureMicros: 1, ...picture });
  }
}

function reply(...kids: number[]): Answered<"open"> {
  return replyTo("", ...kids);
}

function replyTo(request: string, ...kids: number[]): Answered<"open"> {
  const answer = { tracks: kids.map((kid) => ({ first: 0, kid })), epoch: 1 } as unknown as Answered<"open">["answer"];
  return { is: "answered", answer, request, sent: { monotonicMillis: 0, wallMillis: 0 } };
}

/** How many decoders of pictures the body makes. */
async function decodersMadeBy(body: () => Promise<void> | void): Promise<number> {
  const real = globalThis.VideoDecoder;
  let made = 0;
  globalThis.VideoDecoder = class extends real {
    constructor(init: VideoDecoderInit) {
      super(init);
      made++;
    }
  };
  try {
    await body();
  } finally {
    globalThis.VideoDecoder = real;
  }
  return made;
}

test("hush_beforeItsSoundWasAskedFor_asksForNone", async () => {
  const stage = new Stage();
  let judge = (): void => undefined;
  stage.judged = new Promise((resolve) => (judge = resolve));
  stage.listen();
  stage.watch.hush();
  judge();
  await new Promise((resolve) => setTimeout(resolve));
  equal(stage.subscribed, []);
});

test("hush_andListenedToAgainBeforeItWasAskedFor_asksOnce", async () => {
  const stage = new Stage();
  let judge = (): void => undefined;
  stage.judged = new Promise((resolve) => (judge = resolve));
  stage.listen();
  stage.watch.hush();
  stage.listen();
  judge();
  await new Promise((resolve) => setTimeout(resolve));
  equal(stage.subscribed, [SOUND]);
});

test("mediaUp_beforeItWasAskedForOnTheLinkBefore_asksOnce", async () => {
  const stage = new Stage();
  stage.listen();
  stage.watch.mediaUp();
  await new Promise((resolve) => setTimeout(resolve));
  equal(stage.subscribed, [SOUND]);
});

test("close_keyFrameStillAtTheGate_makesNoDecoder", async () => {
  const stage = new Stage();
  stage.watch.opened(reply(MAIN));
  equal(await decodersMadeBy(() => stage.letKeyIn()), 1, "it would make one");
  stage.watch.close();
  equal(await decodersMadeBy(() => stage.letKeyIn()), 0);
});

test("opened_withPicturesAndAStill_asksForTheStillFirst", async () => {
  const stage = new Stage();
  stage.watch.opened(reply(MAIN, STILL));
  await new Promise((resolve) => setTimeout(resolve));
  equal(stage.subscribed, [STILL, MAIN]);
});

test("opened_onALargerTrack_keepsTheSmallerOneUntilItShowsSomething", async () => {
  const stage = new Stage();
  stage.watch.opened(replyTo("first", LOW));
  await new Promise((resolve) => setTimeout(resolve));
  stage.watch.opened(replyTo("second", MAIN, STILL));
  await new Promise((resolve) => setTimeout(resolve));
  stage.letKeyIn(LOW);
  equal([stage.unsubscribed, stage.replaced], [[], []]);
  stage.letKeyIn(MAIN);
  equal([stage.unsubscribed, stage.replaced], [[TRACK.low], ["first"]]);
  equal(stage.watch.session.hash, "second");
});

test("opened_onASmallerTrack_letsGoOfTheLargerOneAtOnce", async () => {
  const stage = new Stage();
  stage.watch.opened(replyTo("first", MAIN, STILL));
  await new Promise((resolve) => setTimeout(resolve));
  stage.watch.opened(replyTo("second", GLIMPSE));
  equal(stage.unsubscribed.toSorted(), [TRACK.main, TRACK.still]);
  equal(stage.replaced, ["first"]);
  await new Promise((resolve) => setTimeout(resolve));
  equal(stage.subscribed, [STILL, MAIN, GLIMPSE]);
});

test("opened_anewBeforeTheLargerOneHasShownAnything_letsGoOfBoth", async () => {
  const stage = new Stage();
  stage.watch.opened(replyTo("first", LOW));
  await new Promise((resolve) => setTimeout(resolve));
  stage.watch.opened(replyTo("second", MAIN));
  stage.watch.opened(replyTo("third", LOW));
  equal(stage.replaced, ["first", "second"]);
  await new Promise((resolve) => setTimeout(resolve));
  equal(await decodersMadeBy(() => stage.letKeyIn(MAIN)), 0, "what comes late of it");
  equal(await decodersMadeBy(() => stage.letKeyIn(LOW)), 1);
});

test("isBehind_linkThatHasBroughtNothingYet_isSoOnlyWhenTheHomeHasGoneOnForSoLong", () => {
  const stage = new Stage();
  const begun = 1_795_426_800_000_000;
  const minute = 60_000_000;
  stage.watch.opened(reply(MAIN));
  stage.homeHas(begun);
  equal(stage.watch.isBehind(minute), false);
  stage.homeHas(begun + minute);
  equal(stage.watch.isBehind(minute), false);
  stage.homeHas(begun + minute + 1);
  equal(stage.watch.isBehind(minute), true);
  stage.watch.mediaUp();
  stage.homeHas(begun + minute + 2);
  equal(stage.watch.isBehind(minute), false);
});
