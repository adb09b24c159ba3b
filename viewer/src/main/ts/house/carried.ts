const NEWS = 0.25;
/** The line of somebody who saves data, in bit/s. The home fills two thirds of a line: that is some 80 MB an hour. */
const SAVING_BITS_PER_SECOND = 280_000;

/**
 * What this device's line carries of pictures and sound: what the relay measured, or less where somebody wants to save data. The home
 * is told, and sends no more.
 */
export class Carried {
  private measured = 0;
  private isSaving = false;
  private toldBits = 0;

  /** In bit/s; 0 when nobody knows a limit. */
  get bitsPerSecond(): number {
    const limits = [this.measured, this.isSaving ? SAVING_BITS_PER_SECOND : 0].filter((limit) => limit > 0);
    return limits.length === 0 ? 0 : Math.min(...limits);
  }

  /** The relay measured so much; 0 when it knows no limit. */
  measures(bitsPerSecond: number): void {
    this.measured = bitsPerSecond;
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
