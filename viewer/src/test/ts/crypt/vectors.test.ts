// The vectors of the sealed formats, made by an independent hand and shared with Java's tests.

import enrolments from "vectors/enrolments.json";
import hpke from "vectors/hpke.json";
import cards from "vectors/key-cards.json";
import letters from "vectors/letters.json";
import frames from "vectors/sealed-frames.json";
import sframe from "vectors/sframe.json";
import { importAead } from "../../../main/ts/crypt/aead";
import { openCard } from "../../../main/ts/crypt/card";
import type { DeviceKeys } from "../../../main/ts/crypt/deviceKeys";
import { openFrame } from "../../../main/ts/crypt/frame";
import { type Home, proveHome } from "../../../main/ts/crypt/home";
import { hpkeOpen, type KemPair } from "../../../main/ts/crypt/hpke";
import { SframeKey } from "../../../main/ts/crypt/sframe";
import { VerifyingKey } from "../../../main/ts/crypt/sign";
import { openLetter } from "../../../main/ts/letters/seal";
import { makeDeviceKeys } from "../../../main/ts/crypt/deviceKeys";
import { Enrolment } from "../../../main/ts/pair/enrol";
import { certificate } from "../../../main/ts/wire/certificate";
import { decodeBase64url } from "../../../main/ts/wire/codec/base64url";
import { type Bytes, join } from "../../../main/ts/wire/codec/bytes";
import { writeJson } from "../../../main/ts/wire/codec/json";
import { unlessMalformed } from "../../../main/ts/wire/codec/malformed";
import { parsePairingFragment } from "../../../main/ts/wire/enrolment";
import { parseEnvelope } from "../../../main/ts/wire/envelope";
import type { CameraId, DeviceId, HouseholdId } from "../../../main/ts/wire/ids";
import { isAnswer, isPush, PUSHES, readerOf } from "../../../main/ts/wire/letters";
import { parseSframeHeader } from "../../../main/ts/wire/sframe";
import { Statement } from "../../../main/ts/wire/statement";
import { equal, table } from "../harness";
import { hex } from "../hex";

/** A private key as WebCrypto takes it (RFC 8410), and its public half. */
async function privateKey(name: "X25519" | "Ed25519", raw: Bytes): Promise<[CryptoKey, Bytes]> {
  const prefix = `302e020100300506032b65${name === "X25519" ? "6e" : "70"}04220420`;
  const usages: KeyUsage[] = name === "X25519" ? ["deriveBits"] : ["sign"];
  const key = await crypto.subtle.importKey("pkcs8", join(hex(prefix), raw), name, true, usages);
  const { x } = await crypto.subtle.exportKey("jwk", key);
  return [key, decodeBase64url("jwk", x!)];
}

async function deviceKeys(device: { sign: string; kem: string }): Promise<DeviceKeys> {
  const [sign, signPublic] = await privateKey("Ed25519", hex(device.sign));
  const [kem, kemPublic] = await privateKey("X25519", hex(device.kem));
  return { sign, signPublic, kem, kemPublic };
}

async function homeOf(text: string): Promise<Home> {
  const { household, root } = Statement.parse(text).unproven("home-certificate", certificate);
  return (await proveHome(text, household, root))!;
}

table(
  hpke.cases,
  ({ name }) => `hpke_${name}`,
  async (vector) => {
    const [key] = await privateKey("X25519", hex(vector.skR));
    const pair: KemPair = { privateKey: key, publicBytes: hex(vector.pkR) };
    const opened = await hpkeOpen(pair, hex(vector.info), hex(vector.aad), hex(vector.enc + vector.ct));
    equal(opened, vector.outcome === "opened" ? hex(vector.pt!) : undefined);
  },
);

table(
  sframe.cases,
  ({ name }) => `sframe_${name}`,
  async (vector) => {
    const ciphertext = hex(vector.ct);
    const header = unlessMalformed(() => parseSframeHeader(ciphertext));
    if (BigInt(`0x${vector.kid}`) > Number.MAX_SAFE_INTEGER || BigInt(`0x${vector.ctr}`) > Number.MAX_SAFE_INTEGER) {
      return equal(header, undefined); // beyond what our formats allow
    }
    const key = await SframeKey.derive(header!.kid, hex(vector.baseKey));
    equal(await key.open(header!, hex(vector.metadata), ciphertext.subarray(header!.bytes.length)), hex(vector.pt));
  },
);

