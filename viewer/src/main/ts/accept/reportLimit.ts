import type { CameraId } from "../wire/ids";

const EACH_MILLIS = 5_000;

/**
 * How often a device tells its home of refused pictures: the first one of a camera at once, then one in 5 s, so that
 * whoever sends a flood of bad pictures does not make the device send a flood of letters. Pictures for no
 * camera of the household count as one camera's. Pure: time is handed in.
 */
export class ReportLimit {
  private readonly last = new Map<CameraId | "stray", number>();

  allows(camera: CameraId | "stray", nowMillis: number): boolean {
    const last = this.last.get(camera);
    if (last !== undefined && nowMillis - last < EACH_MILLIS) return false;
    this.last.set(camera, nowMillis);
    return true;
  }
}
