import { Freshness, type Now } from "../accept/freshness";
import { houseTrouble, isReturning, relayAfter, type Way } from "../accept/houseTrouble";
import { ReportLimit } from "../accept/reportLimit";
import { TOLD_EACH_MILLIS } from "../accept/tileState";
import { decodable } from "../decode/codecs";
import { type Answered, Correspondence } from "../letters/correspondence";
import type { LastWord } from "../link/control";
import { Links } from "../link/links";
import { unlessMalformed } from "../wire/codec/malformed";
import type { FromRelay } from "../wire/control";
import { type FrameName, parseEnvelope } from "../wire/envelope";
import type { CameraId } from "../wire/ids";
import { kidOf, TRACK, trackOf } from "../wire/kid";
import type { HouseholdAnswer, ReportReason } from "../wire/letters";
import type { FrameMessage } from "../wire/media";
import { Absence } from "./absence";
import { Attention } from "./attention";
import { Carried } from "./carried";
import { Cameras } from "./cameras";
import { CameraWatch } from "./cameraWatch";
import { Ear } from "./ear";
import type { Gates } from "./gate";
import { Inquiry } from "./inquiry";
import { Keepsakes } from "./keepsakes";
import { Meter } from "./meter";
import type { FromHouse, Household, Order } from "./messages";
import { reach } from "./milestones";
import { Seldom } from "./seldom";
import { Sessions } from "./sessions";
import { Steward } from "./steward";
import { Teller } from "./teller";
import type { Threshold } from "./threshold";

/** The relay's word that the home is there may be repeated: it makes this device ask, but not each time. */
const RESUME_EACH_MILLIS = 1_000;
/** A media link this far behind what the home has is dialled again; a feed that is only slow or delayed is left alone. */
const MEDIA_BEHIND_MICROS = 60_000_000;
/** What a report names where the frame was not even readable: no home uses the first epoch of all. */
const UNREADABLE = { kid: kidOf(1, TRACK.main), number: 0 };

/**
 * One household in one tab, as long as the tab lives: its links, its letters, its cameras. It runs in a worker of its
 * own, so that nothing that a page does delays a picture, and nothing of another household is in the same memory.
 */
export class House {
  private readonly cameras = new Cameras(
    (camera) => this.begin(camera),
    (camera, watch) => this.end(camera, watch),
  );
  private readonly freshness = new Freshness();
  private readonly carried = new Carried((bitsPerSecond) => this.keepsakes.keepLine(bitsPerSecond));
  private readonly meter = new Meter((day, bytes) => this.held.store.addUsed(day, bytes));
  private readonly reports = new ReportLimit();
  private readonly links: Links;
  private readonly letters: Correspondence;
  private readonly sessions: Sessions;
  private readonly steward: Steward;
  private readonly inquiry: Inquiry;
  private readonly resuming = new Seldom(RESUME_EACH_MILLIS, () => this.resume(true));
  private readonly absence = new Absence();
  /** The relay's newest card of after a return has not come: it may be newer than what is known. */
  private isBack = false;
  private isOnOtherNetwork = false;
  private readonly attention = new Attention(
    () => this.rest(),
    () => this.wake(),
  );
  private ticking: ReturnType<typeof setInterval> | undefined;
  private relay: Way["relay"] = "connecting";
  private returningSince: Way["returningSince"];
  private homeSince: Now | undefined;
  private name: string;
  private household: Household | undefined;
  /** Ends when the stills that were kept are judged: nothing newer is asked for before, or they would look replayed. */
  private kept: Promise<void> = Promise.resolve();
  private readonly keepsakes: Keepsakes;
  private readonly teller: Teller;

