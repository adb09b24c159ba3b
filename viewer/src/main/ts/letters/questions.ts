import type { Now } from "../accept/freshness";
import type { AnswerType } from "../wire/letters";

/** A question to the home. */
export interface Question {
  readonly expects: AnswerType;
  /** When it was asked. */
  readonly sent: Now;
}

/**
 * The questions to the home that wait for an answer, each under the hash of the letter that asked.
 *
 * Guarantee: an answer counts once, for the question whose hash it carries; one that is repeated, late or of another type is
 * nobody's.
 */
export class Questions<Q extends Question> {
  private readonly waiting = new Map<string, Q>();

  asked(request: string, question: Q): void {
    this.waiting.set(request, question);
  }

  /** Whose answer it is, and nobody's from then on. */
  answered(request: string, type: AnswerType): Q | undefined {
    const question = this.waiting.get(request);
    if (question === undefined || (type !== question.expects && type !== "refused")) return undefined;
    this.forget(request);
    return question;
  }

  /**
   * It has its answer, or waits no more.
   *
   * @check
   */
  forget(request: string): void {
    this.waiting.delete(request);
  }

  all(): readonly [string, Q][] {
    return [...this.waiting];
  }
}
