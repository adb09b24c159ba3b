import { Attempts, type Cause } from "./attempts";
import { Backoff } from "./backoff";
import type { LastWord } from "./control";
import type { Pair } from "./pair";

/** A relay gives whoever is connected 10 s to say who it is; its welcome may be slow. */
const WELCOME_MILLIS = 14_000;
/** A relay that says to come back later than that is not waited for so long. */
const LONGEST_PAUSE_MILLIS = 15_000;

/** What dialling needs of where it lives. */
export interface DiallingNeeds {
  /** @param atOnce see `Pair` */
  newPair(atOnce: boolean): Pair;
  /** How long the relay may take to answer, as far as that is known. */
  answerMillis(): number;
  nowMillis(): number;
  /** A pair that nobody waited for any more took with it what was to be said on it. */
  gaveUp(): void;
  /** A pause is over: whether another attempt is wanted yet. */
  isWanted(): boolean;
}

/** Links on their way. */
export interface Coming {
  readonly pair: Pair;
  readonly cause: Cause;
  readonly dialledMillis: number;
  readonly connectMillis: number;
  readonly isOfNewNetwork: boolean;
}

/**
 * Attempts to reach the relay, one at a time: browsers connect to one place with one socket after the other, and so a
 * second attempt would only wait for the first.
 */
export class Dialling {
  private coming: Coming | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  /** The relay asked for a pause since this device was let in last; it is heeded once. */
  private paused = false;
  private readonly backoff = new Backoff();
  private readonly attempts = new Attempts();

  constructor(private readonly needs: DiallingNeeds) {}

  get current(): Coming | undefined {
    return this.coming;
  }

  /** Whether the next attempt waits for its time. */
  get isPausing(): boolean {
    return this.retry !== undefined;
  }

  /** Now, in place of what was on its way. */
  begin(cause: Cause, isOfNewNetwork = false): void {
    this.abandon();
    const dialledMillis = this.needs.nowMillis();
    const answerMillis = this.needs.answerMillis();
    const connectMillis = this.attempts.connectMillis(cause, answerMillis, dialledMillis, Math.random());
    const pair = this.needs.newPair(cause !== "silence");
    this.coming = { pair, cause, dialledMillis, connectMillis, isOfNewNetwork };
  }

  /** There is a new reason to hope: the next attempts are as quick as the first. */
  hope(): void {
    this.attempts.anew();
  }

  /** Called now and then: finds out about an attempt that leads nowhere. */
  check(): void {
    const { coming } = this;
    if (coming === undefined) return;
    const { pair, cause, isOfNewNetwork } = coming;
    const waited = this.needs.nowMillis() - coming.dialledMillis;
    if (waited < (pair.isConnected ? WELCOME_MILLIS : coming.connectMillis)) return;
    const isBusy = cause === "told" || pair.isConnected;
    this.abandon();
    this.needs.gaveUp();
    if (isBusy) this.pause({});
    else this.begin(cause, isOfNewNetwork);
  }

  /** It is let in: nothing is on its way any more. Nothing if it was another that was. */
  arrived(pair: Pair): Coming | undefined {
    const { coming } = this;
    if (coming?.pair !== pair) return undefined;
    this.coming = undefined;
    this.abandon();
    this.paused = false;
    this.backoff.succeeded();
    this.attempts.anew();
    return coming;
  }

  /** It is gone, without having been let in. Whether it was on its way. */
  failed(pair: Pair, last: LastWord): boolean {
    if (this.coming?.pair !== pair) return false;
    this.coming = undefined;
    this.pause(last);
    return true;
  }

  /** The next attempt comes when the relay asked for it, once; else later after each failure. */
  pause(last: LastWord): void {
    clearTimeout(this.retry);
    const { bye, backSoonMillis } = last;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      if (this.needs.isWanted()) this.begin(bye === undefined && backSoonMillis === undefined ? "unknown" : "told");
    }, this.pauseMillis(last));
  }

  /** Nothing is on its way any more, and nothing waits for its time. */
  abandon(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    const { coming } = this;
    this.coming = undefined;
    coming?.pair.close();
  }

  private pauseMillis({ bye, backSoonMillis }: LastWord): number {
    const isAgreed = backSoonMillis !== undefined && backSoonMillis <= LONGEST_PAUSE_MILLIS;
    if (isAgreed && !this.paused) {
      this.paused = true;
      return backSoonMillis;
    }
    const chance = Math.random();
    return bye === "not-a-member" ? Backoff.barredMillis(chance) : this.backoff.nextMillis(chance);
  }
}
