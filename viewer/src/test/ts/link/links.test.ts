import { Links } from "../../../main/ts/link/links";
import { encodeBase64url } from "../../../main/ts/wire/codec/base64url";
import { type Json, writeJson } from "../../../main/ts/wire/codec/json";
import type { FrameMessage } from "../../../main/ts/wire/media";
import { writeFrameMessage } from "../../../main/ts/wire/media";
import { anyCamera, TestHome } from "../fixtures/testHome";
import { equal, table, test } from "../harness";

const ORIGIN = "http://relay.example";
const TICKET = encodeBase64url(new Uint8Array(32).fill(7));

/** A socket whose other end is the test. */
class FakeSocket {
  static readonly OPEN = 1;
  static all: FakeSocket[] = [];
  readyState = 0;
  readonly sent: (string | Uint8Array)[] = [];
  onopen: () => void = () => undefined;
  onmessage: (event: { data: unknown }) => void = () => undefined;
  onclose: () => void = () => undefined;

  constructor(readonly url: string) {
    FakeSocket.all.push(this);
  }

  send(data: string | Uint8Array): void {
    this.sent.push(data);
  }

  close(): void {
    this.readyState = 3;
    this.onclose();
  }

  open(): void {
    this.readyState = 1;
    this.onopen();
  }

  says(message: Json | ArrayBuffer): void {
    this.onmessage({ data: message instanceof ArrayBuffer ? message : writeJson(message) });
  }

  types(): unknown[] {
    return this.sent.map((sent) => (typeof sent === "string" ? JSON.parse(sent).type : sent[0]));
  }
}

async function linked() {
  const home = await TestHome.make();
  const device = await home.device();
  const told: unknown[] = [];
  FakeSocket.all = [];
  const real = globalThis.WebSocket;
  globalThis.WebSocket = FakeSocket as unknown as typeof WebSocket;
  let millis = 0;
  const frames: FrameMessage[] = [];
  let dealing: Promise<void> | undefined;
  const links = new Links(
    { household: home.id, device: device.id, origin: ORIGIN, sign: device.keys.sign },
    {
      up: (_, online, goesOn) => told.push(goesOn ? ["up", online, "goes on"] : ["up", online]),
      reached: () => undefined,
      mediaUp: () => told.push("mediaUp"),
      message: async ({ type }) => {
        told.push(type);
        await dealing;
      },
      frame: async (message) => {
        frames.push(message);
        await dealing;
      },
      carries: () => undefined,
      silent: (isSilent) => told.push(["silent", isSilent]),
      unanswered: (untilMillis) => told.push(["unanswered", untilMillis]),
      missed: () => told.push("missed"),
      down: (last) => told.push(["down", last]),
    },
    () => millis,
  );
  links.dial();
  const [control, media] = FakeSocket.all as [FakeSocket, FakeSocket];
  const challenge = { nonce: TICKET, origin: ORIGIN, type: "challenge" };
  const welcome = { certificate: home.certificate, online: true, ticket: TICKET, type: "device-welcome" };
  const end = (): void => {
    links.stop();
    globalThis.WebSocket = real;
  };
  /** Nothing that comes is dealt with until what this gives is called. */
  const hold = (): (() => void) => {
    let deal = (): void => undefined;
    dealing = new Promise((resolve) => (deal = resolve));
    return deal;
  };
  const wait = (by: number): number => (millis += by);
  const push = { clockMicros: 0, memberList: await home.memberList(1, device) };
  const letter = { letter: await home.letter(device, "household-changed", push), type: "letter" };
  return { links, control, media, told, frames, challenge, welcome, letter, end, wait, hold };
}

test("dial_bothSockets_areOpenedAtOnce", async () => {
  const { control, media, end } = await linked();
  equal([control.url, media.url], ["ws://relay.example/v1/device", "ws://relay.example/v1/device/media"]);
  end();
});

test("challenge_ofTheDialledOrigin_isProven", async () => {
  const { control, challenge, end } = await linked();
  control.open();
  const sent = new Promise<void>((resolve) => {
    const send = control.send.bind(control);
    control.send = (data) => (send(data), resolve());
  });
  control.says(challenge);
  await sent;
  equal(control.types(), ["device-hello"]);
  end();
});

