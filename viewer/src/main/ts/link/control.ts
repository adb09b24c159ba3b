import { sign } from "../crypt/sign";
import { encodeBase64url } from "../wire/codec/base64url";
import type { Bytes } from "../wire/codec/bytes";
import { unlessMalformed } from "../wire/codec/malformed";
import { type ByeReason, type FromRelay, parseFromRelay, type ToRelay, writeToRelay } from "../wire/control";
import type { DeviceId, HouseholdId } from "../wire/ids";
import type { Backlog } from "./backlog";
import type { Dialled } from "./dialled";

/** What a relay says before it ends a link: why, or that it is there again after so long; often nothing. */
export interface LastWord {
  readonly bye?: ByeReason;
  readonly backSoonMillis?: number;
}

/** What a control link tells of. */
export interface ControlEvents {
  /** The socket is up. */
  opened(): void;
  /** This device has just said who it is. */
  proven(): void;
  /** The relay let this device in. */
  welcome(certificate: string, online: boolean, ticket: Bytes): void;
  /** Anything else that the relay says once this device is in; the promise ends when it was dealt with. */
  message(message: FromRelay): Promise<void>;
  /** The link is gone; the last word of the relay, where it said one. */
  closed(last: LastWord): void;
}

/** Who proves itself on the link. */
export interface Prover {
  readonly household: HouseholdId;
  readonly device: DeviceId;
  readonly origin: string;
  readonly sign: CryptoKey;
}

/** One control link to the relay (formats, section 8), from its challenge to its end. It does not come back by itself. */
export class ControlLink {
  private last: LastWord = {};
  /** What was said before this device could prove itself: it goes out right behind the proof. */
  private early: string[] | undefined = [];
  private welcomed = false;
  private ended = false;

  constructor(
    private readonly socket: Dialled,
    private readonly prover: Prover,
    private readonly backlog: Backlog,
    private readonly events: ControlEvents,
  ) {
    socket.listen({
      opened: () => events.opened(),
      message: (data) => void this.receive(data),
      closed: () => this.end(),
    });
  }

  /**
   * False when the link is gone. Nothing goes out before this device has proven itself, and nothing waits for the
   * welcome: the relay reads in order, and one that refuses the proof reads no further.
   */
  send(message: ToRelay): boolean {
    if (this.ended) return false;
    const text = writeToRelay(message);
    if (this.early !== undefined) this.early.push(text);
    else if (this.socket.isOpen) this.socket.send(text);
    else return false;
    return true;
  }

  get isOpen(): boolean {
    return this.socket.isOpen;
  }

  close(): void {
    this.socket.close();
    this.end();
  }

  private async receive(data: unknown): Promise<void> {
    if (this.ended) return;
    const message = typeof data === "string" ? unlessMalformed(() => parseFromRelay(data)) : undefined;
    if (message === undefined) return this.close();
    const sizeBytes = (data as string).length;
    this.backlog.add(sizeBytes);
    if (this.backlog.isFull) this.close();
    else await this.deal(message);
    this.backlog.done(sizeBytes);
  }

  private async deal(message: FromRelay): Promise<void> {
    switch (message.type) {
      case "challenge":
        return this.prove(message.nonce, message.origin);
      case "device-welcome":
        if (this.welcomed) return this.close(); // once is all that there is to it
        this.welcomed = true;
        this.release();
        return this.events.welcome(message.certificate, message.online, message.ticket);
      case "bye":
        this.last = { bye: message.reason };
        return this.close();
      case "back-soon":
        this.last = { backSoonMillis: message.millis };
        return this.close();
      default:
        return this.events.message(message);
    }
  }

  /** Signs for the origin that was dialled and no other: a proof for another relay would be good there. */
  private async prove(nonce: Bytes, origin: string): Promise<void> {
    if (origin !== this.prover.origin || this.welcomed) return this.close();
    const { device, household, sign: key } = this.prover;
    const proof = await sign("device-link", { device, household, nonce: encodeBase64url(nonce), origin }, key);
    if (!this.socket.isOpen) return;
    this.events.proven();
    this.socket.send(writeToRelay({ type: "device-hello", proof }));
    this.release();
  }

  private release(): void {
    this.early?.forEach((text) => this.socket.send(text));
    this.early = undefined;
  }

  private end(): void {
    if (this.ended) return;
    this.ended = true;
    this.events.closed(this.last);
  }
}
