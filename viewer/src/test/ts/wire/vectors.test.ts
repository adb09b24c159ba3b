// The vectors that Java's tests read, too: what one side takes, the other takes, and what one refuses, the other does.

import cards from "vectors/certificates.json";
import canonical from "vectors/canonical-json.json";
import control from "vectors/control-messages.json";
import envelopes from "vectors/envelopes.json";
import ids from "vectors/ids.json";
import bodies from "vectors/letter-bodies.json";
import media from "vectors/media-messages.json";
import lists from "vectors/member-lists.json";
import origins from "vectors/origins.json";
import headers from "vectors/sframe-headers.json";
import sounds from "vectors/sound-frames.json";
import statements from "vectors/statements.json";
import { isMember, proveHome, proveMembers } from "../../../main/ts/crypt/home";
import { VerifyingKey, verified } from "../../../main/ts/crypt/sign";
import { certificate } from "../../../main/ts/wire/certificate";
import { parseJsonBytes, writeJson, parseJson, type Json } from "../../../main/ts/wire/codec/json";
import { parseFromRelay } from "../../../main/ts/wire/control";
import { parseEnvelope } from "../../../main/ts/wire/envelope";
import {
  cameraId,
  type CameraId,
  deviceId,
  deviceIdOf,
  type HouseholdId,
  householdId,
  householdIdOf,
  idBytes,
  inviteId,
} from "../../../main/ts/wire/ids";
import { epochOf, kidOf, type Track, trackOf } from "../../../main/ts/wire/kid";
import { type AnswerType, isAnswer, isPush, PUSHES, readerOf } from "../../../main/ts/wire/letters";
import {
  type FrameMessage,
  parseMediaMessage,
  writeAcknowledgement,
  writeFrameMessage,
  writeSubscribe,
  writeTicket,
  writeUnsubscribe,
} from "../../../main/ts/wire/media";
import { origin } from "../../../main/ts/wire/origin";
import { parseSframeHeader, writeSframeHeader } from "../../../main/ts/wire/sframe";
import { parseSoundFrame } from "../../../main/ts/wire/soundFrame";
import { fullType, Statement, type StatementType } from "../../../main/ts/wire/statement";
import { equal, table, test, throws } from "../harness";
import { hex } from "../hex";

const MALFORMED = /^Malformed/;

table(
  canonical.good,
  (text) => `json_${text}_isReadAndWrittenAgain`,
  (text) => {
    const bytes = new TextEncoder().encode(text);
    equal(writeJson(parseJsonBytes("vector", bytes)), text);
  },
);

table(
  canonical.bad,
  ({ why, hex: bytes }) => `json_${why}_${bytes}_isMalformed`,
  async ({ hex: bytes }) => {
    await throws(() => parseJsonBytes("vector", hex(bytes)), MALFORMED);
  },
);

const READERS = { household: householdId, device: deviceId, camera: cameraId, invite: inviteId } as const;
type IdKind = keyof typeof READERS;

table(
  ids.good,
  ({ kind, text }) => `id_${kind}_${text}_isReadAndIsTheHashOfItsKey`,
  async (vector) => {
    const id = READERS[vector.kind as IdKind](vector.text, "vector");
    equal(idBytes(id), hex(vector.bytes));
    const { key, household } = vector as { key?: string; household?: string };
    if (vector.kind === "household") equal(await householdIdOf(hex(key!)), id);
    if (vector.kind === "device") equal(await deviceIdOf(household as HouseholdId, hex(key!)), id);
  },
);

table(
  ids.bad,
  ({ kind, why }) => `id_${kind}_${why}_isMalformed`,
  async ({ kind, text }) => {
    await throws(() => READERS[kind as IdKind](text, "vector"), MALFORMED);
  },
);

table(
  statements.good,
  ({ typ }) => `statement_${typ}_verifies`,
  async ({ text, typ, payload }) => {
    const statement = Statement.parse(text);
    equal(fullType(statement.type), typ);
    const said = await verified(
      statement,
      statement.type,
      await VerifyingKey.of(hex(statements.key)),
      (value) => value,
    );
    equal(said && writeJson(said), payload);
  },
);

table(
  statements.malformed,
  ({ why }) => `statement_${why}_isMalformed`,
  async ({ text }) => {
    await throws(() => Statement.parse(text), MALFORMED);
  },
);

