import type { CameraId } from "../wire/ids";

/** Longer than a still of the home, which is 640 pixels wide at most, has ever been. */
export const MOST_STILL_BYTES = 512 * 1024;
const MOST_BYTES = 8 * 1024 * 1024;
const DAY_MILLIS = 86_400_000;
/** What was last known a month ago is no news of a home. */
const MOST_MILLIS = 30 * DAY_MILLIS;

/** A still that is kept, as far as its fate hangs on it. */
export interface KeptStill {
  readonly camera: CameraId;
  readonly sizeBytes: number;
  /** When it was put there, by this device's wall clock. */
  readonly keptMillis: number;
}

/**
 * Which stills are to go: those of cameras that are no longer the household's, those that are too old or from a future that
 * a clock once showed, and of the rest the oldest while all together are too much. Pure: time is handed in.
 */
export function evicted(kept: readonly KeptStill[], cameras: readonly CameraId[], nowMillis: number): readonly CameraId[] {
  const stay = kept
    .filter(({ camera }) => cameras.includes(camera))
    .filter(({ keptMillis }) => isOfUse(keptMillis, nowMillis))
    .filter(({ sizeBytes }) => sizeBytes <= MOST_STILL_BYTES)
    .sort((one, other) => other.keptMillis - one.keptMillis);
  const within = new Set<CameraId>();
  let bytes = 0;
  for (const { camera, sizeBytes } of stay) {
    bytes += sizeBytes;
    if (bytes <= MOST_BYTES) within.add(camera);
  }
  return kept.map(({ camera }) => camera).filter((camera) => !within.has(camera));
}

/** Whether a still that was kept then may be shown yet. */
export function isOfUse(keptMillis: number, nowMillis: number): boolean {
  return nowMillis - keptMillis <= MOST_MILLIS && keptMillis - nowMillis <= DAY_MILLIS;
}
