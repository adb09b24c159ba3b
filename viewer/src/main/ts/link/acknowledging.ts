const EACH_MILLIS = 100;
const MOST_BYTES = 32 * 1024;

/**
 * When a viewer acknowledges what it has dealt with: the first after a pause at once, so that a slow line waits for
 * nothing; of what follows closely a batch, by time or by size, so that the relay reads and a phone sends less often
 * than pictures come. Pure: time is handed in.
 */
export class Acknowledging {
  private toldMillis = -Infinity;
  private untoldBytes = 0;

  /** Something was dealt with: in how many milliseconds all of it is to be acknowledged, 0 for now. */
  dealtWith(sizeBytes: number, nowMillis: number): number {
    this.untoldBytes += sizeBytes;
    return this.untoldBytes >= MOST_BYTES ? 0 : Math.max(0, this.toldMillis + EACH_MILLIS - nowMillis);
  }

  /** All of it was acknowledged. */
  told(nowMillis: number): void {
    this.toldMillis = nowMillis;
    this.untoldBytes = 0;
  }
}
