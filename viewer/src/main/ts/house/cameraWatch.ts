import { type Freshness, type Now } from "../accept/freshness";
import type { Way } from "../accept/houseTrouble";
import { LeftOut } from "../accept/leftOut";
import { type Stream, type TileState, tileState } from "../accept/tileState";
import type { Home } from "../crypt/home";
import { type Family, familyOf } from "../decode/codecs";
import { type Decoded, Painter } from "../decode/painter";
import { InStep } from "../decode/inStep";
import { PictureDecoder } from "../decode/pictureDecoder";
import { decodeStill } from "../decode/still";
import type { Answered } from "../letters/correspondence";
import type { Bytes } from "../wire/codec/bytes";
import { type FrameName, KIND } from "../wire/envelope";
import type { CameraId, HouseholdId } from "../wire/ids";
import { type Kid, type Track, TRACK, trackOf } from "../wire/kid";
import type { BeatAnswer, CameraState, Opened, ReportReason } from "../wire/letters";
import type { Closure } from "../wire/privacy";
import type { Right } from "../wire/rights";
import type { Ear } from "./ear";
import type { Gate, Gates, Picture } from "./gate";
import { reach } from "./milestones";
import { OnScreen } from "./onScreen";
import { rankOf, type Role, roleOf, streamOf } from "./roles";
import { Session } from "./session";

const STILL_PATIENCE_MILLIS = 80;

/** What a watched camera asks of its house. */
export interface WatchEvents {
  /** False when there is no link for it; then `mediaUp` is called once there is. */
  subscribe(kid: Kid, first: number): boolean;
  unsubscribe(track: Track): void;
  /** Its pictures cannot be decoded here: another session may bring others. */
  undecodable(): void;
  refused(reason: ReportReason, name: FrameName | undefined): void;
  waits(): void;
  keepStill(picture: Picture): void;
  /** What was open before has been replaced. */
  replaced(session: string): void;
  /** Its pictures are of this codec. */
  keepCodec(codec: string): void;
  now(): Now;
  isLive(captureMicros: number): boolean;
  /** What is to be said of it may be another now. */
  changed(): void;
}

/** One camera that somebody looks at: its gate, its decoder, its canvas, and what is known of it. */
export class CameraWatch {
  readonly gate: Gate;
  readonly painter = new Painter();
  name = "";
  /** In which it is shown, in pixels of the screen; 0 while nobody has said. */
  heightPixels = 0;
  /** Whether it is where somebody could see it. */
  isInSight = true;
  readonly session = new Session();
  camera: CameraState = "connecting";
  /** What this device may do here now, were it not closed; nothing known before the home has answered. */
  rights: readonly Right[] | undefined;
  /** Why it is closed to everybody. */
  closure: Closure | undefined;
  /** Where somebody listens to it. */
  ear: Ear | undefined;
  private hasSound = false;
  private readonly decoder: PictureDecoder;
  private readonly inStep = new InStep(
    (picture, captureMicros) => this.decoded(picture, captureMicros),
    () => (performance.timeOrigin + performance.now()) * 1000,
  );
  /** What was asked for, each with the mark of the one time at which it was. */
  private readonly subscribed = new Map<Track, symbol>();
  private readonly tracks = new Map<Role, Kid>();
  /** What is still shown until what replaces it shows something. */
  private leaving: Leaving | undefined;
  private readonly onScreen = new OnScreen(() => this.events.changed());
  private readonly leftOut = new LeftOut();
  private receivedMicros = 0;
  private homeNewestMicros = 0;
  private refused: { reason: ReportReason; at: Now } | undefined;
  private acceptedAt: Now | undefined;
  private refusals = 0;
  private isDecodable = true;
  private readonly avoided = new Set<Family>();
  private saidLive = false;
  private codec: string | undefined;
  private kept: Bytes | undefined;
  private over = false;

  constructor(
    gates: Gates,
    household: HouseholdId,
    camera: CameraId,
    home: Home,
    private readonly events: WatchEvents,
  ) {
    this.gate = gates.make(household, camera, home, {
      letIn: (picture) => this.letIn(picture),
      refused: (reason, name) => this.refuse(reason, name),
      waits: () => events.waits(),
      nowMillis: () => events.now().monotonicMillis,
    });
    this.decoder = new PictureDecoder({
      decoded: (picture, captureMicros) => this.inStep.show(picture, captureMicros),
      lost: () => this.gate.decoderLost(),
      unsupported: (family) => this.undecodable(family),
    });
  }

