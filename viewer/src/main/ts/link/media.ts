import type { Bytes } from "../wire/codec/bytes";
import { unlessMalformed } from "../wire/codec/malformed";
import type { CameraId } from "../wire/ids";
import type { Kid, Track } from "../wire/kid";
import {
  type FrameMessage,
  parseMediaMessage,
  writeAcknowledgement,
  writeSubscribe,
  writeTicket,
  writeUnsubscribe,
} from "../wire/media";
import { Acknowledging } from "./acknowledging";
import type { Backlog } from "./backlog";
import type { Dialled } from "./dialled";

/** What a media link tells of. */
export interface MediaEvents {
  /** The socket is up and wants its ticket. */
  ready(): void;
  /** A frame arrived; the promise ends when it was dealt with, and only then it is acknowledged. */
  frame(message: FrameMessage): Promise<void>;
  /** So much the line carries, in bit/s, by the relay's word; 0 when it has shown no limit. */
  carries(bitsPerSecond: number): void;
  closed(): void;
}

/**
 * One media link (formats, section 8). It may be dialled before there is a ticket, so that its connecting costs no time.
 * It closes when more comes than is dealt with, for no relay that waits for acknowledgements lets it come to that.
 */
export class MediaLink {
  private ticketed = false;
  private ended = false;
  private received = 0;
  private readonly acknowledging = new Acknowledging();
  private telling: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly socket: Dialled,
    private readonly backlog: Backlog,
    private readonly events: MediaEvents,
  ) {
    socket.listen({
      opened: () => events.ready(),
      message: (data) => void this.receive(data),
      closed: () => this.end(),
    });
  }

  get isOpen(): boolean {
    return this.socket.isOpen;
  }

  get needsTicket(): boolean {
    return this.isOpen && !this.ticketed;
  }

  /** Whether pictures can be subscribed to. */
  get isAdmitted(): boolean {
    return this.isOpen && this.ticketed;
  }

  admit(ticket: Bytes): void {
    this.ticketed = true;
    this.socket.send(writeTicket(ticket));
  }

  /** False when the link is not up. */
  subscribe(camera: CameraId, kid: Kid, first: number): boolean {
    if (!this.isAdmitted) return false;
    this.socket.send(writeSubscribe(camera, kid, first));
    return true;
  }

  unsubscribe(camera: CameraId, track: Track): void {
    if (this.isAdmitted) this.socket.send(writeUnsubscribe(camera, track));
  }

  close(): void {
    this.socket.close();
    this.end();
  }

  private async receive(data: unknown): Promise<void> {
    if (this.ended) return; // another link has begun to bring the same
    const message =
      data instanceof ArrayBuffer ? unlessMalformed(() => parseMediaMessage(new Uint8Array(data))) : undefined;
    if (message === undefined) return this.close();
    if ("bitsPerSecond" in message) return this.events.carries(message.bitsPerSecond);
    const sizeBytes = message.envelope.length;
    this.backlog.add(sizeBytes);
    if (this.backlog.isFull) this.close();
    else await this.events.frame(message);
    this.backlog.done(sizeBytes);
    this.received++;
    const inMillis = this.acknowledging.dealtWith(sizeBytes, performance.now());
    if (inMillis === 0) this.acknowledge();
    else this.telling ??= setTimeout(() => this.acknowledge(), inMillis);
  }

  private acknowledge(): void {
    clearTimeout(this.telling);
    this.telling = undefined;
    this.acknowledging.told(performance.now());
    if (this.isOpen) this.socket.send(writeAcknowledgement(this.received));
  }

  private end(): void {
    if (this.ended) return;
    this.ended = true;
    this.events.closed();
  }
}
