import type { FromRelay } from "../wire/control";
import type { CameraId } from "../wire/ids";
import type { Kid, Track } from "../wire/kid";
import type { FrameMessage } from "../wire/media";
import { Backlog } from "./backlog";
import type { LastWord, Prover } from "./control";
import { Dialled } from "./dialled";
import { Dialling } from "./dialling";
import type { EarlyLinks } from "./earlyLinks";
import { Farewell } from "./farewell";
import { Pair, type PairNeeds } from "./pair";
import { Pulse } from "./pulse";
import { Twice } from "./twice";

/** What the links of a household tell of. */
export interface LinkEvents {
  /** A way to the relay and back took about so long; less where nothing was lost or waited. */
  reached(roundTripMillis: number): void;
  /**
   * The relay let this device in.
   *
   * @param goesOn other links were well until now: nothing is lost that anybody has said, unless `missed` says so
   */
  up(certificate: string, online: boolean, goesOn: boolean): void;
  /** Pictures can be subscribed to; after a reconnect all of them again. */
  mediaUp(): void;
  /** The promise ends when it was dealt with. */
  message(message: FromRelay): Promise<void>;
  frame(message: FrameMessage): Promise<void>;
  /** So much the line carries, in bit/s, by the relay's word; 0 when it has shown no limit, and with each new media link. */
  carries(bitsPerSecond: number): void;
  /** Nothing has come for too long, though no link has closed; or something came again. */
  silent(isSilent: boolean): void;
  /** What was asked until that moment has no answer any more, though there may be links. */
  unanswered(untilMillis: number): void;
  /** Links that were left for others ended before all that was said on them had come. */
  missed(): void;
  /** All links are down and will be tried again: slowly when the relay says that this device is no member. */
  down(last: LastWord): void;
}

const MIB = 1024 * 1024;
/** That the network is another and that there is one may be said of the same change. */
const SAME_CHANGE_MILLIS = 300;
/** Devices that hear nothing from the same moment on doubt at different ones. */
const SHY_MILLIS = 1_000;

/**
 * A household's links to its relay, kept up. A pair that is doubted, because nothing comes or because the network is
 * another, is left only once the relay has let this device in by another one beside it: a false alarm costs nobody a
 * picture.
 */
export class Links {
  /** By which letters go. */
  private pair: Pair | undefined;
  /** That was left for another: what is under way on it may come yet, and its pictures until the other has some. */
  private leaving: Farewell | undefined;
  private pulse: Pulse;
  private isSilent = false;
  private readonly dialling: Dialling;
  private readonly twice = new Twice();
  private readonly needs: PairNeeds;

  constructor(
    prover: Prover,
    private readonly events: LinkEvents,
    private readonly nowMillis: () => number,
    /** Where the first of each link may be dialled already. */
    early?: EarlyLinks,
  ) {
    const socketAt = (path: string): Dialled => early?.take(prover.origin, path) ?? new Dialled(prover.origin, path);
    // A relay that waits for acknowledgements stays at a quarter of this.
    const backlogs = { frames: new Backlog(16 * MIB, 2_048), letters: new Backlog(4 * MIB, 256) };
    this.needs = { prover, socketAt, nowMillis, ...backlogs };
    this.pulse = this.newPulse();
    this.dialling = new Dialling({
      newPair: (atOnce) => this.newPair(atOnce),
      answerMillis: () => this.pulse.patienceMillis(0),
      nowMillis,
      gaveUp: () => this.pair === undefined && this.events.unanswered(nowMillis()),
      isWanted: () => this.pair === undefined, // else it is dialled again if there is need yet
    });
  }

  dial(): void {
    this.dialling.begin("unknown");
  }

  /** False when there is no link that it could go by; before the first welcome it waits on the one that is dialled. */
  sendLetter(letter: string): boolean {
    return (this.pair ?? this.dialling.current?.pair)?.sendLetter(letter) ?? false;
  }

  /** What it knows of this household comes as a message. */
  askRelay(): void {
    this.pair?.askRelay();
  }

  /** False when there is no media link; `mediaUp` tells when there is. */
  subscribe(camera: CameraId, kid: Kid, first: number): boolean {
    return this.ofPictures?.subscribe(camera, kid, first) ?? false;
  }

  unsubscribe(camera: CameraId, track: Track): void {
    this.ofPictures?.unsubscribe(camera, track);
  }

  /** Called now and then: finds out about links that died in silence, and about attempts that lead nowhere. */
  check(isWatched: boolean): void {
    const now = this.nowMillis();
    this.dialling.check();
    this.leaving?.check(now);
    if (this.pair === undefined) return;
    const verdict = this.pulse.judge(now, isWatched);
    if (verdict === "well") return;
    if (verdict === "ask") return this.ask();
    if (verdict === "silent") this.tellSilent(true);
    if (this.dialling.current === undefined && !this.dialling.isPausing) this.dialling.begin("silence");
  }

  /** Somebody looks again: do not wait for the next attempt. */
  hurry(): void {
    this.dialling.hope();
    if (this.pair === undefined && this.dialling.isPausing) this.dialling.begin("unknown");
  }