  /** What the home says of it now. True when it has been closed since, and nothing of it may be shown any more. */
  allow(rights: readonly Right[], closure: Closure | undefined): boolean {
    const wasOpen = this.closure === undefined;
    this.rights = rights;
    this.closure = closure;
    if (!wasOpen || closure === undefined) return false;
    this.hush();
    this.onScreen.clear();
    this.painter.clear();
    return true;
  }

  /** Whether there is any use in asking the home for it; before it has answered once nobody knows. */
  may(right: Right): boolean {
    return this.closure === undefined && (this.rights === undefined || this.rights.includes(right));
  }

  /** Its pictures were of this codec the last time. */
  expect(codec: string): void {
    this.codec = codec;
    this.decoder.expect(codec);
  }

  /** Its newest still of the last time. */
  receiveKept(envelope: Bytes): Promise<void> {
    this.kept = envelope;
    return this.gate.receiveKept(envelope);
  }

  /** The home opened a session: its keys are in place, so ask for what it named. */
  opened({ answer, request, sent }: Answered<"open">): void {
    const before = { session: this.session.hash, video: this.tracks.get("video") };
    this.session.opened(request);
    this.admit(answer, sent);
    this.letGo();
    this.replace(before, answer.tracks.map(({ kid }) => kid));
    this.subscribe();
  }

  /**
   * Of pictures there is one track at a time. The smaller one that was shown before goes on until the next shows something; a
   * larger one was too much for a line, and goes at once.
   */
  private replace(before: { session: string | undefined; video: Kid | undefined }, kids: readonly Kid[]): void {
    const next = new Map(kids.map((kid) => [roleOf(kid), kid] as const));
    next.delete("sound"); // a session of its own opens that
    for (const role of ["video", "still"] as const) {
      const held = this.tracks.get(role);
      const kid = next.get(role);
      if (kid !== undefined) this.tracks.set(role, kid);
      else this.tracks.delete(role);
      if (held !== undefined && (kid === undefined || trackOf(held) !== trackOf(kid))) this.outgoing(role, held, kid);
    }
    const { leaving } = this;
    if (before.session === undefined) return;
    if (leaving === undefined) this.events.replaced(before.session);
    else leaving.session = before.session;
  }

  private outgoing(role: Role, held: Kid, next: Kid | undefined): void {
    const goesUp = role === "video" && next !== undefined && rankOf(held) < rankOf(next);
    if (goesUp) this.leaving = { kid: held };
    else this.drop(held);
  }

  /** What is new shows something, or is replaced itself. */
  private letGo(): void {
    const { leaving } = this;
    if (leaving === undefined) return;
    this.leaving = undefined;
    this.drop(leaving.kid);
    if (leaving.session !== undefined) this.events.replaced(leaving.session);
  }

  private drop(kid: Kid): void {
    if (this.subscribed.delete(trackOf(kid))) this.events.unsubscribe(trackOf(kid));
  }

  /** The home opened its sound for who listens now. */
  heardOpened({ answer, request, sent }: Answered<"open">): void {
    this.ear?.session.opened(request);
    this.admit(answer, sent);
    for (const { kid } of answer.tracks) if (roleOf(kid) === "sound") this.tracks.set("sound", kid);
    this.subscribe();
  }

  /** What it follows already goes on where it is: the answer may have overtaken frames below the first that it names. */
  private admit(answer: Opened, sent: Now): void {
    const followed = new Set(this.tracks.values());
    const tracks = answer.tracks.filter(({ kid }) => !followed.has(kid));
    this.gate.opened({ ...answer, tracks }, sent.monotonicMillis);
  }

  /** Its sound of that moment was heard then, by this device's wall clock. */
  heardAt(captureMicros: number, playedMicros: number): void {
    if (this.ear !== undefined) this.inStep.heard(captureMicros, playedMicros);
  }

  /** Nobody listens any more; gives what is to be ended. */
  hush(): Ear | undefined {
    const { ear } = this;
    this.inStep.silence();
    this.ear = undefined;
    ear?.close();
    this.tracks.delete("sound");
    this.subscribed.delete(TRACK.sound);
    return ear;
  }

