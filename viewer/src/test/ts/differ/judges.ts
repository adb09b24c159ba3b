// What the viewer makes of any input, in words that are the same where the values are the same. Java has judges of the same
// names (`proof`, package `differ`), which ask these in batches and compare.

import cards from "vectors/certificates.json";
import lists from "vectors/member-lists.json";
import { openFrame } from "../../../main/ts/crypt/frame";
import { proveHome, proveMembers, isMember } from "../../../main/ts/crypt/home";
import { SframeKey } from "../../../main/ts/crypt/sframe";
import { verified } from "../../../main/ts/crypt/sign";
import { encodeBase64url } from "../../../main/ts/wire/codec/base64url";
import type { Bytes } from "../../../main/ts/wire/codec/bytes";
import { decodeUtf8, type Json, parseJson, parseJsonBytes, writeJson } from "../../../main/ts/wire/codec/json";
import { Malformed } from "../../../main/ts/wire/codec/malformed";
import { parseFromRelay } from "../../../main/ts/wire/control";
import { enrolAnswer, parsePairingFragment } from "../../../main/ts/wire/enrolment";
import { parseEnvelope, type SealedFrame } from "../../../main/ts/wire/envelope";
import { cameraId, cameraIdOf, deviceId, type HouseholdId, householdId, inviteId } from "../../../main/ts/wire/ids";
import { kidOf, TRACK } from "../../../main/ts/wire/kid";
import { keyCard, parseCardKeys } from "../../../main/ts/wire/keyCard";
import { isAnswer, isPush, letterFromHome, PUSHES, readerOf } from "../../../main/ts/wire/letters";
import { parseMediaMessage } from "../../../main/ts/wire/media";
import { origin } from "../../../main/ts/wire/origin";
import { parseSoundFrame } from "../../../main/ts/wire/soundFrame";
import { fullType, LETTER_TYPES, Statement, type StatementType } from "../../../main/ts/wire/statement";
import { hex } from "../hex";

/** Words for what was understood; nothing for what was not proven. */
type Judge = (input: Bytes) => string | undefined | Promise<string | undefined>;

const REFUSED = "refused";
const PREFIX = "mashrabiya/v1/";
const HOUSEHOLD = cards.good[0]!.household as HouseholdId;
const ROOT = hex(cards.good[0]!.root);
const CAMERA = cameraIdOf(new Uint8Array(16));
const KID = kidOf(1_795_000_001, TRACK.main);
const CONTENT_KEY = SframeKey.derive(KID, new Uint8Array(32));
const HOME = proveHome(lists.certificate, HOUSEHOLD, ROOT).then((home) => home!);

