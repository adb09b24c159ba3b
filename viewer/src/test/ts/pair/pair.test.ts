// Pairing from the socket to the store, against a relay and a home that may lose an answer on the way.

import type { DeviceKeys } from "../../../main/ts/crypt/deviceKeys";
import { Pairing } from "../../../main/ts/pair/pair";
import { HouseholdStore } from "../../../main/ts/store/householdStore";
import { decodeBase64url, encodeBase64url } from "../../../main/ts/wire/codec/base64url";
import { type Json, writeJson } from "../../../main/ts/wire/codec/json";
import type { PairingLink } from "../../../main/ts/wire/enrolment";
import type { DeviceId } from "../../../main/ts/wire/ids";
import { TestHome } from "../fixtures/testHome";
import { equal, test } from "../harness";

const ORIGIN = "http://relay.example";
const NONCE = encodeBase64url(new Uint8Array(32).fill(7));

/** Puts something else in the place of a browser's function for as long as the body runs. */
async function instead(owner: object, name: string, value: unknown, body: () => Promise<void>): Promise<void> {
  const real = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, value });
  try {
    await body();
  } finally {
    if (real === undefined) Reflect.deleteProperty(owner, name);
    else Object.defineProperty(owner, name, real);
  }
}

const notSupported = (): Promise<never> => Promise.reject(new DOMException("no such algorithm", "NotSupportedError"));

/** The relay's end of one newcomer's link, and the home behind it: the first keys that open the invite have it. */
class Door {
  static readonly OPEN = 1;
  static home: TestHome;
  static link: PairingLink;
  static takenBy: DeviceId | undefined;
  static losesAnswers = false;
  readyState = 1;
  onmessage: (event: { data: string }) => void = () => undefined;
  onclose: () => void = () => undefined;

  constructor() {
    setTimeout(() => this.says({ nonce: NONCE, origin: ORIGIN, type: "challenge" }));
  }

  send(text: string): void {
    const said = JSON.parse(text) as { type: string; message: string };
    if (said.type === "invite-hello") this.says({ certificate: Door.home.certificate, type: "invite-welcome" });
    else void this.enrol(said.message);
  }

  close(): void {}

  private async enrol(message: string): Promise<void> {
    const { home, link } = Door;
    let isWelcome = false;
    const answer = await home.enrol(link, decodeBase64url("test", message), (id, signPublic) => {
      Door.takenBy ??= id;
      isWelcome = Door.takenBy === id;
      return home.memberList(1, { id, keys: { signPublic } as DeviceKeys });
    });
    if (Door.losesAnswers) this.onclose();
    else this.says({ answer: isWelcome ? encodeBase64url(answer) : "", type: "enrolled" });
  }

  private says(message: Json): void {
    this.onmessage({ data: writeJson(message) });
  }
}

async function atTheDoor(body: (home: TestHome, link: PairingLink) => Promise<void>): Promise<void> {
  const real = globalThis.WebSocket;
  globalThis.WebSocket = Door as unknown as typeof WebSocket;
  const home = await TestHome.make();
  const link = { household: home.id, secret: crypto.getRandomValues(new Uint8Array(16)), origin: ORIGIN };
  Object.assign(Door, { home, link, takenBy: undefined, losesAnswers: false });
  try {
    await body(home, link);
  } finally {
    globalThis.WebSocket = real;
    await HouseholdStore.forget(home.id);
  }
}

async function stored(home: TestHome): Promise<DeviceId | undefined> {
  const store = await HouseholdStore.open(home.id);
  const identity = await store.identity();
  store.close();
  return identity?.device;
}

test("attempt_homeAnswers_isPairedAndStored", () =>
  atTheDoor(async (home, link) => {
    equal(await new Pairing(link, "Chrome on Linux").attempt(), { is: "paired" });
    equal(await stored(home), Door.takenBy);
  }));

/** The home took the keys in, so the link is spent for every other key, and other keys would be another device. */
test("attempt_afterAnAnswerThatWasLost_isPairedAsTheDeviceThatTheHomeTookIn", () =>
  atTheDoor(async (home, link) => {
    const pairing = new Pairing(link, "Chrome on Linux");
    Door.losesAnswers = true;
    equal(await pairing.attempt(), { is: "unreachable" });
    equal(await stored(home), undefined);
    Door.losesAnswers = false;
    equal(await pairing.attempt(), { is: "paired" });
    equal(await stored(home), Door.takenBy);
  }));

test("attempt_byALinkThatAnotherDeviceUsed_isSpent", () =>
  atTheDoor(async (home, link) => {
    await new Pairing(link, "Chrome on Linux").attempt();
    equal(await new Pairing(link, "Chrome on Android").attempt(), { is: "spent" });
    equal(await stored(home), Door.takenBy);
  }));

test("attempt_inABrowserWithoutTheCiphers_saysSoAtOnce", () =>
  atTheDoor(async (home, link) => {
    const pairing = new Pairing(link, "An old browser");
    await instead(crypto.subtle, "generateKey", notSupported, async () => {
      equal(await pairing.attempt(), { is: "no-keys" });
    });
    equal(Door.takenBy, undefined);
    equal(await pairing.attempt(), { is: "paired" });
    equal(await stored(home), Door.takenBy);
  }));

/** The home has taken the keys in by then: once there is room, they are still good. */
test("attempt_inABrowserThatStoresNothing_saysSoAndMayBeTriedAgain", () =>
  atTheDoor(async (home, link) => {
    const pairing = new Pairing(link, "A private window");
    const fails = (): never => {
      throw new DOMException("storage is off", "InvalidStateError");
    };
    await instead(indexedDB, "open", fails, async () => {
      equal(await pairing.attempt(), { is: "no-storage" });
    });
    equal(await pairing.attempt(), { is: "paired" });
    equal(await stored(home), Door.takenBy);
  }));

test("attempt_whereTheBrowserOpensNoSuchSocket_isUnreachable", () =>
  atTheDoor(async (_, link) => {
    class Forbidden {
      constructor() {
        throw new DOMException("an insecure socket", "SecurityError");
      }
    }
    await instead(globalThis, "WebSocket", Forbidden, async () => {
      equal(await new Pairing(link, "Chrome on Linux").attempt(), { is: "unreachable" });
    });
  }));
