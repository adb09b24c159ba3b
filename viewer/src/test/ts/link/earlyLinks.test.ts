import { Dialled } from "../../../main/ts/link/dialled";
import { CONTROL_PATH, EarlyLinks, MEDIA_PATH } from "../../../main/ts/link/earlyLinks";
import { equal, test } from "../harness";

const ORIGIN = "https://relay.example";

/** A socket whose other end is the test. */
class FakeSocket {
  static readonly OPEN = 1;
  static all: FakeSocket[] = [];
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;

  constructor(readonly url: string) {
    FakeSocket.all.push(this);
  }

  send(): void {}

  close(): void {
    this.readyState = 3;
    this.onclose?.();
  }
}

async function withFakeSockets(body: () => void | Promise<void>): Promise<void> {
  const real = globalThis.WebSocket;
  FakeSocket.all = [];
  globalThis.WebSocket = FakeSocket as unknown as typeof WebSocket;
  try {
    await body();
  } finally {
    globalThis.WebSocket = real;
  }
}

const closed = (): boolean[] => FakeSocket.all.map(({ readyState }) => readyState === 3);
const dialled = (): string[] => FakeSocket.all.map(({ url }) => url);

test("early_takenForItsOrigin_isTheSocketThatWasDialled", () =>
  withFakeSockets(() => {
    const early = new EarlyLinks(ORIGIN);
    equal(dialled(), ["wss://relay.example/v1/device", "wss://relay.example/v1/device/media"]);
    early.take(ORIGIN, CONTROL_PATH);
    early.take(ORIGIN, MEDIA_PATH);
    early.close();
    equal(closed(), [false, false]);
  }));

test("early_takenTwice_isDialledAnew", () =>
  withFakeSockets(() => {
    const early = new EarlyLinks(ORIGIN);
    early.take(ORIGIN, CONTROL_PATH);
    early.take(ORIGIN, CONTROL_PATH);
    equal(dialled().length, 3);
    early.close();
  }));

test("early_forAnotherOrigin_isClosedAndDialledThere", () =>
  withFakeSockets(() => {
    const early = new EarlyLinks(ORIGIN);
    early.take("http://elsewhere.example", MEDIA_PATH);
    equal(closed(), [true, true, false]);
    equal(dialled()[2], "ws://elsewhere.example/v1/device/media");
  }));

test("early_dialledAgain_onlyWhenClosedAndNeverOnceTaken", () =>
  withFakeSockets(() => {
    const early = new EarlyLinks(ORIGIN);
    early.dial();
    equal(dialled().length, 2);
    early.close();
    early.dial();
    equal(dialled().length, 4);
    early.take(ORIGIN, CONTROL_PATH);
    early.close();
    early.dial();
    equal(dialled().length, 4);
  }));

test("early_whatNobodyTook_isClosed", () =>
  withFakeSockets(() => {
    const early = new EarlyLinks(ORIGIN);
    early.take(ORIGIN, CONTROL_PATH);
    early.close();
    equal(closed(), [false, true]);
  }));

test("dialled_wordsBeforeAnybodyListens_areToldInOrder", () =>
  withFakeSockets(async () => {
    const socket = new Dialled(ORIGIN, CONTROL_PATH);
    const [wire] = FakeSocket.all as [FakeSocket];
    wire.onopen!();
    wire.onmessage!({ data: "challenge" });
    const told: unknown[] = [];
    const closing = new Promise<void>((resolve) =>
      socket.listen({
        opened: () => told.push("opened"),
        message: (data) => told.push(data),
        closed: () => (told.push("closed"), resolve()),
      }),
    );
    equal(told, []); // whoever listens has first to know what it listens to
    wire.onmessage!({ data: "next" });
    wire.close();
    await closing;
    equal(told, ["opened", "challenge", "next", "closed"]);
  }));

test("dialled_floodBeforeAnybodyListens_isClosedAndForgotten", () =>
  withFakeSockets(async () => {
    const socket = new Dialled(ORIGIN, CONTROL_PATH);
    const [wire] = FakeSocket.all as [FakeSocket];
    for (let word = 0; word < 10; word++) wire.onmessage?.({ data: "word" });
    equal(wire.readyState, 3);
    const told: unknown[] = [];
    const closing = new Promise<void>((resolve) =>
      socket.listen({ message: (data) => told.push(data), closed: () => (told.push("closed"), resolve()) }),
    );
    await closing;
    equal(told, ["closed"]);
  }));