  constructor(
    private readonly held: Threshold,
    private readonly gates: Gates,
    private readonly post: (message: FromHouse) => void,
  ) {
    const { identity, learned, knowledge } = held;
    const { household, device, origin, keys } = identity;
    this.name = learned.household?.name ?? "";
    this.keepsakes = new Keepsakes(held.store, learned.codecs, held.stills);
    const sayings = {
      tile: (camera: CameraId) => this.cameras.get(camera)?.state(this.way(), this.freshness, now()),
      trouble: () => houseTrouble(this.way(), this.freshness, now()),
    };
    this.teller = new Teller(sayings, post);
    this.links = new Links(
      { household, device, origin, sign: keys.sign },
      {
        reached: (roundTripMillis) => this.carried.reached(roundTripMillis, learned.line, now().wallMillis),
        up: (certificate, online, goesOn) => void this.up(certificate, online, goesOn),
        mediaUp: () => this.cameras.watches().forEach((watch) => watch.mediaUp()),
        message: (message) => this.receive(message),
        frame: (message) => this.frame(message),
        carries: (bitsPerSecond) => this.carries(bitsPerSecond),
        silent: (isSilent) => this.silent(isSilent),
        unanswered: (untilMillis) => this.letters.abandon(untilMillis),
        missed: () => this.resume(true),
        down: (last) => this.down(last),
      },
      () => now().monotonicMillis,
      held.links,
    );
    this.letters = new Correspondence({ household, device }, keys, knowledge.home, learned.clock?.offsetMicros ?? 0, {
      send: (letter) => this.links.sendLetter(letter),
      now,
      held: () => knowledge.listEdition,
      heard: (sent, homeClockMicros) => this.freshness.answered(sent, homeClockMicros, now()),
      pushed: ({ memberList }) => this.inquiry.pushed(memberList),
    });
    this.inquiry = new Inquiry({
      ask: () => this.letters.ask("household", {}),
      isHomeThere: () => this.isHomeThere,
      learn: (answer) => this.learn(answer),
      keepList: (memberList) => this.keepList(memberList),
      removed: () => this.post({ is: "removed" }),
      behind: () => void this.sessions.showList(),
    });
    this.sessions = new Sessions(this.letters, this.cameras, this.carried, {
      decode: decodable(),
      memberListText: () => knowledge.listText,
      opened: (watch, reply) => this.opened(watch, reply),
      heard: (watch, ear, reply) => this.heard(watch, ear, reply),
      removed: () => this.post({ is: "removed" }),
    });
    this.steward = new Steward(identity, this.letters, post, (memberList) => this.keepList(memberList));
    this.cameras.set(learned.household?.cameras ?? []);
    this.cameras.rekey(held.keys);
  }

  /** Somebody is about to enter. */
  approach(): void {
    this.held.links.dial();
  }

  /**
   * Somebody enters: dials, and meanwhile shows what was kept from the last time: paler, with the time at which it was taken. Once the
   * relay is reached, and it is known how far it is, the home is written to.
   */
  async start(): Promise<void> {
    this.links.dial();
    this.tell();
    this.ticking = setInterval(() => this.tick(), TOLD_EACH_MILLIS);
    this.kept = this.keepsakes.show(this.cameras.entries()).catch((fault: unknown) => console.error("what was kept is not shown", fault));
    await Promise.all([this.kept, this.sessions.openAll()]);
  }

  /** Lets go of links, decoders and storage; nothing is told any more. */
  close(): void {
    clearInterval(this.ticking);
    this.attention.seen();
    this.inquiry.stop();
    this.resuming.stop();
    this.sessions.stop();
    this.links.stop();
    this.letters.abandon();
    this.cameras.watches().forEach((watch) => watch.close());
    this.held.leave();
  }

  paintOn(camera: CameraId, canvas: OffscreenCanvas): void {
    this.cameras.paintOn(camera, canvas);
  }

  /** It is shown in so many pixels of the screen by now; 0 when it is out of sight. */
  sized(camera: CameraId, heightPixels: number): void {
    const watch = this.cameras.get(camera);
    if (watch !== undefined) this.sessions.sized(camera, watch, heightPixels);
  }

  /** Whether somebody wants to save data. */
  savesData(isSaving: boolean): void {
    this.carried.saves(isSaving);
    this.sessions.lineChanged();
  }