  /** The network is another one, or there is one again: what is on the old one may be dead, and nobody says so. */
  networkChanged(): void {
    const { current, isPausing } = this.dialling;
    if (this.pair === undefined && current === undefined && !isPausing) return; // nobody has entered
    if (current !== undefined && this.nowMillis() - current.dialledMillis < SAME_CHANGE_MILLIS) return;
    if (this.pair === undefined) this.events.unanswered(this.nowMillis());
    this.dialling.hope();
    this.dialling.begin("silence", true);
  }

  /** Dials the media link again: it is up, but nothing comes. */
  renewMedia(): void {
    this.pair?.renewMedia();
  }

  stop(): void {
    const { pair } = this;
    this.pair = undefined;
    this.dialling.abandon();
    this.leaving?.end();
    pair?.close();
  }

  private get ofPictures(): Pair | undefined {
    return this.leaving?.bringsPictures === true ? this.leaving.pair : this.pair;
  }

  private newPulse(like?: Pulse): Pulse {
    return new Pulse(this.nowMillis(), SHY_MILLIS * Math.random(), like);
  }

  private newPair(atOnce: boolean): Pair {
    const pair: Pair = new Pair(
      this.needs,
      {
        reached: (roundTripMillis) => this.events.reached(roundTripMillis),
        heard: () => this.heard(pair),
        wantsTicket: () => this.ask(),
        answered: () => this.answered(pair),
        welcome: (certificate, online, tookMillis) => this.welcome(pair, certificate, online, tookMillis),
        mediaUp: () => this.mediaUp(pair),
        message: (message) => this.receive(pair, message),
        frame: (message) => this.events.frame(message),
        carries: (bitsPerSecond) => this.pair === pair && this.events.carries(bitsPerSecond),
        closed: (last) => this.closed(pair, last),
      },
      atOnce,
    );
    return pair;
  }

  private ask(): void {
    if (this.pair?.ask() === true) this.pulse.ask(this.nowMillis());
  }

  private heard(pair: Pair): void {
    if (this.pair !== pair) return;
    this.pulse.heard(this.nowMillis());
    this.tellSilent(false);
    const { current } = this.dialling;
    if (current === undefined || current.isOfNewNetwork) return;
    this.pulse.wasDoubtedInVain();
    this.dialling.abandon();
  }

  private answered(pair: Pair): void {
    if (this.pair === pair) this.pulse.answered(this.nowMillis());
    else if (this.leaving?.pair === pair) this.leaving.allCame();
  }

  private welcome(pair: Pair, certificate: string, online: boolean, tookMillis: number): void {
    const arrived = this.dialling.arrived(pair);
    if (arrived === undefined) return;
    const { pair: former } = this;
    const goesOn = former !== undefined && this.isWell();
    this.pair = pair;
    this.isSilent = false;
    this.pulse = this.newPulse(arrived.isOfNewNetwork ? undefined : this.pulse);
    this.pulse.took(tookMillis);
    this.events.reached(tookMillis);
    if (former !== undefined) this.leave(former, goesOn);
    this.events.up(certificate, online, goesOn);
  }

  /** Whether nothing speaks against the links that are there. */
  private isWell(): boolean {
    const verdict = this.pulse.judge(this.nowMillis(), true);
    return !this.isSilent && (verdict === "well" || verdict === "ask");
  }

  private leave(former: Pair, wasWell: boolean): void {
    const now = this.nowMillis();
    this.leaving?.end();
    if (!wasWell) {
      former.close();
      return this.events.unanswered(now);
    }
    this.leaving = new Farewell(former, now, (isAll) => {
      this.leaving = undefined;
      this.events.unanswered(now);
      if (!isAll && this.pair !== undefined) this.events.missed();
    });
  }

  private mediaUp(pair: Pair): void {
    if (this.pair !== pair) return; // that of links which are being left
    this.leaving?.othersBringPictures();
    this.events.carries(0);
    this.events.mediaUp();
  }

  private async receive(pair: Pair, message: FromRelay): Promise<void> {
    const isLeft = this.pair !== pair;
    if (isLeft && (message.type === "online" || message.type === "known")) return; // the others say it, too
    const isTwice = message.type === "letter" && this.twice.isRepeated(message.letter, this.leaving !== undefined);
    if (!isTwice) return this.events.message(message);
  }

  private closed(pair: Pair, last: LastWord): void {
    if (this.leaving?.pair === pair) return this.leaving.end();
    if (this.dialling.failed(pair, last)) {
      if (this.pair === undefined) this.events.down(last);
      return;
    }
    if (this.pair !== pair) return;
    this.pair = undefined;
    this.isSilent = false;
    this.leaving?.end();
    if (last.backSoonMillis !== undefined) this.dialling.abandon(); // it goes to the relay that is about to leave
    if (this.dialling.current === undefined) this.dialling.pause(last);
    this.events.down(last);
  }

  private tellSilent(isSilent: boolean): void {
    if (this.isSilent === isSilent) return;
    this.isSilent = isSilent;
    this.events.silent(isSilent);
  }
}
