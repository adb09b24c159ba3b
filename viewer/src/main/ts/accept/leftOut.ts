import type { FrameName } from "../wire/envelope";
import type { Kid } from "../wire/kid";

const MINUTE_MILLIS = 60_000;
const SLICE_MILLIS = 5_000;

/**
 * How many pictures of what somebody looks at were left out of late, because the line did not carry them: a home numbers its
 * pictures one by one, so that each number which does not come tells. Pure: time is handed in, by a monotonic clock.
 */
export class LeftOut {
  private kid: Kid | undefined;
  private newest = 0;
  private slices: { readonly beganMillis: number; count: number }[] = [];

  /** A picture of what is looked at has come, and is no more than what it proved to be. */
  came({ kid, number }: Pick<FrameName, "kid" | "number">, nowMillis: number): void {
    const isSameTrack = kid === this.kid;
    if (isSameTrack && number <= this.newest) return;
    const missing = isSameTrack ? number - this.newest - 1 : 0; // of another track nobody had asked before
    this.kid = kid;
    this.newest = number;
    if (missing > 0) this.add(missing, nowMillis);
  }

  private add(count: number, nowMillis: number): void {
    const last = this.slices.at(-1);
    if (last !== undefined && nowMillis - last.beganMillis < SLICE_MILLIS) last.count += count;
    else this.slices.push({ beganMillis: nowMillis, count });
  }

  ofTheLastMinute(nowMillis: number): number {
    while (this.slices.length > 0 && nowMillis - this.slices[0]!.beganMillis > MINUTE_MILLIS) this.slices.shift();
    return this.slices.reduce((sum, { count }) => sum + count, 0);
  }

  /** Nobody looks for a while: what comes then was not waited for. */
  rests(): void {
    this.kid = undefined;
    this.slices = [];
  }
}