  /** One camera is heard at a time. */
  listen(camera: CameraId, port: MessagePort): void {
    this.hush();
    const watch = this.cameras.get(camera);
    if (watch === undefined) return port.close();
    watch.ear = new Ear(camera, port, (hearing) => this.post({ is: "hearing", camera, hearing }));
    void this.sessions.listen(camera, watch);
  }

  heardAt(camera: CameraId, captureMicros: number, playedMicros: number): void {
    this.cameras.get(camera)?.heardAt(captureMicros, playedMicros);
  }

  hush(): void {
    for (const [camera, watch] of this.cameras.entries()) this.hushOne(camera, watch);
  }

  /** Not confirmed before the home has said so. */
  async order(key: string, order: Order): Promise<void> {
    await this.steward.carryOut(key, order);
    await this.inquiry.now();
  }

  /** The answer comes as what was used. */
  async askUsed(): Promise<void> {
    await this.meter.putAway(new Date());
    this.post({ is: "used", used: await this.held.store.used() });
  }

  askRelay(): void {
    this.links.askRelay();
  }

  /** Nobody sees the page: after a moment it rests. */
  hidden(): void {
    this.attention.hidden();
  }

  /** Lets go of every decoder, and of what the home would send for nobody. The last pictures stay, and grow old. */
  rest(): void {
    this.sessions.looksAway = true;
    for (const watch of this.cameras.watches()) this.sessions.end(watch.rest());
  }

  /** Somebody looks again. */
  wake(): void {
    this.sessions.looksAway = false;
    if (this.isOnOtherNetwork) this.networkChanged();
    this.cameras.watches().forEach((watch) => watch.isInSight && watch.wake());
    void this.sessions.openAll();
  }

  hurry(): void {
    this.attention.seen();
    this.links.hurry();
    void this.sessions.beat();
  }

  /** The device is on another network, or on one again; while nobody looks that can wait. */
  networkChanged(): void {
    this.isOnOtherNetwork = !this.isWatched;
    if (this.isWatched) this.links.networkChanged();
  }

  /** Whether anybody sees or hears anything. */
  private get isWatched(): boolean {
    return !this.sessions.looksAway || this.cameras.watches().some(({ ear }) => ear !== undefined);
  }

  /**
   * What has to be asked of the home. While links go on, nothing: leases stand, and what it says unasked has come. After a
   * short absence whether it knows the sessions yet; after a long one all.
   */
  private async up(certificate: string, online: boolean, goesOn: boolean): Promise<void> {
    reach("linked");
    const isAllAsked = this.absence.isLong(now()) || this.manages;
    this.isBack = !goesOn && !isAllAsked;
    await this.certificate(certificate);
    this.relay = "up";
    this.returningSince = undefined;
    if (!goesOn) this.homeSince = undefined; // it has its time to be heard again
    const knewHome = this.homeSince !== undefined;
    if (online && !knewHome) this.resume(isAllAsked);
    this.online(online);
  }

  /** Who manages sees invites, too, and no card tells of these. */
  private get manages(): boolean {
    const { device } = this.held.identity;
    return this.household?.devices.find((one) => one.device === device)?.terms.rights.manage ?? true;
  }

  private silent(isSilent: boolean): void {
    this.relay = isSilent ? "down" : "up";
    if (this.homeSince !== undefined) this.homeSince = now(); // it could not be heard meanwhile
    this.tick();
  }

  private online(online: boolean): void {
    this.homeSince = online ? (this.homeSince ?? now()) : undefined;
    if (!online) {
      this.letters.abandon(); // what was on its way to the home is lost
      this.askStills();
    }
    this.tick();
  }