test("letter_beforeTheProof_goesOutRightBehindIt", async () => {
  const { links, control, challenge, end } = await linked();
  equal(links.sendLetter("early"), true);
  control.open();
  equal(control.types(), []);
  const sent = new Promise<void>((resolve) => {
    const send = control.send.bind(control);
    control.send = (data) => (send(data), control.sent.length === 2 && resolve());
  });
  control.says(challenge);
  await sent;
  equal(control.types(), ["device-hello", "letter"]);
  end();
});

test("letter_toARelayOfAnotherOrigin_staysHere", async () => {
  const { links, control, challenge, end } = await linked();
  links.sendLetter("early");
  control.open();
  control.says({ ...challenge, origin: "http://elsewhere.example" });
  equal([control.types(), links.sendLetter("late")], [[], false]);
  end();
});

test("challenge_ofAnotherOrigin_isNeverSigned", async () => {
  const { control, challenge, told, end } = await linked();
  control.open();
  control.says({ ...challenge, origin: "http://elsewhere.example" });
  equal([control.types(), told], [[], [["down", {}]]]);
  end();
});

test("media_readyBeforeOrAfterTheWelcome_getsItsTicket", async () => {
  for (const mediaFirst of [true, false]) {
    const { control, media, welcome, told, end } = await linked();
    control.open();
    if (mediaFirst) media.open();
    control.says(welcome);
    if (!mediaFirst) media.open();
    equal(media.types(), [0]);
    equal([...told].sort(), ["mediaUp", ["up", true]].sort());
    end();
  }
});

test("media_lost_isDialledAgainWithANewTicket", async () => {
  const { links, control, media, welcome, told, end } = await linked();
  control.open();
  control.says(welcome);
  media.open();
  const dialled = new Promise<FakeSocket>((resolve) => {
    FakeSocket.all.push = (...sockets) => (resolve(sockets[0]!), 0);
  });
  links.renewMedia();
  const again = await dialled;
  again.open();
  equal(control.types(), ["want-ticket"]);
  control.says({ ticket: TICKET, type: "ticket" });
  equal(again.types(), [0]);
  equal(told.filter((one) => one === "mediaUp").length, 2);
  end();
});

test("frame_dealtWith_isAcknowledgedAtOnceAndThoseBehindItTogether", async () => {
  const { control, media, welcome, frames, end } = await linked();
  control.open();
  control.says(welcome);
  media.open();
  const acknowledged: number[][] = [];
  const twice = new Promise<void>((resolve) => {
    media.send = (data) => void (acknowledged.push([...(data as Uint8Array)]) === 2 && resolve());
  });
  for (let frame = 0; frame < 3; frame++) media.says(writeFrameMessage(anyCamera(), new Uint8Array([1])).buffer);
  await twice;
  equal(acknowledged, [
    [2, 0, 0, 0, 0, 0, 0, 0, 1],
    [2, 0, 0, 0, 0, 0, 0, 0, 3],
  ]);
  equal(frames.length, 3);
  end();
});

/** It may be a fault of the relay: only the home could say it for good. */
const MIB = 1024 * 1024;
const floods: readonly [name: string, frames: number, sizeBytes: number, isClosed: boolean][] = [
  ["sixteenMiB", 16, MIB, false],
  ["moreThanSixteenMiB", 17, MIB, true],
  ["twoThousandAndFortyEightFrames", 2_048, 10, false],
  ["oneFrameMore", 2_049, 10, true],
];

table(
  floods,
  ([name]) => `frame_${name}ThatAreNotDealtWith_endTheLinkOnlyIfTooMany`,
  async ([, frames, sizeBytes, isClosed]) => {
    const { control, media, welcome, hold, end } = await linked();
    const deal = hold();
    control.open();
    control.says(welcome);
    media.open();
    const message = writeFrameMessage(anyCamera(), new Uint8Array(sizeBytes)).buffer;
    for (let frame = 0; frame < frames; frame++) media.says(message);
    equal(media.readyState === 3, isClosed);
    deal();
    end();
  },
);

