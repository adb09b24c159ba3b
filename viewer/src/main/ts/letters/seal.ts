import type { DeviceKeys } from "../crypt/deviceKeys";
import type { Home } from "../crypt/home";
import { hpkeOpen, hpkeSeal } from "../crypt/hpke";
import { sign, verified } from "../crypt/sign";
import { encodeBase64url } from "../wire/codec/base64url";
import { type Bytes, join, label } from "../wire/codec/bytes";
import { type Json, jsonBytes, parseJsonBytes } from "../wire/codec/json";
import { unlessMalformed } from "../wire/codec/malformed";
import { type DeviceId, type HouseholdId, idBytes } from "../wire/ids";
import { letterFromHome } from "../wire/letters";
import { fullType, Statement, type StatementType } from "../wire/statement";

/** Both ends of a correspondence (formats, section 6). */
export interface Ends {
  readonly household: HouseholdId;
  readonly device: DeviceId;
}

const EMPTY = new Uint8Array();

/** Seals a letter to the home and signs it. */
export async function sealLetter(
  ends: Ends,
  own: DeviceKeys,
  home: Home,
  type: StatementType,
  plaintext: Json,
): Promise<string> {
  const info = infoOf(type, idBytes(ends.device), idBytes(ends.household));
  const sealed = await hpkeSeal(home.certificate.kem, info, EMPTY, jsonBytes(plaintext));
  const payload = { from: ends.device, sealed: encodeBase64url(sealed), to: ends.household };
  return sign(type, payload, own.sign);
}

/** The inside of a letter that this home signed and sealed to this device; nothing for any other. */
export async function openLetter(
  ends: Ends,
  own: DeviceKeys,
  home: Home,
  text: string,
): Promise<{ readonly type: StatementType; readonly inside: Json } | undefined> {
  const statement = unlessMalformed(() => Statement.parse(text));
  if (statement === undefined) return undefined;
  const { type } = statement;
  const letter = await verified(statement, type, home.key, letterFromHome);
  if (letter === undefined || letter.from !== ends.household || letter.to !== ends.device) return undefined;
  const info = infoOf(type, idBytes(ends.household), idBytes(ends.device));
  const plaintext = await hpkeOpen({ privateKey: own.kem, publicBytes: own.kemPublic }, info, EMPTY, letter.sealed);
  const inside = plaintext && unlessMalformed(() => parseJsonBytes("letter", plaintext));
  return inside === undefined ? undefined : { type, inside };
}

function infoOf(type: StatementType, from: Bytes, to: Bytes): Bytes {
  return join(label(fullType(type)), from, to);
}
