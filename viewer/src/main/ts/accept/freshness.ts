/** One reading of this device's two clocks. */
export interface Now {
  /** Never set by anybody, but in browsers it stops while the device sleeps. */
  readonly monotonicMillis: number;
  /** Goes on in sleep, but may be set. */
  readonly wallMillis: number;
}

/** A home's signed answer: what its clock showed, and when this device had *sent* the question. */
interface Answer {
  readonly sent: Now;
  readonly homeClockMicros: number;
}

const KEPT_MILLIS = 60_000;
const MAX_KEPT = 256;
/** The home counts as heard this long after a question that it answered. */
export const HEARD_MILLIS = 15_000;
const LIVE_MILLIS = 3_000;
const SLEEP_GAP_MILLIS = 2_000;

/**
 * Bounds the age of pictures by the home's answers of the last minute (design, section 5). Pure: time is handed in.
 *
 * Guarantee: an age is never smaller than the true one, however long whoever carries the messages delays, repeats or
 * drops them, while the home is honest. Not guaranteed: that it is tight; on a slow line it is larger by the time that
 * the answer took.
 */
export class Freshness {
  private answers: Answer[] = [];

  answered(sent: Now, homeClockMicros: number, now: Now): void {
    this.forget(now);
    this.answers.push({ sent, homeClockMicros });
    if (this.answers.length > MAX_KEPT) this.answers.shift();
  }

  /** At most how old a picture is; nothing without a usable answer, or when it claims to come from the future. */
  ageMillis(captureMicros: number, now: Now): number | undefined {
    this.forget(now);
    if (this.answers.length === 0) return undefined;
    const ages = this.answers.map(
      (answer) => (answer.homeClockMicros - captureMicros) / 1000 + elapsedMillis(answer.sent, now),
    );
    const least = Math.min(...ages);
    return least >= 0 ? least : undefined;
  }

  /** Whether the home answered a question that was sent within the last 15 s. */
  hears(now: Now): boolean {
    this.forget(now);
    return this.answers.some((answer) => isRecent(answer, now));
  }

  isLive(captureMicros: number, now: Now): boolean {
    const age = this.ageMillis(captureMicros, now);
    return age !== undefined && isYoung(age) && this.hears(now);
  }

  /** When the two clocks disagree about one answer, the device slept or was set: then no answer is worth anything. */
  private forget(now: Now): void {
    if (this.answers.some((answer) => clockGapMillis(answer.sent, now) > SLEEP_GAP_MILLIS)) this.answers = [];
    this.answers = this.answers.filter((answer) => elapsedMillis(answer.sent, now) <= KEPT_MILLIS);
  }
}

/** @check */
function isYoung(ageMillis: number): boolean {
  return ageMillis <= LIVE_MILLIS;
}

/** Who is not heard is not shown as live, however young what came is. */
function isRecent(answer: Answer, now: Now): boolean {
  return elapsedMillis(answer.sent, now) <= HEARD_MILLIS;
}

/** The larger of what both clocks say: neither a sleep nor a clock set back makes it too small. */
export function elapsedMillis(since: Now, now: Now): number {
  return Math.max(now.monotonicMillis - since.monotonicMillis, now.wallMillis - since.wallMillis);
}

function clockGapMillis(since: Now, now: Now): number {
  return Math.abs(now.monotonicMillis - since.monotonicMillis - (now.wallMillis - since.wallMillis));
}
