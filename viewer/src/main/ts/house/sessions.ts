import type { Answered, Correspondence } from "../letters/correspondence";
import { encodeBase64url } from "../wire/codec/base64url";
import type { CameraId } from "../wire/ids";
import type { BeatAnswer, Refusal } from "../wire/letters";
import type { Edition } from "../wire/memberList";
import type { Cameras } from "./cameras";
import type { CameraWatch } from "./cameraWatch";

/** What sessions need from their house. */
export interface SessionEvents {
  readonly decode: Promise<readonly string[]>;
  memberList(): Edition;
  memberListText(): string | undefined;
  opened(watch: CameraWatch, reply: Answered<"open">): Promise<void>;
  /** The home itself said that this device may look no more. */
  removed(): void;
}

const BEAT_MILLIS = 5_000;
const SOON_MILLIS = 1_000;

/** The sessions of a page with its home: opened for each camera, held by beats, opened again when the home lost them. */
export class Sessions {
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
    readonly events: SessionEvents,
  ) {}

  /** Whether the home said that it is an old copy of itself, and serves nobody. */
  get isBehind(): boolean {
    return this.beatRefusal === "behind" || this.cameras.watches().some(({ declined }) => declined === "behind");
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
    await Promise.all(this.cameras.entries().map(([camera, watch]) => this.open(camera, watch)));
  }

  /** A frame waits for the home's word. */
  beatSoon(): void {
    if (performance.now() - this.beatAt >= SOON_MILLIS) void this.beat();
  }

  /** Called now and then. */
  beatInTime(isHomeThere: boolean): void {
    if (isHomeThere && performance.now() - this.beatAt >= BEAT_MILLIS) void this.resume();
  }

  async beat(): Promise<void> {
    this.beatAt = performance.now();
    const reply = await this.letters.ask("beat", { number: ++this.number, sessions: this.names() });
    if (reply.is === "unanswered") return;
    this.beatRefusal = reply.is === "refused" ? reply.reason : undefined;
    if (reply.is === "answered") this.answered(reply.answer, reply.sent.monotonicMillis);
    else if (reply.reason === "removed") this.events.removed();
    else if (reply.reason === "behind") this.cameras.watches().forEach((watch) => watch.decline("behind"));
  }

  /** Once told: the home has pictures that do not come, though nothing closed. */
  mediaIsBehind(byMicros: number): boolean {
    if (this.answeredBeats < 2) return false;
    this.answeredBeats = 0;
    return this.cameras.watches().some((watch) => watch.isBehind(byMicros));
  }

  /** What is open, by the hashes that name it. */
  private names(): readonly string[] {
    return this.cameras.watches().flatMap(({ session }) => session ?? []);
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
    for (const [camera, watch] of this.cameras.entries()) {
      if (watch.session === undefined || !unknown.has(watch.session)) continue;
      watch.session = undefined;
      void this.open(camera, watch);
    }
  }

  private async open(camera: CameraId, watch: CameraWatch): Promise<void> {
    if (watch.session !== undefined || watch.opening) return;
    watch.opening = true;
    try {
      const { serial, version } = this.events.memberList();
      const decode = await this.events.decode;
      const members = { camera, checkpoint: 0, decode, memberList: { serial, version }, purpose: "view" } as const;
      const reply = await this.letters.ask("open", members);
      if (reply.is === "answered") await this.events.opened(watch, reply);
      else if (reply.is === "refused") this.refused(watch, reply.reason);
    } finally {
      watch.opening = false;
    }
  }

  private refused(watch: CameraWatch, reason: Refusal): void {
    watch.decline(reason);
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
