import type { KeptLine } from "../store/householdStore";

const NEWS = 0.25;
/** The line of somebody who saves data, in bit/s. The home fills two thirds of a line: that is some 80 MB an hour. */
const SAVING_BITS_PER_SECOND = 280_000;

/** A relay this far away is mostly behind a line that carries next to nothing, or behind one that is full. */
const FAR_MILLIS = 400;
/** What such a line is supposed to carry: the smallest that a home makes. */
const FAR_BITS_PER_SECOND = 60_000;
/** A relay so near is behind none of these, whatever was lost on the way to it or was measured a while ago. */
const NEAR_MILLIS = 200;
const REMEMBERED_MILLIS = 15 * 60_000;
/** Where pictures came for so long and the relay found no limit, what was supposed is wrong. */
const TRIED_MILLIS = 8_000;

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
  private isKnown: () => void = () => undefined;
  private isNear = false;
  private triedMillis = Infinity;
  private isSaving = false;
  private toldBits = 0;
  /** Ends with the first connection: before that nothing could be asked of the home anyway. */
  readonly known = new Promise<void>((resolve) => (this.isKnown = resolve));
  private isReached = false;

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
    this.isNear ||= roundTripMillis < NEAR_MILLIS;
    if (this.isReached) return;
    this.isReached = true;
    if (!this.isNear) this.supposed = remembered(kept, wallMillis) ?? (roundTripMillis >= FAR_MILLIS ? FAR_BITS_PER_SECOND : 0);
    this.isKnown();
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
    this.triedMillis = Math.min(this.triedMillis, nowMillis);
  }

  /** Whether it turns out that too little was supposed; said once. */
  turnsOutToCarryMore(nowMillis: number): boolean {
    const isTried = nowMillis - this.triedMillis >= TRIED_MILLIS;
    if (this.supposed === 0 || !(this.isNear || isTried)) return false;
    this.supposed = 0;
    if (!this.isNear) this.keep(0);
    return true;
  }

  saves(isSaving: boolean): void {
    this.isSaving = isSaving;
  }

  /** The home is told now. */
  told(): number {
    return (this.toldBits = this.bitsPerSecond);
  }

  /** Whether it is another than the home was told. */
  get isNews(): boolean {
    const { bitsPerSecond, toldBits } = this;
    return (toldBits === 0) !== (bitsPerSecond === 0) || Math.abs(bitsPerSecond - toldBits) > NEWS * toldBits;
  }
}

/** A line that was slow is believed for a while; one that is far and carries all, until it is measured. */
function remembered(kept: KeptLine | undefined, wallMillis: number): number | undefined {
  if (kept === undefined) return undefined;
  const isGood = kept.bitsPerSecond === 0 || Math.abs(wallMillis - kept.atMillis) <= REMEMBERED_MILLIS;
  return isGood ? kept.bitsPerSecond : undefined;
}