  /** The home is out of reach: the newest still that the card can open is better than nothing. */
  askStill(kid: Kid): void {
    this.tracks.set("still", kid);
    this.subscribe();
  }

  subscribedTracks(): readonly Track[] {
    return [...this.subscribed.keys()];
  }

  /** A new media link knows of no subscription, and what comes over it takes its time. */
  mediaUp(): void {
    this.receivedMicros = 0;
    this.subscribed.clear();
    this.subscribe();
  }

  beatAnswered(named: BeatAnswer["cameras"][number], sentMillis: number): void {
    this.camera = named.state;
    this.hasSound = named.sound;
    this.homeNewestMicros = named.captureMicros;
    this.receivedMicros ||= named.captureMicros; // what the link is up for is counted from here
    this.gate.beatAnswered(named.epoch, sentMillis);
  }

  /** Whether the home has had pictures for a while that did not come here. */
  isBehind(byMicros: number): boolean {
    return this.session.hash !== undefined && this.homeNewestMicros - this.receivedMicros > byMicros;
  }

  state(way: Way, freshness: Freshness, now: Now): TileState {
    const { seenMicros: paintedMicros } = this.onScreen;
    const { refused, acceptedAt, refusals, camera, isDecodable: decodable, hasSound } = this;
    const opened = this.session.hash !== undefined;
    const { declined } = this.session;
    const { stream } = this;
    const state = tileState(
      {
        paintedMicros,
        refused,
        acceptedAt,
        refusals,
        way,
        opened,
        declined,
        camera,
        decodable,
        hasSound: hasSound && this.may("listen"),
        stream,
        rights: this.rights,
        closure: this.closure,
        leftOut: this.leftOut.ofTheLastMinute(now.monotonicMillis),
      },
      freshness,
      now,
    );
    this.saidLive = state.picture.is === "live";
    return state;
  }

  private get stream(): Stream {
    return streamOf(this.tracks.get("video") ?? this.tracks.get("still"));
  }

  /** Whether it is shown as what is made for slow lines. */
  get isForSlowLines(): boolean {
    return this.stream === "low" || this.stream === "glimpses";
  }

  /** Nobody sees it for a while: lets go of all but its sound and what is painted. Gives the session that is to be ended. */
  rest(): string | undefined {
    const { hash } = this.session;
    this.session.hash = undefined;
    this.letGo();
    for (const role of ["video", "still"] as const) {
      const kid = this.tracks.get(role);
      if (kid === undefined) continue;
      this.tracks.delete(role);
      this.drop(kid);
    }
    this.leftOut.rests();
    this.decoder.close();
    this.gate.decoderLost(); // what comes next has to stand alone
    return hash;
  }

  /** Somebody looks again: a decoder is there before the first picture. */
  wake(): void {
    if (this.codec !== undefined) this.decoder.expect(this.codec);
  }

  /** Nobody looks at it any more: what is still at the gate is for nobody. */
  close(): void {
    this.over = true;
    this.hush();
    this.inStep.close();
    this.decoder.close();
  }

  get isOver(): boolean {
    return this.over;
  }

  /** From what follows the last. A subscription covers later epochs: it is made once for each track and link. */
  private subscribe(): void {
    // The still first: it is there soonest, and shows the relay what the line carries.
    for (const kid of [...this.tracks.values()].sort((one, other) => trackOf(other) - trackOf(one))) {
      const track = trackOf(kid);
      if (this.subscribed.has(track)) continue;
      const mark = Symbol();
      this.subscribed.set(track, mark);
      void this.gate.next(kid).then((first) => {
        // Wanted no more, or asked for anew; twice would bring the same frame twice.
        if (this.subscribed.get(track) !== mark) return;
        if (!this.events.subscribe(kid, first)) this.subscribed.delete(track);
      });
    }
  }

  /** Later epochs of what was chosen. */
  private follow(kid: Kid): void {
    const role = roleOf(kid);
    const held = this.tracks.get(role);
    if (held !== undefined && trackOf(held) === trackOf(kid)) this.tracks.set(role, kid);
  }

