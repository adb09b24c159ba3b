import { ByteReader } from "./codec/byteReader";
import { type Bytes, isAscending, join, u64 } from "./codec/bytes";
import { Malformed } from "./codec/malformed";
import { atMost, members, whole } from "./codec/shape";
import {
  CAMERA_BYTES,
  type CameraId,
  cameraIdOf,
  type DeviceId,
  deviceId,
  type HouseholdId,
  householdId,
  idBytes,
} from "./ids";
import { checkKid, type Kid } from "./kid";

const MAX_KEYS = 1024;
const KEY_BYTES = 32;
const MAX_SEALED_BYTES = 32 + 2 + MAX_KEYS * (CAMERA_BYTES + 8 + KEY_BYTES) + 16;

/** The signed outside of a key card (formats, section 5). */
export const keyCard = members({
  device: deviceId,
  household: householdId,
  sealed: atMost(MAX_SEALED_BYTES),
  serial: whole,
  version: whole,
});

export type KeyCard = ReturnType<typeof keyCard>;

/** One key of an opened card. */
export interface CardKey {
  readonly camera: CameraId;
  readonly kid: Kid;
  readonly baseKey: Bytes;
}

/** What the seal of a card is bound to, beside its label. */
export function keyCardAad(household: HouseholdId, device: DeviceId, card: KeyCard, kem: Bytes): Bytes {
  return join(idBytes(household), idBytes(device), u64(card.serial), u64(card.version), kem);
}

/** Reads the opened inside of a card: ascending by camera and KID. */
export function parseCardKeys(plaintext: Bytes): readonly CardKey[] {
  const reader = new ByteReader("key-card", plaintext);
  const count = reader.u16();
  if (count > MAX_KEYS) throw new Malformed("key-card");
  const keys: CardKey[] = [];
  for (let index = 0; index < count; index++) {
    const camera = cameraIdOf(reader.take(CAMERA_BYTES));
    const kid = checkKid(reader.u64(), "key-card.kid");
    keys.push({ camera, kid, baseKey: reader.take(KEY_BYTES).slice() });
  }
  reader.end();
  const places = keys.map(({ camera, kid }) => join(idBytes(camera), u64(kid)));
  if (!isAscending(places)) throw new Malformed("key-card");
  return keys;
}