table(
  [
    ["twoHundredAndFiftySix", 256, false],
    ["oneMore", 257, true],
  ] as const,
  ([name]) => `letter_${name}ThatAreNotDealtWith_endTheLinkOnlyIfTooMany`,
  async ([, letters, isClosed]) => {
    const { control, welcome, hold, end } = await linked();
    const deal = hold();
    control.open();
    control.says(welcome);
    await new Promise((resolve) => setTimeout(resolve)); // until that is dealt with
    for (let letter = 0; letter < letters; letter++) control.says({ online: true, type: "online" });
    equal(control.readyState === 3, isClosed);
    deal();
    end();
  },
);

/** A relay that is cut off comes back at once: what its last link left behind is counted yet. */
test("frame_floodOverSeveralLinks_isCountedTogether", async () => {
  const { links, control, media, welcome, hold, end } = await linked();
  const deal = hold();
  control.open();
  control.says(welcome);
  media.open();
  const message = writeFrameMessage(anyCamera(), new Uint8Array(MIB)).buffer;
  for (let frame = 0; frame < 16; frame++) media.says(message);
  const dialled = new Promise<FakeSocket>((resolve) => {
    FakeSocket.all.push = (...sockets) => (resolve(sockets[0]!), 0);
  });
  links.renewMedia();
  const again = await dialled;
  again.open();
  control.says({ ticket: TICKET, type: "ticket" });
  again.says(message);
  equal(again.readyState, 3);
  deal();
  end();
});

test("bye_notAMember_isToldAndDialledAgainSlowlyOrWhenHurried", async () => {
  const { control, links, told, end } = await linked();
  control.open();
  const real = globalThis.setTimeout;
  const waits: unknown[] = [];
  globalThis.setTimeout = ((_: unknown, millis: number) => waits.push(millis)) as unknown as typeof setTimeout;
  control.says({ reason: "not-a-member", type: "bye" });
  globalThis.setTimeout = real;
  equal(told, [["down", { bye: "not-a-member" }]]);
  const [millis, ...more] = waits as number[];
  equal([millis! >= 30_000, millis! <= 60_000, more], [true, true, []]);
  links.hurry();
  equal(FakeSocket.all.length, 4);
  end();
});

/** What a link says, and for how long it is waited then. */
function waitsAfter(control: FakeSocket, message: { readonly [name: string]: string | number }): unknown[] {
  const real = globalThis.setTimeout;
  const waits: unknown[] = [];
  globalThis.setTimeout = ((_: unknown, millis: number) => waits.push(millis)) as unknown as typeof setTimeout;
  control.says(message);
  globalThis.setTimeout = real;
  return waits;
}

test("backSoon_afterAWelcome_isHeededToTheMillisecondOnceUntilTheNextWelcome", async () => {
  const { control, links, welcome, told, end } = await linked();
  control.open();
  control.says(welcome);
  equal(waitsAfter(control, { millis: 7, type: "back-soon" }), [7]);
  equal(told.at(-1), ["down", { backSoonMillis: 7 }]);
  links.hurry();
  const [again] = FakeSocket.all.slice(-2);
  again!.open();
  const [millis] = waitsAfter(again!, { millis: 0, type: "back-soon" }) as number[];
  equal(millis! >= 125, true);
  end();
});

test("backSoon_inAnHour_isNotWaitedFor", async () => {
  const { control, welcome, end } = await linked();
  control.open();
  control.says(welcome);
  const [millis] = waitsAfter(control, { millis: 3_600_000, type: "back-soon" }) as number[];
  equal(millis! <= 250, true);
  end();
});

test("message_malformed_closesTheLink", async () => {
  const { control, welcome, told, end } = await linked();
  control.open();
  control.says(welcome);
  control.says({ type: "something else" });
  equal(told.at(-1), ["down", {}]);
  end();
});

test("welcome_saidTwice_closesTheLink", async () => {
  const { control, welcome, told, end } = await linked();
  control.open();
  control.says(welcome);
  control.says(welcome);
  equal(told.at(-1), ["down", {}]);
  end();
});

const isOpen = ({ readyState }: FakeSocket): boolean => readyState === 1;
const dialled = (from: number): string[] => FakeSocket.all.slice(from).map(({ url }) => url.replace(/.*v1/, ""));

