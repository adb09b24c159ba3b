import type { Now } from "../accept/freshness";
import type { DeviceKeys } from "../crypt/deviceKeys";
import type { Home } from "../crypt/home";
import { encodeBase64url } from "../wire/codec/base64url";
import { utf8 } from "../wire/codec/bytes";
import type { Json } from "../wire/codec/json";
import { unlessMalformed } from "../wire/codec/malformed";
import { sha256 } from "../wire/ids";
import {
  ANSWER_TO,
  type AnswerOf,
  type AnswerType,
  isAnswer,
  isPush,
  PUSHES,
  type Push,
  readerOf,
  type Refusal,
  type Requests,
  type RequestType,
} from "../wire/letters";
import type { ListEdition } from "../wire/memberList";
import { type Question, Questions } from "./questions";
import { type Ends, openLetter, sealLetter } from "./seal";

/** The home's answer to a request. */
export interface Answered<T extends RequestType> {
  readonly is: "answered";
  readonly answer: AnswerOf<Requests[T]["answer"]>;
  /** The hash of the request, which is a session's name. */
  readonly request: string;
  /** When it was asked. */
  readonly sent: Now;
}

/** What came of a request. */
export type Reply<T extends RequestType> =
  | Answered<T>
  | { readonly is: "refused"; readonly reason: Refusal }
  /** No answer in time, or the link went down. */
  | { readonly is: "unanswered" };

interface Pending extends Question {
  settle(reply: Answer | undefined): void;
}

interface Answer {
  readonly type: AnswerType;
  readonly inside: AnswerOf<AnswerType>;
}

/** What a correspondence needs from where it lives. */
export interface Surroundings {
  /** Sends a letter on the control link; false when there is none. */
  send(letter: string): boolean;
  now(): Now;
  /** The member list that this device holds at the moment: a home that has forgotten something is found out by it. */
  held(): ListEdition;
  /** Every answer's clock, with the moment at which its question was sent. */
  heard(sent: Now, homeClockMicros: number): void;
  pushed(push: Push): void;
}

const ANSWER_MILLIS = 10_000;

/** Writes questions to the home, and waits for its answers. */
export class Correspondence {
  private readonly questions = new Questions<Pending>();

  constructor(
    private readonly ends: Ends,
    private readonly own: DeviceKeys,
    private home: Home,
    /** Add to this device's wall clock for the home's. */
    private offsetMicros: number,
    private readonly around: Surroundings,
  ) {}

  speaksTo(home: Home): void {
    this.home = home;
  }

  /** Asks; a refusal for the clock's sake is tried once more by the clock that it brought. */
  async ask<T extends RequestType>(type: T, members: Requests[T]["members"]): Promise<Reply<T>> {
    const reply = await this.askOnce(type, members);
    return reply.is === "refused" && reply.reason === "clock" ? this.askOnce(type, members) : reply;
  }

  /** A letter arrived. */
  async receive(text: string): Promise<void> {
    const opened = await openLetter(this.ends, this.own, this.home, text);
    if (opened === undefined) return;
    const { type, inside } = opened;
    if (isAnswer(type)) return this.receiveAnswer(type, inside);
    const push = isPush(type) ? unlessMalformed(() => PUSHES[type](inside, type)) : undefined;
    if (push !== undefined) this.around.pushed(push);
  }

  /** The link is gone: nothing that was asked on it, until that moment of the monotonic clock, will be answered. */
  abandon(untilMillis = Infinity): void {
    for (const [, pending] of this.questions.all()) {
      if (pending.sent.monotonicMillis <= untilMillis) pending.settle(undefined);
    }
  }

  private async askOnce<T extends RequestType>(type: T, members: Requests[T]["members"]): Promise<Reply<T>> {
    const nonce = encodeBase64url(crypto.getRandomValues(new Uint8Array(16)));
    const timeMicros = Math.round(this.around.now().wallMillis * 1000 + this.offsetMicros);
    const plaintext = { ...members, held: { ...this.around.held() }, nonce, timeMicros } as unknown as Json;
    const letter = await sealLetter(this.ends, this.own, this.home, type, plaintext);
    const request = encodeBase64url(await sha256(utf8(letter)));
    const sent = this.around.now();
    const answer = await this.exchange(letter, request, ANSWER_TO[type], sent);
    if (answer === undefined) return { is: "unanswered" };
    if (answer.type === "refused") return { is: "refused", reason: (answer.inside as AnswerOf<"refused">).reason };
    return { is: "answered", answer: answer.inside as AnswerOf<Requests[T]["answer"]>, request, sent };
  }

  private exchange(letter: string, request: string, expects: AnswerType, sent: Now): Promise<Answer | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle(undefined), ANSWER_MILLIS);
      const settle = (answer: Answer | undefined): void => {
        clearTimeout(timer);
        this.questions.forget(request);
        resolve(answer);
      };
      this.questions.asked(request, { expects, sent, settle });
      if (!this.around.send(letter)) settle(undefined);
    });
  }

  private receiveAnswer(type: AnswerType, inside: Json): void {
    const read = unlessMalformed(() => readerOf(type)(inside, type));
    const pending = read && this.questions.answered(encodeBase64url(read.request), type);
    if (read === undefined || pending === undefined) return;
    this.offsetMicros = read.clockMicros - this.around.now().wallMillis * 1000;
    this.around.heard(pending.sent, read.clockMicros);
    pending.settle({ type, inside: read });
  }

  /** What to keep for the next start. */
  get clockOffsetMicros(): number {
    return this.offsetMicros;
  }
}
