import type { Bytes } from "../wire/codec/bytes";
import type { FromRelay } from "../wire/control";
import type { CameraId } from "../wire/ids";
import type { Kid, Track } from "../wire/kid";
import type { FrameMessage } from "../wire/media";
import { Backlog } from "./backlog";
import { Backoff } from "./backoff";
import { ControlLink, type LastWord, type Prover } from "./control";
import { Dialled } from "./dialled";
import { CONTROL_PATH, type EarlyLinks, MEDIA_PATH } from "./earlyLinks";
import { MediaLink } from "./media";

/** What both links of a household tell of. */
export interface LinkEvents {
  up(certificate: string, online: boolean): void;
  /** Pictures can be subscribed to; after a reconnect all of them again. */
  mediaUp(): void;
  /** The promise ends when it was dealt with. */
  message(message: FromRelay): Promise<void>;
  frame(message: FrameMessage): Promise<void>;
  /** So much the line carries, in bit/s, by the relay's word; 0 when it has shown no limit, and with each new media link. */
  carries(bitsPerSecond: number): void;
  /** Both links are down and will be tried again: slowly when the relay says that this device is no member. */
  down(last: LastWord): void;
}

const MIB = 1024 * 1024;
const PING_MILLIS = 8_000;
const DEAD_MILLIS = 14_000;
/** A relay that says to come back later than that is not waited for so long. */
const LONGEST_PAUSE_MILLIS = 15_000;

/**
 * A household's two links to its relay, kept up. Both are dialled at once and go down together; a link that says nothing
 * for too long is taken for dead, because a network that is gone closes no sockets.
 */
export class Links {
  private control: ControlLink | undefined;
  private media: MediaLink | undefined;
  private ticket: Bytes | undefined;
  private isUp = false;
  private heardMillis = 0;
  private pinged = false;
  /** The relay asked for a pause since this device was let in last; it is heeded once. */
  private paused = false;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private readonly backoff = new Backoff();
  private readonly mediaBackoff = new Backoff();
  /** A relay that waits for acknowledgements stays at a quarter of this. */
  private readonly frames = new Backlog(16 * MIB, 2_048);
  private readonly letters = new Backlog(4 * MIB, 256);

  constructor(
    private readonly prover: Prover,
    private readonly events: LinkEvents,
    private readonly nowMillis: () => number,
    /** Where the first of each link may be dialled already. */
    private readonly early?: EarlyLinks,
  ) {}

  dial(): void {
    clearTimeout(this.retry);
    this.heardMillis = this.nowMillis();
    this.pinged = false;
    const control = new ControlLink(this.socketAt(CONTROL_PATH), this.prover, this.letters, {
      welcome: (certificate, online, ticket) => this.welcome(certificate, online, ticket),
      message: (message) => this.receive(message),
      closed: (last) => this.lost(control, last),
    });
    this.control = control;
    this.dialMedia();
  }

  /** False when the control link is not up. */
  sendLetter(letter: string): boolean {
    return this.control?.send({ type: "letter", letter }) ?? false;
  }

  /** What it knows of this household comes as a message. */
  askRelay(): void {
    this.control?.send({ type: "knows" });
  }

  /** False when the media link is not up; `mediaUp` tells when it is. */
  subscribe(camera: CameraId, kid: Kid, first: number): boolean {
    return this.media?.subscribe(camera, kid, first) ?? false;
  }

  unsubscribe(camera: CameraId, track: Track): void {
    this.media?.unsubscribe(camera, track);
  }

  /** Called now and then: finds out about links that died in silence. */
  check(): void {
    if (this.control === undefined) return;
    const silentMillis = this.nowMillis() - this.heardMillis;
    if (silentMillis > DEAD_MILLIS) this.control.close();
    else if (silentMillis > PING_MILLIS && !this.pinged) {
      this.pinged = true;
      this.control.send({ type: "want-ticket" }); // the relay answers it whether or not the home is there
    }
  }

  /** The network changed, or somebody looks again: do not wait for the next attempt. */
  hurry(): void {
    if (this.control === undefined && this.retry !== undefined) this.dial();
  }

  /** Dials the media link again: it is up, but nothing comes. */
  renewMedia(): void {
    this.media?.close();
  }

  stop(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    this.isUp = false; // and so no media link is dialled that was about to be
    const { control, media } = this;
    this.control = this.media = undefined;
    control?.close();
    media?.close();
  }

  private welcome(certificate: string, online: boolean, ticket: Bytes): void {
    this.heard();
    this.isUp = true;
    this.paused = false;
    this.backoff.succeeded();
    this.ticket = ticket;
    if (this.media === undefined) this.dialMedia();
    this.admitMedia();
    this.events.up(certificate, online);
  }

  private async receive(message: FromRelay): Promise<void> {
    this.heard();
    if (message.type !== "ticket") return this.events.message(message);
    this.ticket = message.ticket;
    this.admitMedia();
  }

  private dialMedia(): void {
    const media = new MediaLink(this.socketAt(MEDIA_PATH), this.frames, {
      ready: () => this.readyMedia(),
      frame: (message) => this.events.frame(message),
      carries: (bitsPerSecond) => this.events.carries(bitsPerSecond),
      closed: () => this.lostMedia(media),
    });
    this.media = media;
  }

  private socketAt(path: string): Dialled {
    const { origin } = this.prover;
    return this.early?.take(origin, path) ?? new Dialled(origin, path);
  }

  private readyMedia(): void {
    if (this.ticket !== undefined) this.admitMedia();
    else if (this.isUp) this.control?.send({ type: "want-ticket" });
  }

  private admitMedia(): void {
    if (this.ticket === undefined || this.media === undefined || !this.media.needsTicket) return;
    this.media.admit(this.ticket);
    this.ticket = undefined;
    this.mediaBackoff.succeeded();
    this.events.carries(0);
    this.events.mediaUp();
  }

  private lostMedia(media: MediaLink): void {
    if (this.media !== media) return;
    this.media = undefined;
    this.ticket = undefined;
    if (!this.isUp) return; // dialled again with the control link
    setTimeout(() => {
      if (this.isUp && this.media === undefined) this.dialMedia();
    }, this.mediaBackoff.nextMillis(Math.random()));
  }

  private lost(control: ControlLink, last: LastWord): void {
    if (this.control !== control) return;
    this.stop();
    this.retry = setTimeout(() => this.dial(), this.pauseMillis(last));
    this.events.down(last);
  }

  /** What the relay asked for, once; else longer after each failure. */
  private pauseMillis({ bye, backSoonMillis }: LastWord): number {
    const isAgreed = backSoonMillis !== undefined && backSoonMillis <= LONGEST_PAUSE_MILLIS;
    if (isAgreed && !this.paused) {
      this.paused = true;
      return backSoonMillis;
    }
    const chance = Math.random();
    return bye === "not-a-member" ? Backoff.barredMillis(chance) : this.backoff.nextMillis(chance);
  }

  private heard(): void {
    this.heardMillis = this.nowMillis();
    this.pinged = false;
  }
}
