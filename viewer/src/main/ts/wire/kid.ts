import { Malformed } from "./codec/malformed";
import type { Read } from "./codec/shape";
import { whole } from "./codec/shape";

/**
 * Names one content key of a camera: epoch * 16 + track (formats, section 4). Below 2^53, so that a JavaScript number
 * holds it exactly; taken apart by division, because bit operators would cut it to 32 bits.
 */
export type Kid = number;

export type Track = 0 | 1 | 2 | 3 | 4 | 5 | 6;
export const TRACK = { main: 0, sub: 1, transcode: 2, sound: 3, still: 4, low: 5, glimpse: 6 } as const;

const TRACKS = 16;
const MAX_EPOCH = 2 ** 49 - 1;

export function kidOf(epoch: number, track: Track): Kid {
  return epoch * TRACKS + track;
}

export function epochOf(kid: Kid): number {
  return Math.floor(kid / TRACKS);
}

export function trackOf(kid: Kid): Track {
  return (kid % TRACKS) as Track;
}

export function isVideo(kid: Kid): boolean {
  const track = trackOf(kid);
  return track <= TRACK.transcode || track === TRACK.low;
}

export function checkKid(kid: number, at: string): Kid {
  if (kid % TRACKS > TRACK.glimpse || epochOf(kid) < 1 || epochOf(kid) > MAX_EPOCH) throw new Malformed(at);
  return kid;
}

export const kid: Read<Kid> = (value, at) => checkKid(whole(value, at), at);

export const epoch: Read<number> = (value, at) => {
  const read = whole(value, at);
  if (read < 1 || read > MAX_EPOCH) throw new Malformed(at);
  return read;
};
