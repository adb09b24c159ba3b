import type { Answered, Correspondence } from "../letters/correspondence";
import { encodeBase64url } from "../wire/codec/base64url";
import type { CameraId } from "../wire/ids";
import type { BeatAnswer, Refusal } from "../wire/letters";
import type { Cameras } from "./cameras";
import type { Carried } from "./carried";
import type { CameraWatch } from "./cameraWatch";
import type { Ear } from "./ear";
import { Seldom } from "./seldom";
import type { Session } from "./session";

/** What sessions need from their house. */
export interface SessionEvents {
  readonly decode: Promise<readonly string[]>;
  memberListText(): string | undefined;
  opened(watch: CameraWatch, reply: Answered<"open">): Promise<void>;
  heard(watch: CameraWatch, ear: Ear, reply: Answered<"open">): Promise<void>;
  /** The home itself said that this device may look no more. */
  removed(): void;
}

const BEAT_MILLIS = 5_000;
const SOON_MILLIS = 1_000;
/** What the home makes for slow lines takes less than this, and what cameras send themselves mostly more. */
const SLOW_BITS_PER_SECOND = 300_000;

/** The sessions of a page with its home: opened for each camera, held by beats, opened again when the home lost them. */
export class Sessions {
  /** Nobody sees a picture: none is asked for, sound is. */
  looksAway = false;
  private readonly telling = new Seldom(SOON_MILLIS, () => this.tellLine());
  private number = 0;
  private beatAt = -Infinity;
  /** Beats answered since the media link was last suspected. */
  private answeredBeats = 0;
  private beatRefusal: Refusal | undefined;
  /** The member list that was shown to a home that is behind, until it serves again. */
  private shownList: string | undefined;

  constructor(
    private readonly letters: Correspondence,
    private readonly cameras: Cameras,
    private readonly line: Carried,
    readonly events: SessionEvents,
  ) {}

  /** Whether the home said that it is an old copy of itself, and serves nobody. */
  get isBehind(): boolean {
    return this.beatRefusal === "behind" || this.cameras.watches().some(({ session }) => session.declined === "behind");
  }

  /**
   * The home is there: open what is not open, all at once, and ask about the rest. While nothing is open there is
   * nothing to ask about, and nothing is to keep the first pictures waiting.
   */
  async resume(): Promise<void> {
    this.beatAt = performance.now();
    if (this.names().length > 0) await Promise.all([this.openAll(), this.beat()]);
    else await this.openAll().then(() => this.beat());
  }

  async openAll(): Promise<void> {
    await Promise.all(this.cameras.entries().flatMap(([camera, watch]) => [this.look(camera, watch), this.listen(camera, watch)]));
  }

  /** Asks for a camera anew: what the home gave cannot be decoded here. */
  async openInstead(camera: CameraId): Promise<void> {
    const watch = this.cameras.get(camera);
    const hash = watch?.session.hash;
    if (watch === undefined || hash === undefined) return;
    watch.session.hash = undefined;
    await Promise.all([this.letters.ask("close", { session: hash }), this.look(camera, watch)]);
  }

  /** Opens the sound of a camera that somebody listens to. */
  async listen(camera: CameraId, watch: CameraWatch): Promise<void> {
    const { ear } = watch;
    if (ear === undefined || ear.session.hash !== undefined || !watch.may("listen")) return;
    await this.open(camera, watch, ear.session, "listen", (reply) => this.events.heard(watch, ear, reply));
  }

  private async look(camera: CameraId, watch: CameraWatch): Promise<void> {
    if (!this.isLookedAt(watch) || watch.session.hash !== undefined || !watch.may("view")) return;
    await this.open(camera, watch, watch.session, "view", (reply) => this.events.opened(watch, reply));
  }

  /**
   * Another track would serve better by now: as the home says, or because the picture is shown at another size. The home
   * chooses when it opens, so it is asked to open anew; what was open is kept where it refuses, and else ends when what is
   * new shows something.
   */
  async lookAnew(camera: CameraId, watch: CameraWatch): Promise<void> {
    const { hash } = watch.session;
    if (hash === undefined || !this.isLookedAt(watch)) return;
    await this.open(camera, watch, watch.session, "view", (reply) => this.events.opened(watch, reply));
  }

  /** Whether pictures of it are for anybody. */
  isLookedAt(watch: CameraWatch): boolean {
    return !this.looksAway && watch.isInSight;
  }

  /** It is shown in so many pixels of the screen by now; 0 when it is out of sight. */
  sized(camera: CameraId, watch: CameraWatch, heightPixels: number): void {
    const wasInSight = watch.isInSight;
    watch.isInSight = heightPixels > 0;
    if (!watch.isInSight) return this.end(watch.rest());
    const isAnother = watch.heightPixels !== heightPixels;
    watch.heightPixels = heightPixels;
    if (!wasInSight) {
      watch.wake();
      void this.look(camera, watch);
    } else if (isAnother) void this.lookAnew(camera, watch);
  }

  end(hash: string | undefined): void {
    if (hash !== undefined) void this.letters.ask("close", { session: hash });
  }

  /** The home should hear how the line is. */
  lineChanged(): void {
    this.telling.ask();
  }