  /** @param isLong whether what the home said unasked may be lost, so that it is asked for all */
  private resume(isLong: boolean): void {
    const open = this.cameras.watches().map(({ session }) => ({ session, hash: session.hash }));
    void this.sessions.resume().then(() => {
      const isForgotten = open.some(({ session, hash }) => hash !== undefined && session.hash !== hash);
      if (isLong || isForgotten || this.inquiry.isOwed) return this.inquiry.now();
      return undefined;
    });
  }

  private down({ bye, backSoonMillis }: LastWord): void {
    if (backSoonMillis !== undefined && this.relay === "up") this.returningSince = now();
    this.relay = isReturning(this.returningSince, now()) ? "returning" : relayAfter(bye);
    this.homeSince = undefined;
    this.letters.abandon();
    this.tick();
  }

  private async receive(message: FromRelay): Promise<void> {
    switch (message.type) {
      case "letter":
        return this.letters.receive(message.letter);
      case "card":
        return this.card(message.card);
      case "certificate":
        return this.certificate(message.certificate);
      case "known": {
        const { type, ...known } = message;
        return this.post({ is: "relay-knows", known });
      }
      case "online":
        if (message.online) this.resuming.ask();
        return this.online(message.online);
      default:
        return undefined; // nothing that is said to a device that is in
    }
  }

  private async certificate(text: string): Promise<void> {
    if (!(await this.held.knowledge.certificate(text))) return;
    this.letters.speaksTo(this.held.knowledge.home);
    for (const watch of this.cameras.watches()) watch.gate.speaksTo(this.held.knowledge.home);
  }

  private carries(bitsPerSecond: number): void {
    this.carried.measures(bitsPerSecond);
    this.sessions.lineChanged();
  }

  private async frame({ camera, envelope }: FrameMessage): Promise<void> {
    const addressee = this.gates.addressee(camera, this.cameras.ids());
    const watch = addressee === undefined ? undefined : this.cameras.get(addressee);
    if (watch !== undefined) {
      this.meter.count(addressee!, envelope.length);
      this.carried.came(now().monotonicMillis);
      return watch.gate.receive(envelope);
    }
    if (this.cameras.wasWatched(camera)) return;
    this.post({ is: "stray" });
    const name = unlessMalformed(() => parseEnvelope(envelope));
    this.report("stray", camera, "not-opened", name);
  }

  /** The relay keeps the newest: one that is new to who was away tells that the home has ruled something meanwhile. */
  private async card(card: string): Promise<void> {
    const { isBack } = this;
    this.isBack = false;
    if ((await this.rekey(card)) && isBack) this.inquiry.ask();
  }

  /** A newer card replaces every key that was held. Whether it was newer. */
  private async rekey(card: string): Promise<boolean> {
    const keys = await this.held.knowledge.keyCard(card);
    if (keys === undefined) return false;
    this.cameras.rekey(keys);
    if (this.relay === "up" && this.homeSince === undefined) this.askStills();
    return true;
  }

  private async opened(watch: CameraWatch, reply: Answered<"open">): Promise<void> {
    reach("opened");
    const { card, memberList } = reply.answer;
    await Promise.all([this.keepList(memberList), this.rekey(card), this.kept]);
    if (watch.isOver) return this.sessions.end(reply.request);
    watch.opened(reply);
    if (!this.sessions.isLookedAt(watch)) this.sessions.end(watch.rest()); // it was asked for before
    this.tick();
  }

  private async heard(watch: CameraWatch, ear: Ear, reply: Answered<"open">): Promise<void> {
    const { card, memberList } = reply.answer;
    await Promise.all([this.keepList(memberList), this.rekey(card)]);
    if (watch.ear !== ear) return this.sessions.end(reply.request); // whoever it was opened for listens no more
    watch.heardOpened(reply);
  }

  /** A home that contradicts the list that it gave before has forgotten something, and is shown that. */
  private async keepList(memberList: string): Promise<void> {
    if (await this.held.knowledge.memberList(memberList)) void this.sessions.showList();
  }