table(
  statements.unproven,
  ({ why }) => `statement_${why}_isNotProven`,
  async ({ text }) => {
    const statement = Statement.parse(text);
    equal(await verified(statement, statement.type, await VerifyingKey.of(hex(statements.key)), () => true), undefined);
  },
);

table(
  cards.good,
  ({ household }) => `certificate_of_${household}_proves`,
  async (vector) => {
    const home = await proveHome(vector.text, vector.household as HouseholdId, hex(vector.root));
    equal(home?.certificate.serial, vector.serial);
    equal(home?.certificate.kem, hex(vector.kem));
    equal(home?.certificate.sign, hex(vector.sign));
  },
);

table(
  cards.malformed,
  ({ why }) => `certificate_${why}_isMalformed`,
  async ({ text }) => {
    await throws(() => Statement.parse(text).unproven("home-certificate", certificate), MALFORMED);
  },
);

table(
  cards.unproven,
  ({ why }) => `certificate_${why}_isNotProven`,
  async ({ text }) => {
    const { household, root } = cards.good[0]!;
    equal(await proveHome(text, household as HouseholdId, hex(root)), undefined);
  },
);

async function home() {
  const { household, root } = cards.good[0]!;
  return (await proveHome(lists.certificate, household as HouseholdId, hex(root)))!;
}

table(
  lists.good,
  ({ version }) => `memberList_${version}_proves`,
  async ({ text, devices, ruledMicros, serial, version }) => {
    const list = await proveMembers(text, cards.good[0]!.household as HouseholdId, await home());
    equal(
      list?.members.map(({ device }) => device),
      devices,
    );
    equal([list?.ruledMicros, list?.serial, list?.version], [ruledMicros, serial, version]);
    for (const device of devices) equal(isMember(list!, deviceId(device, "vector")), true);
  },
);

// That an id is the hash of its key takes a hash, which browsers compute aside: parsing and proving are one here.
table(
  [...lists.malformed, ...lists.unproven],
  ({ why }) => `memberList_${why}_isNotProven`,
  async ({ text }) => {
    equal(await proveMembers(text, cards.good[0]!.household as HouseholdId, await home()), undefined);
  },
);

/** Vectors reach to 2^64; ours end at 2^53, where JavaScript is exact, and the KID's own range is checked apart. */
const isExact = (value: string): boolean => BigInt(value) <= BigInt(Number.MAX_SAFE_INTEGER);

table(
  headers.good,
  ({ kid, counter }) => `sframeHeader_${kid}_${counter}_isReadOrTooLarge`,
  async (vector) => {
    const { kid, counter } = vector;
    const bytes = hex(vector.hex);
    if (!isExact(kid) || !isExact(counter)) return void (await throws(() => parseSframeHeader(bytes), MALFORMED));
    equal(parseSframeHeader(bytes), { kid: Number(kid), counter: Number(counter), bytes });
    equal(writeSframeHeader(Number(kid), Number(counter)), bytes);
  },
);

table(
  headers.bad,
  ({ why }) => `sframeHeader_${why}_isMalformed`,
  async (vector) => {
    await throws(() => parseSframeHeader(hex(vector.hex)), MALFORMED);
  },
);

table(
  envelopes.good,
  ({ kind, epoch, track, number }) => `envelope_${kind}_${epoch}_${track}_${number}_isRead`,
  (vector) => {
    const frame = parseEnvelope(hex(vector.hex));
    const { kind, dependency, number } = frame;
    equal(
      { kind, dependency, number, epoch: epochOf(frame.kid), track: trackOf(frame.kid) },
      {
        kind: vector.kind,
        dependency: vector.dependency,
        number: vector.number,
        epoch: vector.epoch,
        track: vector.track,
      },
    );
  },
);

table(
  envelopes.bad,
  ({ why }) => `envelope_${why}_isMalformed`,
  async (vector) => {
    await throws(() => parseEnvelope(hex(vector.hex)), MALFORMED);
  },
);

const typeOf = (typ: string): StatementType => typ.slice("mashrabiya/v1/".length) as StatementType;

table(
  bodies.answers,
  ({ typ, body }) => `answer_${typ}_${body.length}_isRead`,
  ({ typ, body }) => {
    const type = typeOf(typ);
    equal(isAnswer(type), true);
    readerOf(type as AnswerType)(parseJson("vector", body), type);
  },
);

