/** What is to be thought of a link at one moment. */
export type Verdict =
  | "well"
  /** Something is to be said to the relay that it answers. */
  | "ask"
  /** An answer is overdue. It may be a slow line: another link beside this one costs nothing that anybody sees. */
  | "doubtful"
  /** Nothing came for so long that somebody who looks is told. */
  | "silent";

interface Pace {
  /** After so long without a byte the relay is asked. */
  readonly quietMillis: number;
  /** The least time that an answer has before it is overdue. */
  readonly patienceMillis: number;
  /** Without a byte for so long, and with an answer overdue: silent. */
  readonly silentMillis: number;
}

const WATCHED: Pace = { quietMillis: 1_500, patienceMillis: 1_000, silentMillis: 4_500 };
/** Nobody looks: the radio is to sleep. */
const UNWATCHED: Pace = { quietMillis: 20_000, patienceMillis: 10_000, silentMillis: 40_000 };
/** While somebody looks the relay is asked so often though bytes come, so that what the line takes is known when none do. */
const MEASURED_EACH_MILLIS = 5_000;
const MOST_PATIENCE_MILLIS = 8_000;
const ROUND_TRIPS = 8;
/** Of so many round trips the longest two say nothing: they may have waited in a tunnel. */
const USUAL = 0.75;
const MOST_SLACK_MILLIS = 4_000;

/**
 * Whether a link lives, by what comes over it and by how long the relay takes to answer: a network that is gone closes no
 * socket, and a frame that takes seconds on a slow line brings no byte before its last. Pure: time is handed in, by a
 * monotonic clock.
 */
export class Pulse {
  /** When each question was asked that is not answered yet; answers come in this order. */
  private readonly asked: number[] = [];
  private readonly roundTrips: number[];
  private askedMillis: number;
  private slackMillis = 0;

  /**
   * @param shyMillis by how much later it doubts: a relay that stops for a moment is not dialled by all at once
   * @param like another link of the same line: what it took is expected of this one, too
   */
  constructor(
    private heardMillis: number,
    private readonly shyMillis: number,
    like?: Pulse,
  ) {
    this.askedMillis = heardMillis;
    this.roundTrips = [...(like?.roundTrips ?? [])];
  }

  /** Something came, whatever it was. */
  heard(nowMillis: number): void {
    this.heardMillis = nowMillis;
  }

  ask(nowMillis: number): void {
    this.askedMillis = nowMillis;
    this.asked.push(nowMillis);
  }

  /** The oldest question that waited has its answer. */
  answered(nowMillis: number): void {
    const asked = this.asked.shift();
    if (asked !== undefined) this.took(nowMillis - asked);
  }

  /** A question and its answer, whichever, took so long. */
  took(millis: number): void {
    this.slackMillis /= 2;
    this.roundTrips.push(millis);
    if (this.roundTrips.length > ROUND_TRIPS) this.roundTrips.shift();
  }

  /** It was doubted, and it lived: it is doubted less soon for a while. That somebody is told does not wait for that. */
  wasDoubtedInVain(): void {
    this.slackMillis = Math.min(MOST_SLACK_MILLIS, Math.max(1_000, 2 * this.slackMillis));
  }

  /** How long an answer may take on this line before something is wrong, and the least that is waited for one. */
  patienceMillis(leastMillis: number): number {
    const sorted = [...this.roundTrips].sort((one, other) => one - other);
    const usual = sorted[Math.ceil(sorted.length * USUAL) - 1] ?? 0;
    return Math.max(leastMillis, Math.min(MOST_PATIENCE_MILLIS, 2 * usual));
  }

  judge(nowMillis: number, isWatched: boolean): Verdict {
    const pace = isWatched ? WATCHED : UNWATCHED;
    const quiet = nowMillis - this.heardMillis;
    const [asked] = this.asked;
    if (asked === undefined) {
      const isDue = isWatched && nowMillis - this.askedMillis >= MEASURED_EACH_MILLIS;
      return quiet >= pace.quietMillis || isDue ? "ask" : "well";
    }
    const patience = this.patienceMillis(pace.patienceMillis);
    const overdue = Math.min(quiet - pace.quietMillis, nowMillis - asked) - patience;
    if (overdue < 0) return "well";
    if (quiet >= pace.silentMillis && overdue >= pace.patienceMillis) return "silent";
    return overdue >= this.slackMillis + this.shyMillis ? "doubtful" : "well";
  }
}