  /** Without the home nobody names what is newest; the card still opens the stills that the relay keeps. */
  private askStills(): void {
    void this.kept.then(() => {
      for (const { camera, kid } of this.cameras.heldKeys()) {
        if (trackOf(kid) === TRACK.still) this.cameras.get(camera)?.askStill(kid);
      }
    });
  }

  private learn(answer: HouseholdAnswer): void {
    const { name, devices, invites, privacy, zone } = answer;
    this.name = name;
    this.household = { devices, invites, privacy, zone };
    this.cameras.set(answer.cameras);
    for (const { camera, state, rights, closure } of answer.cameras) {
      const watch = this.cameras.get(camera)!;
      watch.camera = state;
      if (watch.allow(rights, closure[0])) this.keepsakes.forgetStill(camera);
    }
    this.tell();
    void this.sessions.openAll();
    this.keepsakes.learned(answer.name, this.cameras.names(), this.letters.clockOffsetMicros);
  }

  private begin(camera: CameraId): CameraWatch {
    const watch = new CameraWatch(this.gates, this.held.identity.household, camera, this.held.knowledge.home, {
      subscribe: (kid, first) => this.links.subscribe(camera, kid, first),
      unsubscribe: (track) => this.links.unsubscribe(camera, track),
      undecodable: () => void this.sessions.openInstead(camera),
      refused: (reason, name) => this.report(camera, camera, reason, name),
      waits: () => this.sessions.beatSoon(),
      keepStill: (picture) => this.keepsakes.keepStill(camera, picture),
      replaced: (session) => this.sessions.end(session),
      keepCodec: (codec) => this.keepsakes.keepCodec(camera, codec),
      now,
      isLive: (captureMicros) => this.freshness.isLive(captureMicros, now()),
      changed: () => this.teller.tellTile(camera),
    });
    const codec = this.keepsakes.codecOf(camera);
    if (codec !== undefined) watch.expect(codec);
    return watch;
  }

  private end(camera: CameraId, watch: CameraWatch): void {
    this.teller.forget(camera);
    this.hushOne(camera, watch);
    for (const track of watch.subscribedTracks()) this.links.unsubscribe(camera, track);
    this.sessions.end(watch.session.hash);
  }

  private hushOne(camera: CameraId, watch: CameraWatch): void {
    const ear = watch.hush();
    if (ear === undefined) return;
    this.links.unsubscribe(camera, TRACK.sound);
    this.sessions.end(ear.session.hash);
  }

  private report(limit: CameraId | "stray", camera: CameraId, reason: ReportReason, name: FrameName | undefined): void {
    if (!this.reports.allows(limit, now().monotonicMillis)) return;
    const { kid, number } = name ?? UNREADABLE;
    void this.letters.ask("report", { camera, kid, number, reason });
  }

  /** What changes with time alone, and what went quiet. */
  private tick(): void {
    if (this.isHomeThere) this.absence.isHere(now());
    this.links.check(this.isWatched);
    this.meter.tick(new Date());
    this.teller.tellTrouble();
    for (const camera of this.cameras.ids()) this.teller.tellTile(camera);
    this.sessions.beatInTime(this.isHomeThere);
    this.carried.check();
    if (this.carried.isUnderrated) this.sessions.lineChanged();
    if (this.sessions.mediaIsBehind(MEDIA_BEHIND_MICROS)) this.links.renewMedia();
  }

  private get isHomeThere(): boolean {
    return this.relay === "up" && this.homeSince !== undefined;
  }

  private way(): Way {
    const { relay, returningSince, homeSince } = this;
    return { relay, returningSince, homeSince, isBehind: this.sessions.isBehind };
  }

  private tell(): void {
    const { household, device: thisDevice } = this.held.identity;
    const cameras = this.cameras.entries().map(([camera, { name, rights, closure }]) => ({ camera, name, rights, closure }));
    this.post({ is: "household", view: { household, thisDevice, name: this.name, cameras, told: this.household } });
    this.tick();
  }
}

function now(): Now {
  return { monotonicMillis: performance.now(), wallMillis: Date.now() };
}
