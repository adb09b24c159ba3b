const FIRST_MILLIS = 250;
const MOST_MILLIS = 15_000;

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

  succeeded(): void {
    this.failures = 0;
  }
}
