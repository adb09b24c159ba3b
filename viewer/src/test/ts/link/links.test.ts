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
      up: (_, online) => told.push(["up", online]),
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
  return { links, control, media, told, frames, challenge, welcome, end, wait, hold };
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

test("check_silence_pingsThenGivesTheLinkUp", async () => {
  const { control, links, welcome, told, wait, end } = await linked();
  control.open();
  control.says(welcome);
  wait(8_001);
  links.check();
  links.check();
  equal(control.types(), ["want-ticket"]);
  wait(6_000);
  links.check();
  equal(told.at(-1), ["down", {}]);
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
