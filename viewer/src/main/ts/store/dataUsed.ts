import type { CameraId } from "../wire/ids";

/** How many bytes came of each camera on each day, by this device's wall: days as 2026-11-27. */
export type DataUsed = ReadonlyMap<string, ReadonlyMap<CameraId, number>>;

/** More days are not told of. */
const MOST_DAYS = 31;

export function dayOf(wall: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${wall.getFullYear()}-${two(wall.getMonth() + 1)}-${two(wall.getDate())}`;
}

/** What was used, with so much more on that day. */
export function withMore(used: DataUsed, day: string, more: ReadonlyMap<CameraId, number>): DataUsed {
  const cameras = new Map(used.get(day));
  for (const [camera, bytes] of more) cameras.set(camera, (cameras.get(camera) ?? 0) + bytes);
  const days = [...new Map(used).set(day, cameras)];
  days.sort(([one], [other]) => (one < other ? -1 : 1));
  return new Map(days.slice(-MOST_DAYS));
}

/** What each camera took on the days from this one on. */
export function sumSince(used: DataUsed, day: string): ReadonlyMap<CameraId, number> {
  const sums = new Map<CameraId, number>();
  for (const [one, cameras] of used) {
    if (one < day) continue;
    for (const [camera, bytes] of cameras) sums.set(camera, (sums.get(camera) ?? 0) + bytes);
  }
  return sums;
}
