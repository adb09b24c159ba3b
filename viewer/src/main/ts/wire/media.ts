import { ByteReader } from "./codec/byteReader";
import { type Bytes, join, u32, u64, u8 } from "./codec/bytes";
import { Malformed } from "./codec/malformed";
import { CAMERA_BYTES, type CameraId, cameraIdOf, idBytes } from "./ids";
import type { Kid, Track } from "./kid";

/** Binary messages of a media link (formats, section 8), as a device speaks them. */
const TICKET = 0;
const FRAME = 1;
const ACKNOWLEDGEMENT = 2;
const SUBSCRIBE = 3;
const UNSUBSCRIBE = 4;
const CARRIES = 5;

/** A frame. The camera is what the relay wrote on it: a claim. */
export interface FrameMessage {
  readonly camera: CameraId;
  readonly envelope: Bytes;
}

/** What a device receives: frames, and what the relay says that the line carries, 0 when it has shown no limit. */
export type MediaMessage = FrameMessage | { readonly bitsPerSecond: number };

export function parseMediaMessage(message: Bytes): MediaMessage {
  const reader = new ByteReader("media-message", message);
  switch (reader.u8()) {
    case FRAME:
      return frameMessage(reader);
    case CARRIES: {
      const bitsPerSecond = reader.u32();
      reader.end();
      return { bitsPerSecond };
    }
    default:
      throw new Malformed("media-message");
  }
}

function frameMessage(reader: ByteReader): FrameMessage {
  const camera = cameraIdOf(reader.take(CAMERA_BYTES));
  const envelope = reader.rest();
  if (envelope.length === 0) throw new Malformed("media-message");
  return { camera, envelope };
}

export function writeFrameMessage(camera: CameraId, envelope: Bytes): Bytes {
  return join(u8(FRAME), idBytes(camera), envelope);
}

export function writeTicket(ticket: Bytes): Bytes {
  return join(u8(TICKET), ticket);
}

/** How many frames were received on this socket so far. */
export function writeAcknowledgement(frames: number): Bytes {
  return join(u8(ACKNOWLEDGEMENT), u64(frames));
}

/** Asks for the KID's track from that number on, and for every later epoch of it. */
export function writeSubscribe(camera: CameraId, kid: Kid, first: number): Bytes {
  return join(u8(SUBSCRIBE), idBytes(camera), u64(kid), u32(first));
}

export function writeUnsubscribe(camera: CameraId, track: Track): Bytes {
  return join(u8(UNSUBSCRIBE), idBytes(camera), u8(track));
}
