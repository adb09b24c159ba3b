import { type FrameName, KIND, type SealedFrame } from "../wire/envelope";
import { epochOf, type Kid, TRACK, trackOf } from "../wire/kid";
import type { ReportReason } from "../wire/letters";

/** What is to be done with a frame that arrived. */
export type Arrival =
  /** Of an epoch that the home named and has left: dropped, counted, not reported. */
  | { readonly is: "superseded" }
  /** Kept until its key or the home's word comes. */
  | { readonly is: "waits" }
  /** More frames without keys than are kept. */
  | { readonly is: "overflowed" }
  | { readonly is: "refused"; readonly reason: ReportReason }
  /** To be opened and verified; then `accepted` or `refused` is called. */
  | { readonly is: "to-open" };

/** What is to be done with a frame that opened and verified. */
export interface Accepted {
  /** Whether the decoder has everything that this frame builds on; else it is dropped until the next key frame. */
  readonly complete: boolean;
  /** Whether it is newer than the newest painted one (sound: the newest heard one); else it is decoded only. */
  readonly paint: boolean;
}

/** Frames that waited and are now judged. */
export interface Released {
  readonly again: readonly SealedFrame[];
  readonly refused: readonly SealedFrame[];
}

interface Waiting {
  readonly frame: SealedFrame;
  readonly arrivedMillis: number;
}

interface Group {
  readonly kid: Kid;
  readonly key: number;
  last: number;
}

const MAX_WAITING_FRAMES = 64;
const MAX_WAITING_BYTES = 8 * 1024 * 1024;

/**
 * Which frames of one camera may be painted (formats, section 4, *Accepting*). Pure: no keys, no clock, no input or
 * output; whoever uses it opens the frames in the order in which it let them through.
 */
export class Acceptance {
  private epoch = 0;
  private leastEpoch = Infinity;
  /** From before the least epoch, and named all the same: the keys of stills may be older than the answers. */
  private readonly olderKids = new Set<Kid>();
  private keys: ReadonlySet<Kid> = new Set();
  private readonly firsts = new Map<Kid, number>();
  private readonly lasts = new Map<Kid, number>();
  private waiting: Waiting[] = [];
  private waitingBytes = 0;
  private group: Group | undefined;
  private newestPaintedMicros = -1;
  private newestHeardMicros = -1;
  /** Frames of an epoch that is over, those lost after a hole, and holes before key frames. */
  readonly counts = { superseded: 0, overflowed: 0, lost: 0, skipped: 0 };

  /**
   * The home opened a session, which was asked for then: the epoch, and for each KID the number below which nothing is
   * accepted.
   */
  opened(
    epoch: number,
    tracks: readonly { readonly kid: Kid; readonly first: number }[],
    sentMillis: number,
  ): Released {
    for (const { kid, first } of tracks) {
      this.firsts.set(kid, first);
      this.remember(kid);
    }
    return this.named(epoch, sentMillis);
  }

  /** The home answered a beat that was sent then. */
  beatAnswered(epoch: number, sentMillis: number): Released {
    return this.named(epoch, sentMillis);
  }

  /** A newer card came: these are now the only keys. */
  rekeyed(keys: ReadonlySet<Kid>): Released {
    this.keys = keys;
    for (const kid of keys) this.remember(kid);
    for (const numbers of [this.firsts, this.lasts]) {
      for (const kid of numbers.keys()) if (!keys.has(kid)) numbers.delete(kid);
    }
    return this.release(
      (waiting) => keys.has(waiting.frame.kid),
      () => false,
    );
  }

  arrives(frame: SealedFrame, nowMillis: number): Arrival {
    const held = this.keys.has(frame.kid);
    if (!this.isCurrent(frame.kid, held)) return this.tooOld(frame.kid);
    if (!held) return this.wait(frame, nowMillis);
    if (!this.isAboveTheLast(frame)) return { is: "refused", reason: "replayed" };
    return { is: "to-open" };
  }

  /** A still that this device itself had kept: what it is too late for is nobody's lie. */
  kept(frame: SealedFrame): Arrival {
    const held = this.keys.has(frame.kid);
    if (held && this.isCurrent(frame.kid, held) && this.isAboveTheLast(frame)) return { is: "to-open" };
    return this.superseded();
  }