  /** On a slow line whoever gets what is not made for one asks for less at once, and the home hears it by that. */
  private tellLine(): void {
    if (!this.line.isNews || this.names().length === 0) return;
    if (this.line.isUnderrated) {
      if (!this.isOpening) void this.tellMore(); // else it would be asked for in vain; this is called again
      return;
    }
    const { bitsPerSecond } = this.line;
    const isSlow = bitsPerSecond > 0 && bitsPerSecond < SLOW_BITS_PER_SECOND;
    const tooMuch = isSlow ? this.cameras.entries().filter(([, watch]) => watch.session.hash !== undefined && !watch.isForSlowLines) : [];
    if (tooMuch.length === 0) void this.beat();
    else for (const [camera, watch] of tooMuch) void this.lookAnew(camera, watch);
  }

  /** Of all sessions first, since the home believes the most that any of them says. */
  private async tellMore(): Promise<void> {
    await this.beat();
    await Promise.all(this.cameras.entries().map(([camera, watch]) => this.lookAnew(camera, watch)));
  }

  /** A frame waits for the home's word, or there is something to tell it. */
  beatSoon(): void {
    if (performance.now() - this.beatAt >= SOON_MILLIS) void this.beat();
  }

  /** Called now and then. */
  beatInTime(isHomeThere: boolean): void {
    if (isHomeThere && performance.now() - this.beatAt >= BEAT_MILLIS) void this.resume();
  }

  async beat(): Promise<void> {
    this.beatAt = performance.now();
    const sessions = this.names();
    const bitsPerSecond = sessions.length > 0 ? this.line.told() : this.line.bitsPerSecond; // else it is told of none
    const reply = await this.letters.ask("beat", { bitsPerSecond, number: ++this.number, sessions });
    if (reply.is === "unanswered") return;
    this.beatRefusal = reply.is === "refused" ? reply.reason : undefined;
    if (reply.is === "answered") this.answered(reply.answer, reply.sent.monotonicMillis);
    else if (reply.reason === "removed") this.events.removed();
    else if (reply.reason === "behind") this.all().forEach((session) => session.decline("behind"));
  }

  /** Nothing is told any more. */
  stop(): void {
    this.telling.stop();
  }

  /** Once told: the home has pictures that do not come, though nothing closed. */
  mediaIsBehind(byMicros: number): boolean {
    if (this.answeredBeats < 2) return false;
    this.answeredBeats = 0;
    return this.cameras.watches().some((watch) => watch.isBehind(byMicros));
  }

  /** What is open, by the hashes that name it. */
  private names(): readonly string[] {
    return this.all().flatMap(({ hash }) => hash ?? []);
  }

  private get isOpening(): boolean {
    return this.all().some(({ opening }) => opening);
  }

  private all(): readonly Session[] {
    return this.cameras.watches().flatMap(({ session, ear }) => (ear === undefined ? [session] : [session, ear.session]));
  }

  private answered(answer: BeatAnswer, sentMillis: number): void {
    this.answeredBeats++;
    this.shownList = undefined;
    for (const named of answer.cameras) {
      const watch = this.cameras.get(named.camera);
      if (watch === undefined) continue;
      watch.beatAnswered(named, sentMillis);
    }
    const unknown = new Set(answer.unknown.map(encodeBase64url));
    const lost = this.all().filter(({ hash }) => hash !== undefined && unknown.has(hash));
    for (const session of lost) session.hash = undefined;
    if (lost.length > 0) void this.openAll();
    const anew = new Set(answer.anew.map(encodeBase64url));
    for (const [camera, watch] of this.cameras.entries()) {
      if (watch.session.hash !== undefined && anew.has(watch.session.hash)) void this.lookAnew(camera, watch);
    }
  }

  private async open(
    camera: CameraId,
    watch: CameraWatch,
    session: Session,
    purpose: "view" | "listen",
    opened: (reply: Answered<"open">) => Promise<void>,
  ): Promise<void> {
    if (session.opening) return;
    session.opening = true;
    try {
      const [decodable] = await Promise.all([this.events.decode, this.line.firstReached]);
      if (purpose === "view" ? !this.isLookedAt(watch) : watch.ear?.session !== session) return;
      const decode = watch.decodes(decodable);
      const bitsPerSecond = this.line.told();
      const heightPixels = watch.heightPixels;
      const members = { bitsPerSecond, camera, checkpoint: 0, decode, heightPixels, purpose };
      const reply = await this.letters.ask("open", members);
      if (reply.is === "answered") await opened(reply);
      else if (reply.is === "refused") this.refused(session, reply.reason);
    } finally {
      session.opening = false;
    }
  }

  private refused(session: Session, reason: Refusal): void {
    if (session.hash === undefined) session.decline(reason); // else it was asked for more than what is open
    if (reason === "removed") this.events.removed();
    else if (reason === "behind") void this.showList();
  }

  /** A home that is behind learns it from the list that it signed itself; once is enough for all cameras. */
  async showList(): Promise<void> {
    const memberList = this.events.memberListText();
    if (memberList === undefined || memberList === this.shownList) return;
    this.shownList = memberList;
    const reply = await this.letters.ask("newer", { memberList });
    if (reply.is === "unanswered") this.shownList = undefined;
  }
}