  private letIn(picture: Picture): void {
    if (this.over || this.closure !== undefined) return;
    this.acceptedAt = this.events.now();
    this.follow(picture.name.kid);
    if (picture.name.kind === KIND.sound) return this.hear(picture);
    this.receivedMicros = Math.max(this.receivedMicros, picture.captureMicros);
    if (this.isLookedAt(picture.name.kid)) this.leftOut.came(picture.name, this.acceptedAt.monotonicMillis);
    if (picture.name.kind === KIND.still) return void this.still(picture);
    const isLeft = this.isLeft(picture.name.kid);
    if (isLeft === undefined) return;
    if (picture.complete) {
      const isKey = picture.name.kind === KIND.key;
      if (isKey && !isLeft) this.letGo();
      if (isKey) reach("proven");
      this.decoder.decode(picture.picture, isKey, picture.captureMicros, picture.paint);
    }
  }

  /** Whether it is of what is looked at now: the camera's large stills beside its pictures are not. */
  private isLookedAt(kid: Kid): boolean {
    const shown = this.tracks.get("video") ?? this.tracks.get("still");
    return shown !== undefined && trackOf(shown) === trackOf(kid) && trackOf(kid) !== TRACK.still;
  }

  /** Whether its track is the one that is being left; nothing where it is neither that nor the one that is shown. */
  private isLeft(kid: Kid): boolean | undefined {
    const { leaving } = this;
    const shown = this.tracks.get("video");
    if (shown !== undefined && trackOf(shown) === trackOf(kid)) return false;
    return leaving !== undefined && trackOf(leaving.kid) === trackOf(kid) ? true : undefined;
  }

  /** Sound that is over is not heard: it would be taken for what happens now. */
  private hear(sound: Picture): void {
    if (sound.paint && this.events.isLive(sound.captureMicros)) this.ear?.hear(sound);
  }

  /** The browser said that it could, or nobody knew: the home has something else. */
  private undecodable(family: Family | undefined): void {
    if (family === undefined || this.avoided.has(family)) this.isDecodable = false;
    else {
      this.avoided.add(family);
      this.events.undecodable();
    }
  }

  /** Of all that this browser decodes, what it has not failed with here. */
  decodes(all: readonly string[]): readonly string[] {
    return all.filter((codec) => !this.avoided.has(familyOf(codec)!));
  }

  private decoded(picture: Decoded, captureMicros: number): void {
    if (this.isOlder(captureMicros)) return picture.close();
    this.isDecodable = true;
    this.paint(picture, captureMicros);
    reach("painted");
    if (this.codec === this.decoder.decodes) return;
    this.codec = this.decoder.decodes;
    this.events.keepCodec(this.codec);
  }

  /**
   * A still is for whom no picture comes: while one comes, the work for it would only delay that. What was kept comes before all, and
   * beside a glimpse there is no other.
   */
  private async still(picture: Picture): Promise<void> {
    if (picture.envelope !== this.kept && trackOf(picture.name.kid) !== TRACK.glimpse) {
      this.events.keepStill(picture); // only of a still the home keeps the key
      await new Promise((resolve) => setTimeout(resolve, STILL_PATIENCE_MILLIS));
    }
    if (this.isOvertaken(picture)) return;
    const decoded = await decodeStill(picture.picture);
    if (decoded === undefined) return;
    if (this.isOvertaken(picture)) return decoded.close();
    this.paint(decoded, picture.captureMicros);
  }

  private isOvertaken({ captureMicros }: Picture): boolean {
    return this.isOlder(captureMicros);
  }

  private isOlder(captureMicros: number): boolean {
    return captureMicros <= (this.onScreen.paintedMicros ?? 0);
  }

  private paint(picture: Decoded, captureMicros: number): void {
    if (this.closure !== undefined) return picture.close(); // it was closed while this was decoded
    this.onScreen.paint(captureMicros, this.painter.paint(picture), this.saidLive);
  }

  private refuse(reason: ReportReason, name: FrameName | undefined): void {
    this.refusals++;
    this.refused = { reason, at: this.events.now() };
    this.events.refused(reason, name);
    this.events.changed();
  }
}

/** A track that is shown until another shows something, and the session that it belongs to. */
interface Leaving {
  readonly kid: Kid;
  session?: string;
}
