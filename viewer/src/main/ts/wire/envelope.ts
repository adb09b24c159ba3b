import { ByteReader } from "./codec/byteReader";
import { type Bytes, join, label, u32, u64, u8 } from "./codec/bytes";
import { Malformed } from "./codec/malformed";
import { type Read, whole } from "./codec/shape";
import { type CameraId, type HouseholdId, idBytes } from "./ids";
import { checkKid, isVideo, type Kid, TRACK, trackOf } from "./kid";
import { parseSframeHeader } from "./sframe";

export const KIND = { key: 1, delta: 2, sound: 3, still: 4 } as const;
export type Kind = (typeof KIND)[keyof typeof KIND];

const MAX_ENVELOPE_BYTES = 4 * 1024 * 1024;
const SIGNATURE_BYTES = 64;
/** Capture time, signature and tag: less is no frame. */
const LEAST_SEALED_BYTES = 8 + SIGNATURE_BYTES + 16;
const MAX_NUMBER = 2 ** 32 - 1;

/** A frame's number, as JSON has it. */
export const frameNumber: Read<number> = (value, at) => {
  const read = whole(value, at);
  if (read > MAX_NUMBER) throw new Malformed(at);
  return read;
};

/** The name of a frame within its camera: what is readable, and authenticated, on the outside of its seal. */
export interface FrameName {
  readonly kid: Kid;
  readonly number: number;
  readonly kind: Kind;
  /** The number of the key frame that this one depends on. */
  readonly dependency: number;
}

/** One sealed frame (formats, section 4), of which nothing but its form has been checked. */
export interface SealedFrame extends FrameName {
  /** The SFrame header, exactly as received. */
  readonly header: Bytes;
  /** Ciphertext and tag. */
  readonly sealed: Bytes;
  /** All of it, as it came. */
  readonly envelope: Bytes;
}

/** The inside of a seal. */
export interface OpenedFrame {
  readonly captureMicros: number;
  readonly signature: Bytes;
  readonly picture: Bytes;
}

export function parseEnvelope(envelope: Bytes): SealedFrame {
  if (envelope.length > MAX_ENVELOPE_BYTES) throw new Malformed("envelope");
  const reader = new ByteReader("envelope", envelope);
  const kind = reader.u8();
  const dependency = reader.u32();
  const ciphertext = reader.rest();
  const { kid, counter: number, bytes: header } = parseSframeHeader(ciphertext);
  checkKid(kid, "envelope.kid");
  if (number > MAX_NUMBER || !belongs(kind, kid)) throw new Malformed("envelope");
  if (kind === KIND.delta ? dependency >= number : dependency !== number) throw new Malformed("envelope.dependency");
  const sealed = ciphertext.subarray(header.length);
  if (sealed.length < LEAST_SEALED_BYTES) throw new Malformed("envelope");
  return { kid, number, kind, dependency, header, sealed, envelope };
}

function belongs(kind: number, kid: Kid): kind is Kind {
  switch (kind) {
    case KIND.key:
    case KIND.delta:
      return isVideo(kid);
    case KIND.sound:
      return trackOf(kid) === TRACK.sound;
    case KIND.still:
      return trackOf(kid) === TRACK.still || trackOf(kid) === TRACK.glimpse;
    default:
      return false;
  }
}

/** What the SFrame tag covers beside header and ciphertext. Household and camera are those that were *asked for*. */
export function frameMetadata(household: HouseholdId, camera: CameraId, frame: FrameName): Bytes {
  const name = label("mashrabiya/v1/sealed-frame");
  return join(name, idBytes(household), idBytes(camera), u8(frame.kind), u32(frame.dependency));
}

export function parseOpened(plaintext: Bytes): OpenedFrame {
  const reader = new ByteReader("opened-frame", plaintext);
  const captureMicros = reader.u64();
  return { captureMicros, signature: reader.take(SIGNATURE_BYTES), picture: reader.rest() };
}

/** What the home signed for a frame. */
export function signedFrame(
  household: HouseholdId,
  camera: CameraId,
  frame: FrameName,
  captureMicros: number,
  pictureHash: Bytes,
): Bytes {
  return join(
    label("mashrabiya/v1/frame"),
    idBytes(household),
    idBytes(camera),
    u64(frame.kid),
    u32(frame.number),
    u8(frame.kind),
    u32(frame.dependency),
    u64(captureMicros),
    pictureHash,
  );
}
