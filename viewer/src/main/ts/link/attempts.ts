const FIRST_MILLIS = 3_000;
const SILENCE_MILLIS = 2_000;
/** Until then a line that fell silent is tried at an even pace: most tunnels are shorter. */
const EVEN_MILLIS = 30_000;
const GROWTH = 1.5;
const MOST_MILLIS = 15_000;

/** Why a link is dialled. */
export type Cause =
  /** Somebody enters, or the link before broke off without a word: nothing is known of the line. */
  | "unknown"
  /** The relay ended the link before with a word: the line was well, and the relay may be busy. */
  | "told"
  /** The link before says nothing, or the network is another one. */
  | "silence";

/**
 * How long a link may take to connect before it is given up and dialled anew. TCP sends its SYN again after 1 s, 3 s and
 * 7 s: on a line that came back meanwhile a new dial is sooner there. A relay that was restarted gets all the time that it
 * needs: whoever gives it up only to come again makes it slower. Pure: time and chance are handed in.
 */
export class Attempts {
  private beganMillis: number | undefined;
  private grownMillis = 0;

  /** For the attempt that begins now, on a line that takes so long for an answer. */
  connectMillis(cause: Cause, answerMillis: number, nowMillis: number, chance: number): number {
    if (cause === "told") return MOST_MILLIS;
    this.beganMillis ??= nowMillis;
    const least = Math.max(cause === "silence" ? SILENCE_MILLIS : FIRST_MILLIS, answerMillis);
    const isEven = cause === "silence" && nowMillis - this.beganMillis < EVEN_MILLIS;
    this.grownMillis = isEven || this.grownMillis === 0 ? least : Math.max(least, this.grownMillis * GROWTH);
    return Math.min(MOST_MILLIS, this.grownMillis) * (1 + chance / 4);
  }

  /** A link is up, or there is a new reason to hope. */
  anew(): void {
    this.beganMillis = undefined;
    this.grownMillis = 0;
  }
}
