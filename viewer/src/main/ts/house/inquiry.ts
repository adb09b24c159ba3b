import type { Reply } from "../letters/correspondence";
import type { HouseholdAnswer } from "../wire/letters";
import { Seldom } from "./seldom";

/** What an inquiry needs of its house. */
export interface InquiryNeeds {
  ask(): Promise<Reply<"household">>;
  /** Whether there is a home to answer. */
  isHomeThere(): boolean;
  learn(answer: HouseholdAnswer): void;
  keepList(memberList: string): Promise<void>;
  removed(): void;
  /** The home is an old copy of itself. */
  behind(): void;
}

/** Pushes may be repeated: each makes this device ask, but not each time. */
const EACH_MILLIS = 1_000;

/**
 * Asks the home what the household is. Who had no answer, or met a busy home, asks again: the home says only once that
 * something is another, and a camera that was opened would stay closed here until somebody enters anew.
 */
export class Inquiry {
  private readonly soon = new Seldom(EACH_MILLIS, () => void this.now());
  /** That came unasked: it counts once the home has answered a question, by which it saw the list that is held. */
  private pushedList: string | undefined;
  private learnedMillis = -Infinity;
  private isOver = false;
  /** A question had no answer, and nothing has been learned since. */
  isOwed = false;

  constructor(private readonly needs: InquiryNeeds) {}

  /** The home said unasked that the household is another. */
  pushed(memberList: string): void {
    this.pushedList = memberList;
    this.soon.ask();
  }

  ask(): void {
    this.soon.ask();
  }

  async now(): Promise<void> {
    const pushed = this.pushedList;
    const reply = await this.needs.ask();
    if (reply.is === "answered") {
      this.learn(reply.answer, reply.sent.monotonicMillis);
      if (pushed !== undefined) await this.needs.keepList(pushed);
    } else if (reply.is === "refused" && reply.reason === "removed") this.needs.removed();
    else if (reply.is === "refused" && reply.reason === "behind") this.needs.behind();
    else if (reply.is === "unanswered" || reply.reason === "busy") this.owe();
  }

  /** Nobody is asked any more. */
  stop(): void {
    this.isOver = true;
    this.soon.stop();
  }

  /** Of two answers that overtook each other, that to the later question stays. */
  private learn(answer: HouseholdAnswer, sentMillis: number): void {
    if (sentMillis < this.learnedMillis) return;
    this.learnedMillis = sentMillis;
    this.isOwed = false;
    this.needs.learn(answer);
  }

  /** While there is nobody to answer, whoever comes back is asked. */
  private owe(): void {
    this.isOwed = true;
    if (!this.isOver && this.needs.isHomeThere()) this.soon.ask();
  }
}