const JUDGES: Readonly<Record<string, Judge>> = {
  json: (input) => writeJson(parseJsonBytes("json", input)),
  household: (input) => householdId(text(input), "id"),
  device: (input) => deviceId(text(input), "id"),
  camera: (input) => cameraId(text(input), "id"),
  invite: (input) => inviteId(text(input), "id"),
  origin: (input) => origin(text(input), "origin"),
  "pairing-link": (input) => {
    const link = text(input);
    const read = parsePairingFragment(link.slice(link.indexOf("#") + 1));
    return words(read);
  },
  envelope: (input) => named(parseEnvelope(input)),
  "frame-message": arrived,
  sound: (input) => {
    const { codec, sampleRateHz, channels, configuration, data } = parseSoundFrame(input);
    return [codec, sampleRateHz, channels, encodeBase64url(configuration), encodeBase64url(data)].join(" ");
  },
  "card-keys": (input) => words(parseCardKeys(input)),
  statement: (input) => {
    const statement = Statement.parse(text(input));
    const said = writeJson(statement.unproven(statement.type, (value) => value));
    return `${fullType(statement.type)} ${said} ${encodeBase64url(statement.signature)}`;
  },
  certificate: async (input) => {
    const home = await proveHome(text(input), HOUSEHOLD, ROOT);
    return home && words(home.certificate);
  },
  "member-list": async (input) => {
    const list = await proveMembers(text(input), HOUSEHOLD, await HOME);
    return list && words(list);
  },
  "key-card": async (input) => {
    const card = await verified(Statement.parse(text(input)), "key-card", (await HOME).key, keyCard);
    return card && words(card);
  },
  letter: async (input) => {
    const statement = Statement.parse(text(input));
    if (!LETTER_TYPES.some((type) => type === statement.type)) return undefined;
    const letter = await verified(statement, statement.type, (await HOME).key, letterFromHome);
    return letter && `${fullType(statement.type)} ${words(letter)}`;
  },
  body: (input) => {
    const [type, body] = typed(text(input));
    const json = parseJson("body", body);
    if (isAnswer(type)) return words(readerOf(type)(json, type));
    return isPush(type) ? words(PUSHES[type](json, type)) : undefined;
  },
  "sealed-frame": async (input) => {
    const frame = parseEnvelope(input);
    if (frame.kid !== KID) return "not-opened"; // there is no such key
    const outcome = await openFrame(HOUSEHOLD, CAMERA, frame, await CONTENT_KEY, (await HOME).key);
    if (outcome.is === "refused") return outcome.reason;
    return `opened ${outcome.frame.captureMicros} ${encodeBase64url(outcome.frame.picture)}`;
  },
  control: (input) => words(parseFromRelay(text(input))),
  "enrol-answer": async (input) => {
    const answer = enrolAnswer(parseJsonBytes("enrolled", input), "enrolled");
    const home = await proveHome(answer.certificate, HOUSEHOLD, answer.root);
    const list = home && (await proveMembers(answer.memberList, HOUSEHOLD, home));
    return list && isMember(list, answer.device) ? words(answer) : undefined;
  },
};

function text(input: Bytes): string {
  return decodeUtf8("text", input);
}

/** A letter's body behind its type and a space. */
function typed(input: string): [StatementType, string] {
  const end = input.indexOf(" ");
  if (!input.startsWith(PREFIX) || end < 0) throw new Malformed("body");
  return [input.slice(PREFIX.length, end) as StatementType, input.slice(end + 1)];
}

function named({ kind, kid, number, dependency, header, sealed }: SealedFrame): string {
  return [kind, kid, number, dependency, encodeBase64url(header), sealed.length].join(" ");
}

/** A media message is a frame, one that cannot be read of a camera that can, a word on the line, or the end of the link. */
function arrived(input: Bytes): string {
  const message = parseMediaMessage(input);
  if ("bitsPerSecond" in message) return `carries ${message.bitsPerSecond}`;
  const { camera, envelope } = message;
  try {
    return `${camera} ${named(parseEnvelope(envelope))}`;
  } catch (fault) {
    if (fault instanceof Malformed) return `${camera} unreadable`;
    throw fault;
  }
}

/** Any value that a parser gave, as canonical JSON. */
function words(value: unknown): string {
  return writeJson(plain(value));
}

function plain(value: unknown): Json {
  if (value instanceof Uint8Array) return encodeBase64url(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value as Json;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}

async function verdict(judge: Judge, input: Bytes): Promise<string> {
  try {
    return (await judge(input)) ?? REFUSED;
  } catch (fault) {
    return fault instanceof Malformed ? REFUSED : `threw ${String(fault)}`;
  }
}

/** Judges inputs that stand in base64, each behind its length in four bytes. */
async function judge(format: string, batch: string): Promise<readonly string[]> {
  const bytes = Uint8Array.from(atob(batch), (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  const verdicts: Promise<string>[] = [];
  for (let at = 0; at < bytes.length; at += 4 + view.getUint32(at)) {
    verdicts.push(verdict(JUDGES[format]!, bytes.slice(at + 4, at + 4 + view.getUint32(at))));
  }
  return Promise.all(verdicts);
}

Object.assign(globalThis, { judgeAll: judge });
