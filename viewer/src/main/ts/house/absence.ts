import { elapsedMillis, type Now } from "../accept/freshness";

/** Shorter than the home holds a session that it does not hear of, by the time that it takes to find out about silence. */
const LONG_MILLIS = 20_000;

/**
 * How long nothing was heard of the house. What the home says unasked is lost for who has no link: after a short absence the
 * card that the relay keeps tells whether the home has ruled anything meanwhile. Pure: time is handed in.
 */
export class Absence {
  private here: Now | undefined;

  /** All is well at this moment. */
  isHere(now: Now): void {
    this.here = now;
  }

  /** Whether it was so long, or who was away never here before, that the home may be another than it was. */
  isLong(now: Now): boolean {
    return this.here === undefined || elapsedMillis(this.here, now) > LONG_MILLIS;
  }
}