  /** The frame opened and its signature verified. */
  accepted(frame: FrameName, captureMicros: number): Accepted {
    const skips = frame.number > this.next(frame.kid);
    this.lasts.set(frame.kid, frame.number);
    const complete = this.completes(frame);
    if (!complete) this.counts.lost++;
    else if (frame.kind === KIND.key && skips) this.counts.skipped++;
    if (frame.kind === KIND.sound) return this.heard(captureMicros);
    const paint = complete && this.isNewerThanPainted(captureMicros);
    if (paint) this.newestPaintedMicros = captureMicros;
    return { complete, paint };
  }

  /** Sound and pictures go by different times, and neither makes the other old. */
  private heard(captureMicros: number): Accepted {
    const paint = captureMicros > this.newestHeardMicros;
    if (paint) this.newestHeardMicros = captureMicros;
    return { complete: true, paint };
  }

  /** The decoder gave up: nothing can be decoded before the next key frame. */
  decoderLost(): void {
    this.group = undefined;
  }

  /** The number of this KID to ask for next. */
  next(kid: Kid): number {
    return Math.max(this.firsts.get(kid) ?? 0, (this.lasts.get(kid) ?? -1) + 1);
  }

  /**
   * Nothing comes twice, and nothing from before the session.
   *
   * @check
   */
  private isAboveTheLast(frame: FrameName): boolean {
    return frame.number >= this.next(frame.kid);
  }

  /**
   * Whoever looks never sees time go back.
   *
   * @check
   */
  private isNewerThanPainted(captureMicros: number): boolean {
    return captureMicros > this.newestPaintedMicros;
  }

  /**
   * An epoch that the home has left is over. A still may be of an older one than the pictures: it is good as long as the newest
   * card holds its key.
   *
   * @check
   */
  private isCurrent(kid: Kid, held: boolean): boolean {
    return epochOf(kid) >= this.epoch || (held && trackOf(kid) === TRACK.still);
  }

  /** Nobody asked for an epoch from before all that the home named here, so no honest relay sends one. */
  private tooOld(kid: Kid): Arrival {
    return this.wasNamed(kid) ? this.superseded() : { is: "refused", reason: "unknown-epoch" };
  }

  /** @check */
  private wasNamed(kid: Kid): boolean {
    return epochOf(kid) >= this.leastEpoch || this.olderKids.has(kid);
  }

  private superseded(): Arrival {
    this.counts.superseded++;
    return { is: "superseded" };
  }

  private remember(kid: Kid): void {
    if (epochOf(kid) < this.leastEpoch) this.olderKids.add(kid);
  }

  private completes(frame: FrameName): boolean {
    if (frame.kind === KIND.key) {
      this.group = { kid: frame.kid, key: frame.number, last: frame.number };
      return true;
    }
    if (frame.kind !== KIND.delta) return true;
    const { group } = this;
    if (group?.kid === frame.kid && group.key === frame.dependency && group.last + 1 === frame.number) {
      group.last = frame.number;
      return true;
    }
    this.group = undefined;
    return false;
  }

  private wait(frame: SealedFrame, nowMillis: number): Arrival {
    if (this.waiting.length >= MAX_WAITING_FRAMES || this.waitingBytes + frame.envelope.length > MAX_WAITING_BYTES) {
      this.counts.overflowed++;
      return { is: "overflowed" };
    }
    this.waiting.push({ frame, arrivedMillis: nowMillis });
    this.waitingBytes += frame.envelope.length;
    return { is: "waits" };
  }

  /** An answer judges only what had arrived before its question was sent: an older answer cannot know a newer epoch. */
  private named(epoch: number, askedMillis: number): Released {
    this.epoch = Math.max(this.epoch, epoch);
    this.leastEpoch = Math.min(this.leastEpoch, epoch);
    return this.release(
      (waiting) => epochOf(waiting.frame.kid) < this.epoch,
      (waiting) => epochOf(waiting.frame.kid) > this.epoch && cameBefore(waiting, askedMillis),
    );
  }

  private release(again: (waiting: Waiting) => boolean, refused: (waiting: Waiting) => boolean): Released {
    const released = { again: [] as SealedFrame[], refused: [] as SealedFrame[] };
    const kept: Waiting[] = [];
    for (const waiting of this.waiting) {
      if (again(waiting)) released.again.push(waiting.frame);
      else if (refused(waiting)) released.refused.push(waiting.frame);
      else kept.push(waiting);
    }
    this.waiting = kept;
    this.waitingBytes = kept.reduce((sum, { frame }) => sum + frame.envelope.length, 0);
    return released;
  }
}

/**
 * Who was asked before cannot have known of it.
 *
 * @check
 */
function cameBefore({ arrivedMillis }: Waiting, askedMillis: number): boolean {
  return arrivedMillis <= askedMillis;
}
