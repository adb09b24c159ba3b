import type { Stream } from "../accept/tileState";
import { type Kid, type Track, TRACK, trackOf } from "../wire/kid";

/** What a track is for: of each there is one at a time. */
export type Role = "video" | "still" | "sound";

export function roleOf(kid: Kid): Role {
  const track = trackOf(kid);
  return track === TRACK.sound ? "sound" : track === TRACK.still || track === TRACK.glimpse ? "still" : "video";
}

export function streamOf(kid: Kid | undefined): Stream {
  return (kid === undefined ? undefined : STREAMS.get(trackOf(kid))) ?? "main";
}

const STREAMS: ReadonlyMap<Track, Stream> = new Map([
  [TRACK.sub, "sub"],
  [TRACK.transcode, "small"],
  [TRACK.low, "low"],
  [TRACK.glimpse, "glimpses"],
]);

/** Tracks of pictures, from the least to the most. */
const RANKS: readonly Track[] = [TRACK.low, TRACK.transcode, TRACK.sub, TRACK.main];

/** How much a track is, among those of pictures. */
export function rankOf(kid: Kid): number {
  return RANKS.indexOf(trackOf(kid));
}