/** A household that is linked, and looked at every quarter of a second. */
async function looked() {
  const all = await linked();
  const { control, media, welcome, links, wait, told } = all;
  control.open();
  media.open();
  control.says(welcome);
  told.length = 0;
  const after = (millis: number): void => {
    for (let passed = 0; passed < millis; passed += 250) {
      wait(250);
      links.check(true);
    }
  };
  const newestControl = (): FakeSocket => FakeSocket.all.findLast(({ url }) => url.endsWith("device"))!;
  /** The newest control link, let in. */
  const letIn = (): FakeSocket => {
    const beside = newestControl();
    beside.open();
    beside.says(welcome);
    return beside;
  };
  const newestMedia = (): FakeSocket => FakeSocket.all.findLast(({ url }) => url.endsWith("media"))!;
  return { ...all, after, letIn, newestControl, newestMedia };
}

test("silence_ofBothLinks_isToldWithinFiveSecondsAndNothingIsHungUp", async () => {
  const { control, media, told, after, end } = await looked();
  after(3_500);
  equal([control.types(), dialled(2)], [["want-ticket"], ["/device"]]); // so far nobody has seen anything of it
  equal(told, []);
  after(1_250);
  equal(told, [["silent", true]]);
  equal([control, media].map(isOpen), [true, true]);
  end();
});

test("silence_thatEnds_wasAFalseAlarmThatCostsNothing", async () => {
  const { control, told, after, media, frames, end } = await looked();
  after(5_000);
  media.says(writeFrameMessage(anyCamera(), new Uint8Array([1])).buffer); // slow, and there
  equal([told, frames.length], [[["silent", true], ["silent", false]], 1]);
  equal(FakeSocket.all.slice(2).every(({ readyState }) => readyState === 3), true);
  equal(isOpen(control), true);
  end();
});

test("silence_whileOtherLinksComeUp_givesWayToThese", async () => {
  const { control, media, links, told, after, letIn, newestMedia, end } = await looked();
  after(5_000);
  const beside = letIn();
  equal([control, media].map(isOpen), [false, false]);
  equal(told.slice(1), [["unanswered", 5_000], ["up", true]]);
  newestMedia().open();
  equal(told.at(-1), "mediaUp");
  equal([links.sendLetter("it"), beside.types().at(-1)], [true, "letter"]);
  end();
});

test("silence_attemptThatDoesNotConnect_isGivenUpForAnotherAndNeverAreThereTwo", async () => {
  const { after, end } = await looked();
  after(5_000);
  for (let attempt = 0; attempt < 6; attempt++) {
    const before = FakeSocket.all.length;
    after(2_500);
    equal(FakeSocket.all.length - before >= 1, true);
    equal(FakeSocket.all.slice(2).filter(({ readyState }) => readyState !== 3).length, 1);
  }
  equal(dialled(2).every((path) => path === "/device"), true);
  end();
});

/** Else a line that is slow would be taken for a dead one again and again. */
test("silence_attemptThatConnected_isGivenTheTimeOfAHandshake", async () => {
  const { after, newestControl, end } = await looked();
  after(5_000);
  newestControl().open(); // by chance the first has been given up already
  const before = FakeSocket.all.length;
  after(9_000);
  equal(FakeSocket.all.slice(before).filter(({ url }) => url.endsWith("device")), []);
  end();
});

test("silence_whileTheRelayRefuses_waitsBetweenAttempts", async () => {
  const { after, end } = await looked();
  after(4_500);
  const real = globalThis.setTimeout;
  const waits: number[] = [];
  globalThis.setTimeout = ((_: unknown, millis: number) => waits.push(millis)) as unknown as typeof setTimeout;
  FakeSocket.all.at(-1)!.close();
  globalThis.setTimeout = real;
  equal(waits.length, 1);
  const before = FakeSocket.all.length;
  after(1_000);
  equal(FakeSocket.all.length, before);
  end();
});