table(
  frames.cases,
  ({ name }) => `sealedFrame_${name}`,
  async (vector) => {
    const frame = unlessMalformed(() => parseEnvelope(hex(vector.envelope)));
    if (frame === undefined) return equal("malformed", vector.outcome);
    const key = await SframeKey.derive(Number(vector.kid), hex(vector.baseKey));
    const home = await VerifyingKey.of(hex(vector.home));
    const outcome = await openFrame(vector.household as HouseholdId, vector.camera as CameraId, frame, key, home);
    if (outcome.is === "refused") return equal(outcome.reason, vector.outcome);
    equal("opened", vector.outcome);
    equal(outcome.frame.captureMicros, vector.captureMicros);
    equal(outcome.frame.picture, hex(vector.picture!));
    equal([frame.number, frame.dependency], [vector.number, vector.dependency]);
  },
);

table(
  cards.cases,
  ({ name }) => `keyCard_${name}`,
  async (vector) => {
    const home = await homeOf(cards.certificate);
    const own = await deviceKeys(cards.device);
    const opened = await openCard(vector.card, home.certificate.household, cards.device.device as DeviceId, own, home);
    if (vector.outcome !== "opened") return equal(opened, undefined);
    equal(opened?.edition.version, vector.version);
    const keys = vector.keys as unknown as { camera: string; kid: number; key: string }[];
    equal(
      opened?.keys.map((key) => [key.camera as string, key.kid, key.baseKey]),
      keys.map((key) => [key.camera, key.kid, hex(key.key)]),
    );
  },
);

table(
  letters.cases.filter(({ direction }) => direction === "to-device"),
  ({ name }) => `letter_${name}`,
  async (vector) => {
    const home = await homeOf(letters.certificate);
    const ends = { household: home.certificate.household, device: letters.device.device as DeviceId };
    const opened = await openLetter(ends, await deviceKeys(letters.device), home, vector.letter);
    const { type, inside } = opened ?? {};
    const isRead =
      type !== undefined &&
      unlessMalformed(() => (isAnswer(type) ? readerOf(type) : isPush(type) ? PUSHES[type] : fail)(inside!, type)) !==
        undefined;
    equal(isRead ? writeJson(inside!) : undefined, vector.outcome === "opened" ? vector.body : undefined);
  },
);

function fail(): undefined {
  return undefined;
}

const fragmentOf = (link: string): string => link.slice(link.indexOf("#") + 1);

table(
  enrolments.links,
  ({ name }) => `pairingLink_${name}`,
  (vector) => {
    const link = unlessMalformed(() => parsePairingFragment(fragmentOf(vector.link)));
    if (vector.outcome !== "read") return equal(link, undefined);
    equal(link, { household: enrolments.household, secret: hex(enrolments.secret), origin: enrolments.origin });
  },
);

table(
  enrolments.toDeviceCases,
  ({ name }) => `enrolled_${name}`,
  async (vector) => {
    const paired = await (await enrolment()).finish(decodeBase64url("vector", vector.answer));
    equal(paired?.identity.household, vector.outcome === "opened" ? enrolments.household : undefined);
  },
);

table(
  [enrolments],
  () => "enrolment_begun_goesByTheVectorsInvite",
  async ({ link, inviteId }) => {
    const begun = await Enrolment.begin(parsePairingFragment(fragmentOf(link)), makeDeviceKeys(), "Phone");
    equal(begun.invite as string, inviteId);
  },
);

/** The enrolment whose first message the vectors answer; shipped code makes its own keys and nonce. */
async function enrolment(): Promise<Enrolment> {
  const { device, firstMessage, inviteId, link, toDevice } = enrolments;
  return Reflect.construct(Enrolment, [
    parsePairingFragment(fragmentOf(link)),
    await deviceKeys(device),
    inviteId,
    decodeBase64url("vector", firstMessage),
    decodeBase64url("vector", device.nonce),
    await importAead(hex(toDevice)),
  ]) as Enrolment;
}
