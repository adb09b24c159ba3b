import { decodeBase32, encodeBase32 } from "./codec/base32";
import { type Bytes, join, label } from "./codec/bytes";
import type { Read } from "./codec/shape";
import { text } from "./codec/shape";

declare const kind: unique symbol;
type Id<K extends string> = string & { readonly [kind]: K };

/** Ids in their text form (formats, section 1), one type each, so that none is taken for another. */
export type HouseholdId = Id<"household">;
export type DeviceId = Id<"device">;
/** Means something only together with its household's id. */
export type CameraId = Id<"camera">;
export type InviteId = Id<"invite">;

const HOUSEHOLD_BYTES = 20;
const OTHER_BYTES = 16;
export const CAMERA_BYTES = OTHER_BYTES;
/** As many as a household has at most. */
export const MAX_CAMERAS = 64;

/** Bytes of an id, whichever it is. */
export function idBytes(id: HouseholdId | DeviceId | CameraId | InviteId): Bytes {
  return decodeBase32("id", id, id.length === 32 ? HOUSEHOLD_BYTES : OTHER_BYTES);
}

function reader<T extends string>(sizeBytes: number): Read<T> {
  return (value, at) => {
    const id = text(value, at);
    decodeBase32(at, id, sizeBytes);
    return id as T;
  };
}

export const householdId = reader<HouseholdId>(HOUSEHOLD_BYTES);
export const deviceId = reader<DeviceId>(OTHER_BYTES);
export const cameraId = reader<CameraId>(OTHER_BYTES);
export const inviteId = reader<InviteId>(OTHER_BYTES);

export function cameraIdOf(bytes: Bytes): CameraId {
  return encodeBase32(bytes) as CameraId;
}

export function inviteIdOf(bytes: Bytes): InviteId {
  return encodeBase32(bytes) as InviteId;
}

/** The hash of the root's public key: whoever holds the root can show that the id is theirs, and nobody else can. */
export async function householdIdOf(root: Bytes): Promise<HouseholdId> {
  const hash = await sha256(join(label("mashrabiya/v1/household-id"), root));
  return encodeBase32(hash.subarray(0, HOUSEHOLD_BYTES)) as HouseholdId;
}

export async function deviceIdOf(household: HouseholdId, sign: Bytes): Promise<DeviceId> {
  const hash = await sha256(join(label("mashrabiya/v1/device-id"), idBytes(household), sign));
  return encodeBase32(hash.subarray(0, OTHER_BYTES)) as DeviceId;
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}
