import type { Bytes } from "../wire/codec/bytes";
import type { FromRelay } from "../wire/control";
import type { CameraId } from "../wire/ids";
import type { Kid, Track } from "../wire/kid";
import type { FrameMessage } from "../wire/media";
import type { Backlog } from "./backlog";
import { Backoff } from "./backoff";
import { ControlLink, type LastWord, type Prover } from "./control";
import type { Dialled } from "./dialled";
import { CONTROL_PATH, MEDIA_PATH } from "./earlyLinks";
import { MediaLink } from "./media";

/** What a pair of links tells of. */
export interface PairEvents {
  /** The relay took the connection; a way to it and back took about so long. */
  reached(roundTripMillis: number): void;
  /** Something came over either of both. */
  heard(): void;
  /** A ticket is needed: `ask` brings one. */
  wantsTicket(): void;
  /** The relay answered the oldest question that waited. */
  answered(): void;
  /** The relay let this device in, so long after it had said who it is. */
  welcome(certificate: string, online: boolean, tookMillis: number): void;
  /** Pictures can be subscribed to; after a reconnect all of them again. */
  mediaUp(): void;
  /** The promise ends when it was dealt with. */
  message(message: FromRelay): Promise<void>;
  frame(message: FrameMessage): Promise<void>;
  /** So much the line carries, in bit/s. */
  carries(bitsPerSecond: number): void;
  closed(last: LastWord): void;
}

/** What a pair needs of where it lives. */
export interface PairNeeds {
  readonly prover: Prover;
  readonly socketAt: (path: string) => Dialled;
  /** What came and is not dealt with, over this pair and those before it. */
  readonly frames: Backlog;
  readonly letters: Backlog;
  readonly nowMillis: () => number;
}

/**
 * The two links of one dial: the one for letters, and beside it the one for pictures, which is dialled again while the
 * other stands. It does not come back by itself.
 */
export class Pair {
  private readonly control: ControlLink;
  private media: MediaLink | undefined;
  private ticket: Bytes | undefined;
  private welcomed = false;
  private ended = false;
  private provenMillis = 0;
  private redial: ReturnType<typeof setTimeout> | undefined;
  private readonly backoff = new Backoff();

  /** @param atOnce dials both; else the second once the first is connected, which browsers do one after the other anyway */
  constructor(
    private readonly needs: PairNeeds,
    private readonly events: PairEvents,
    atOnce: boolean,
  ) {
    const socket = needs.socketAt(CONTROL_PATH);
    this.control = new ControlLink(socket, needs.prover, needs.letters, {
      opened: () => {
        events.reached(socket.roundTripMillis);
        this.dialMedia();
      },
      proven: () => (this.provenMillis = needs.nowMillis()),
      welcome: (certificate, online, ticket) => this.welcome(certificate, online, ticket),
      message: (message) => this.receive(message),
      closed: (last) => this.end(last),
    });
    if (atOnce) this.dialMedia();
  }

  /** Whether the relay has taken the connection; it may not have let this device in. */
  get isConnected(): boolean {
    return this.control.isOpen;
  }

  /** Whether pictures can be subscribed to. */
  get isMediaUp(): boolean {
    return this.media?.isAdmitted ?? false;
  }

  /** False when the control link is not up. */
  sendLetter(letter: string): boolean {
    return this.control.send({ type: "letter", letter });
  }

  /** What the relay knows of this household comes as a message. */
  askRelay(): void {
    this.control.send({ type: "knows" });
  }

  /** Asks what the relay answers whether or not the home is there. False when nothing went out. */
  ask(): boolean {
    return this.control.send({ type: "want-ticket" });
  }

  subscribe(camera: CameraId, kid: Kid, first: number): boolean {
    return this.media?.subscribe(camera, kid, first) ?? false;
  }

  unsubscribe(camera: CameraId, track: Track): void {
    this.media?.unsubscribe(camera, track);
  }

  /** Dials the media link again: it is up, but nothing comes. */
  renewMedia(): void {
    this.media?.close();
  }

  /** Says nothing more of its own end. */
  close(): void {
    this.ended = true;
    this.end({});
  }

  /** Brings no pictures any more; letters go on. */
  closeMedia(): void {
    clearTimeout(this.redial);
    const { media } = this;
    this.media = undefined;
    media?.close();
  }

  private welcome(certificate: string, online: boolean, ticket: Bytes): void {
    this.welcomed = true;
    this.events.heard();
    this.ticket = ticket;
    this.events.welcome(certificate, online, this.needs.nowMillis() - this.provenMillis);
    this.dialMedia();
    this.admitMedia();
  }

  private async receive(message: FromRelay): Promise<void> {
    this.events.heard();
    if (message.type !== "ticket") return this.events.message(message);
    this.ticket = message.ticket;
    this.events.answered();
    this.admitMedia();
  }

  private dialMedia(): void {
    if (this.media !== undefined || this.ended) return;
    const media = new MediaLink(this.needs.socketAt(MEDIA_PATH), this.needs.frames, {
      ready: () => this.readyMedia(),
      frame: (message) => {
        this.events.heard();
        return this.events.frame(message);
      },
      carries: (bitsPerSecond) => this.events.carries(bitsPerSecond),
      closed: () => this.lostMedia(media),
    });
    this.media = media;
  }

  private readyMedia(): void {
    if (this.ticket !== undefined) this.admitMedia();
    else if (this.welcomed) this.events.wantsTicket();
  }

  private admitMedia(): void {
    if (!this.welcomed || this.ticket === undefined || this.media?.needsTicket !== true) return;
    this.media.admit(this.ticket);
    this.ticket = undefined;
    this.backoff.succeeded();
    this.events.mediaUp();
  }

  private lostMedia(media: MediaLink): void {
    if (this.media !== media) return;
    this.media = undefined;
    this.ticket = undefined; // it may have been refused
    if (!this.welcomed) return; // dialled again with the welcome
    this.redial = setTimeout(() => this.dialMedia(), this.backoff.nextMillis(Math.random()));
  }

  private end(last: LastWord): void {
    const isOwn = this.ended;
    this.ended = true;
    this.closeMedia();
    this.control.close();
    if (!isOwn) this.events.closed(last);
  }
}
