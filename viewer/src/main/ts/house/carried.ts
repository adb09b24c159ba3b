import type { KeptLine } from "../store/householdStore";

const NEWS = 0.25;
/** The line of somebody who saves data, in bit/s. The home fills two thirds of a line: that is some 80 MB an hour. */
const SAVING_BITS_PER_SECOND = 280_000;

/** A relay this far away is mostly behind a line that carries next to nothing, or behind one that is full. */
const FAR_MILLIS = 400;
/** What such a line is supposed to carry: the smallest that a home makes. */
const FAR_BITS_PER_SECOND = 60_000;
/** Where the relay is so near, what was measured a while ago was another line. */
const NEAR_MILLIS = 200;
const REMEMBERED_MILLIS = 15 * 60_000;
/** Of a far line that carries all there is. */
const GOOD_FOR_MILLIS = 24 * 60 * 60_000;
/** Where pictures came for so long, one soon after the other, and the relay found no limit, more is supposed. */
const TRIED_MILLIS = 8_000;
const SOON_MILLIS = 2_500;
/** Next to nothing, what a slow line carries, what a good one does. */
const RAISED_TIMES = 8;
const ALL_BITS_PER_SECOND = 4_000_000;

/**
 * What this device's line carries of pictures and sound: what the relay measured, or less where somebody wants to save data. The home
 * is told, and sends no more.
 *
 * Until the relay has measured anything the home would begin with the camera's own pictures, of which one takes ten seconds on the
 * worst of lines. So of a line that looks like one of these something is supposed. Pure: times are handed in.
 */
export class Carried {
  private measured = 0;
  private supposed = 0;
  private isSupposedByTold = false;
  private nearestMillis = Infinity;
  /** Of a relay nearer than this, nothing is supposed. */
  private leastMillis = FAR_MILLIS;
  private triedMillis = Infinity;
  private cameMillis = -Infinity;
  private isSaving = false;
  private toldBits = 0;
  private endWait: (() => void) | undefined;
  /** Ends with the first connection: before that nothing could be asked of the home anyway. */
  readonly firstReached = new Promise<void>((resolve) => (this.endWait = resolve));

  /** @param keep takes what is to be known of the line the next time; 0 of one that is far and carries all that there is */
  constructor(private readonly keep: (bitsPerSecond: number) => void) {}

  /** In bit/s; 0 when nobody knows a limit. */
  get bitsPerSecond(): number {
    const limits = [this.measured || this.supposed, this.isSaving ? SAVING_BITS_PER_SECOND : 0].filter((limit) => limit > 0);
    return limits.length === 0 ? 0 : Math.min(...limits);
  }

  /**
   * The relay was reached: something is supposed the first time, and a relay that turns out to be near puts an end to that.
   *
   * @param roundTripMillis to the relay and back, at most: what was lost on the way counts
   * @param kept what the line was when this household was looked at last
   */
  reached(roundTripMillis: number, kept: KeptLine | undefined, wallMillis: number): void {
    this.nearestMillis = Math.min(this.nearestMillis, roundTripMillis);
    if (this.endWait === undefined) return;
    this.endWait();
    this.endWait = undefined;
    const before = remembered(kept, wallMillis);
    if (before !== undefined) this.leastMillis = NEAR_MILLIS;
    if (!this.isNear) this.supposed = before ?? FAR_BITS_PER_SECOND;
  }

  /** The relay measured so much; 0 when it knows no limit. */
  measures(bitsPerSecond: number): void {
    this.measured = bitsPerSecond;
    if (bitsPerSecond === 0) return;
    this.supposed = 0;
    this.keep(bitsPerSecond);
  }

  /** A picture or sound came. */
  came(nowMillis: number): void {
    if (nowMillis - this.cameMillis > SOON_MILLIS) this.triedMillis = nowMillis;
    this.cameMillis = nowMillis;
  }

  /** Looks whether more is to be supposed by now. */
  check(): void {
    if (this.supposed === 0) return;
    if (this.isNear) this.supposed = 0;
    else if (this.cameMillis - this.triedMillis >= TRIED_MILLIS) this.raise();
  }

  /** By steps, since what fits shows nothing of what does not. */
  private raise(): void {
    const more = this.supposed * RAISED_TIMES;
    this.supposed = more > ALL_BITS_PER_SECOND ? 0 : more;
    this.triedMillis = this.cameMillis;
    if (this.supposed === 0) this.keep(0);
  }

  private get isNear(): boolean {
    return this.nearestMillis < this.leastMillis;
  }

  saves(isSaving: boolean): void {
    this.isSaving = isSaving;
  }

  /** The home is told now. */
  told(): number {
    this.isSupposedByTold = this.measured === 0 && this.supposed > 0;
    return (this.toldBits = this.bitsPerSecond);
  }

  /** Whether the home was told what was supposed, and nothing speaks for so little any more. */
  get isUnderrated(): boolean {
    const { bitsPerSecond, toldBits } = this;
    return this.isSupposedByTold && this.measured === 0 && (bitsPerSecond === 0 || bitsPerSecond > toldBits);
  }

  /** Whether it is another than the home was told. */
  get isNews(): boolean {
    const { bitsPerSecond, toldBits } = this;
    return (toldBits === 0) !== (bitsPerSecond === 0) || Math.abs(bitsPerSecond - toldBits) > NEWS * toldBits;
  }
}

/** A line that was slow is believed for a while; one that is far and carries all, for longer. */
function remembered(kept: KeptLine | undefined, wallMillis: number): number | undefined {
  if (kept === undefined) return undefined;
  const isAllCarried = kept.bitsPerSecond === 0;
  const isGood = Math.abs(wallMillis - kept.atMillis) <= (isAllCarried ? GOOD_FOR_MILLIS : REMEMBERED_MILLIS);
  return isGood ? kept.bitsPerSecond : undefined;
}