table(
  bodies.pushes,
  ({ typ }) => `push_${typ}_isRead`,
  ({ typ, body }) => {
    const type = typeOf(typ);
    equal(isPush(type) && PUSHES[type](parseJson("vector", body), type) !== undefined, true);
  },
);

table(
  bodies.bad.filter(({ typ }) => isAnswer(typeOf(typ))),
  ({ typ, why }) => `answer_${typ}_${why}_isMalformed`,
  async ({ typ, body }) => {
    const type = typeOf(typ) as AnswerType;
    await throws(() => readerOf(type)(parseJson("vector", body), type), MALFORMED);
  },
);

table(
  control.deviceHears,
  (text) => `control_${typeIn(text)}_${text.length}_isRead`,
  (text) => {
    equal(parseFromRelay(text).type as string, typeIn(text));
  },
);

table(
  control.bad,
  (text) => `control_${text.slice(0, 90)}_${text.length}_isMalformed`,
  async (text) => {
    await throws(() => parseFromRelay(text), MALFORMED);
  },
);

test("control_whatOnlyAHomeHears_isMalformedForADevice", async () => {
  const only = control.homeHears.filter((text) => !control.deviceHears.includes(text) && typeIn(text) !== "bye");
  for (const text of only) if (typeIn(text) !== "ticket") await throws(() => parseFromRelay(text), MALFORMED);
});

function typeIn(text: string): string {
  return (parseJson("vector", text) as { type: Json })["type"] as string;
}

table(
  origins.good,
  (text) => `origin_${text}_isRead`,
  (text) => equal(origin(text, "vector"), text),
);

table(
  origins.bad,
  ({ why }) => `origin_${why}_isMalformed`,
  async ({ text }) => {
    await throws(() => origin(text, "vector"), MALFORMED);
  },
);

interface MediaVector {
  readonly type: string;
  readonly hex: string;
  readonly ticket?: string;
  readonly camera?: string;
  readonly envelope?: string;
  readonly frames?: number;
  readonly kid?: number;
  readonly epoch?: number;
  readonly track?: number;
  readonly first?: number;
  readonly bitsPerSecond?: number;
}

table(
  media.good as readonly MediaVector[],
  ({ type }) => `media_${type}_isWrittenOrRead`,
  (vector) => {
    const camera = vector.camera as CameraId;
    switch (vector.type) {
      case "ticket":
        return equal(writeTicket(hex(vector.ticket!)), hex(vector.hex));
      case "frame": {
        const message = parseMediaMessage(hex(vector.hex)) as FrameMessage;
        equal(message.camera, camera);
        return equal(writeFrameMessage(camera, message.envelope), hex(vector.hex));
      }
      case "acknowledgement":
        return equal(writeAcknowledgement(vector.frames!), hex(vector.hex));
      case "subscribe":
        return equal(
          writeSubscribe(camera, kidOf(vector.epoch!, vector.track as Track), vector.first!),
          hex(vector.hex),
        );
      case "unsubscribe":
        return equal(writeUnsubscribe(camera, vector.track as Track), hex(vector.hex));
      case "carries":
        return equal(parseMediaMessage(hex(vector.hex)), { bitsPerSecond: vector.bitsPerSecond });
      default:
        throw new Error(`no test for ${vector.type}`);
    }
  },
);

table(
  media.bad,
  ({ why }) => `media_${why}_isMalformedForADevice`,
  async (vector) => {
    await throws(() => parseMediaMessage(hex(vector.hex)), MALFORMED);
  },
);

table(
  sounds.good,
  ({ name }) => `soundFrame_${name}_isRead`,
  (vector) => {
    const { codec, sampleRateHz, channels, configuration, data } = parseSoundFrame(hex(vector.hex));
    equal(codec.toUpperCase(), vector.codec);
    equal([sampleRateHz, channels], [vector.sampleRateHz, vector.channels]);
    equal([configuration, data], [hex(vector.configuration), hex(vector.data)]);
  },
);

table(
  sounds.bad,
  ({ why }) => `soundFrame_${why}_isMalformed`,
  async (vector) => {
    await throws(() => parseSoundFrame(hex(vector.hex)), MALFORMED);
  },
);
