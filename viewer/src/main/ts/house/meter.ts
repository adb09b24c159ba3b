import { dayOf } from "../store/dataUsed";
import type { CameraId } from "../wire/ids";

const EACH_MILLIS = 10_000;

/** Counts what comes of each camera, and puts it away now and then, under the day on which it came. */
export class Meter {
  private bytes = new Map<CameraId, number>();
  private day = "";
  private putAwayMillis = -Infinity;

  constructor(private readonly put: (day: string, bytes: ReadonlyMap<CameraId, number>) => Promise<void>) {}

  count(camera: CameraId, sizeBytes: number): void {
    this.bytes.set(camera, (this.bytes.get(camera) ?? 0) + sizeBytes);
  }

  /** Called now and then. */
  tick(wall: Date): void {
    const isDue = dayOf(wall) !== this.day || wall.getTime() - this.putAwayMillis >= EACH_MILLIS;
    if (isDue) void this.putAway(wall);
  }

  async putAway(wall: Date): Promise<void> {
    const { bytes, day } = this;
    this.bytes = new Map();
    this.day = dayOf(wall);
    this.putAwayMillis = wall.getTime();
    if (bytes.size === 0) return;
    await this.put(day === "" ? this.day : day, bytes).catch((fault: unknown) => console.warn("what came is not counted", fault));
  }
}
