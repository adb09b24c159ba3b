const FIRST_MILLIS = 250;
const MOST_MILLIS = 15_000;
const BARRED_MILLIS = 60_000;

/**
 * How long to wait before the next attempt: twice as long after each failure, and by chance up to half less, so that
 * those who lost their links together do not come back together. Pure: chance is handed in.
 */
export class Backoff {
  private failures = 0;

  nextMillis(chance: number): number {
    const most = Math.min(MOST_MILLIS, FIRST_MILLIS * 2 ** this.failures);
    this.failures = Math.min(this.failures + 1, 16);
    return most * (1 - chance / 2);
  }

  /** After a relay has said that this device is none of the household's: it may be wrong, but it will not be hurried. */
  static barredMillis(chance: number): number {
    return BARRED_MILLIS * (1 - chance / 2);
  }

  succeeded(): void {
    this.failures = 0;
  }
}