test("network_another_isDialledAtOnceAndTheOldLinksBringPicturesUntilTheNewDo", async () => {
  const { control, media, links, frames, told, letIn, newestMedia, end } = await looked();
  links.networkChanged();
  equal(dialled(2), ["/device"]);
  const beside = letIn();
  equal(told, [["up", true, "goes on"]]);
  equal([control, media].map(isOpen), [true, true]);
  media.says(writeFrameMessage(anyCamera(), new Uint8Array([1])).buffer);
  equal(frames.length, 1);
  newestMedia().open();
  equal([media, newestMedia()].map(isOpen), [false, true]);
  equal(told.at(-1), "mediaUp");
  media.says(writeFrameMessage(anyCamera(), new Uint8Array([1])).buffer); // it was under way: the new link brings it, too
  equal(frames.length, 1);
  equal([links.sendLetter("it"), beside.types().at(-1)], [true, "letter"]);
  end();
});

test("network_another_closesTheOldLinksOnceAllOfThemHasCome", async () => {
  const { control, links, told, letIn, newestMedia, after, end } = await looked();
  links.networkChanged();
  letIn();
  newestMedia().open();
  control.says({ ticket: TICKET, type: "ticket" });
  equal(control.types(), ["want-ticket"]); // by its answer the relay has said all that it had said before
  after(1_750);
  equal(isOpen(control), true); // the home may be about to answer
  after(250);
  equal(isOpen(control), false);
  equal(told.slice(2), [["unanswered", 0]]);
  end();
});

test("network_anotherAndTheOldIsDead_saysThatSomethingMayBeMissed", async () => {
  const { control, links, told, letIn, newestMedia, after, end } = await looked();
  links.networkChanged();
  const beside = letIn();
  newestMedia().open();
  after(4_000);
  equal(isOpen(control), true);
  beside.says({ ticket: TICKET, type: "ticket" });
  after(1_000);
  equal(isOpen(control), false);
  equal(told.slice(2), [["unanswered", 0], "missed"]);
  end();
});

test("network_anotherOldLinkCloses_saysThatSomethingMayBeMissed", async () => {
  const { control, links, told, letIn, end } = await looked();
  links.networkChanged();
  letIn();
  control.close();
  equal(told.slice(1), [["unanswered", 0], "missed"]);
  end();
});

test("network_whatComesOverBothLinks_comesOnce", async () => {
  const { control, links, told, letter, letIn, end } = await looked();
  links.networkChanged();
  control.says(letter); // to all links of this device, and the old one is quicker
  const beside = letIn();
  beside.says(letter);
  control.says({ online: true, type: "online" });
  equal(told, ["letter", ["up", true, "goes on"]]);
  end();
});

test("network_saidTwiceOfTheSameChange_isDialledOnce", async () => {
  const { links, wait, end } = await looked();
  links.networkChanged();
  wait(200);
  links.networkChanged();
  equal(dialled(2), ["/device"]);
  wait(200);
  links.networkChanged(); // another one yet
  equal([dialled(2).length, FakeSocket.all.slice(2).filter(({ readyState }) => readyState !== 3).length], [2, 1]);
  end();
});

test("network_anotherBeforeAnybodyEntered_dialsNothing", async () => {
  const { links, end } = await linked();
  links.stop();
  links.networkChanged();
  equal(FakeSocket.all.length, 2);
  end();
});

/** Else each restart of a relay would be met by twice as many devices as it has. */
test("backSoon_whileAnotherLinkIsDialledBeside_dialsOnceAndNotBefore", async () => {
  const { control, links, told, end } = await looked();
  links.networkChanged();
  equal(waitsAfter(control, { millis: 900, type: "back-soon" }), [900]);
  equal(told, [["down", { backSoonMillis: 900 }]]);
  equal(FakeSocket.all.filter(({ readyState }) => readyState !== 3).length, 0);
  end();
});

test("first_attemptThatDoesNotConnect_isGivenUpForAnotherAndWhatWasAskedOnItToo", async () => {
  const { links, told, wait, end } = await linked();
  links.sendLetter("lost with it");
  wait(2_999);
  links.check(true);
  equal(FakeSocket.all.length, 2);
  wait(1_000);
  links.check(true);
  equal(told, [["unanswered", 3_999]]);
  equal(dialled(2), ["/device", "/device/media"]);
  equal(FakeSocket.all.slice(0, 2).map(({ readyState }) => readyState), [3, 3]);
  end();
});
