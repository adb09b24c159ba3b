import { Acceptance, type Arrival, type Released } from "../accept/acceptance";
import { openFrame } from "../crypt/frame";
import type { Home } from "../crypt/home";
import { SframeKey } from "../crypt/sframe";
import type { Bytes } from "../wire/codec/bytes";
import { unlessMalformed } from "../wire/codec/malformed";
import { parseEnvelope, type SealedFrame } from "../wire/envelope";
import type { CameraId, HouseholdId } from "../wire/ids";
import type { CardKey } from "../wire/keyCard";
import type { Kid } from "../wire/kid";
import type { Opened } from "../wire/letters";
import type { Gate, GateEvents, Gates } from "./gate";

/** The gates of everything that is shipped: each frame is opened and proven, or it stays outside. */
export const sealedGates: Gates = {
  make: (household, camera, home, events) => new SealedGate(household, camera, home, events),
  addressee: (claimed, watched) => watched.find((camera) => isAddressee(camera, claimed)),
};

/**
 * What comes for one camera is never another's.
 *
 * @check
 */
function isAddressee(watched: CameraId, claimed: CameraId): boolean {
  return watched === claimed;
}

/** Judges, opens and proves one camera's frames, strictly in the order in which they came. */
class SealedGate implements Gate {
  private readonly acceptance = new Acceptance();
  private keys = new Map<Kid, Promise<SframeKey>>();
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly household: HouseholdId,
    private readonly camera: CameraId,
    private home: Home,
    private readonly events: GateEvents,
  ) {}

  receive(envelope: Bytes): Promise<void> {
    return this.parsed(envelope, (frame) => this.judge(frame));
  }

  receiveKept(envelope: Bytes): Promise<void> {
    return this.parsed(envelope, (frame) => this.follow(frame, this.acceptance.kept(frame)));
  }

  speaksTo(home: Home): void {
    this.home = home;
  }

  rekeyed(keys: readonly CardKey[]): void {
    const held = this.keys;
    this.keys = new Map(keys.map(({ kid, baseKey }) => [kid, held.get(kid) ?? SframeKey.derive(kid, baseKey)]));
    this.release(this.acceptance.rekeyed(new Set(this.keys.keys())));
  }

  opened(answer: Opened, sentMillis: number): void {
    this.release(this.acceptance.opened(answer.epoch, answer.tracks, sentMillis));
  }

  beatAnswered(epoch: number, sentMillis: number): void {
    this.release(this.acceptance.beatAnswered(epoch, sentMillis));
  }

  async next(kid: Kid): Promise<number> {
    await this.turn;
    return this.acceptance.next(kid);
  }

  decoderLost(): void {
    this.acceptance.decoderLost();
  }

  private parsed(envelope: Bytes, judge: (frame: SealedFrame) => Promise<void>): Promise<void> {
    return this.inTurn(async () => {
      const frame = unlessMalformed(() => parseEnvelope(envelope));
      if (frame === undefined) return this.events.refused("malformed", undefined);
      await judge(frame);
    });
  }

  private judge(frame: SealedFrame): Promise<void> {
    return this.follow(frame, this.acceptance.arrives(frame, this.events.nowMillis()));
  }

  private async follow(frame: SealedFrame, arrival: Arrival): Promise<void> {
    switch (arrival.is) {
      case "to-open":
        return this.open(frame);
      case "refused":
        return this.events.refused(arrival.reason, frame);
      case "waits":
        return this.events.waits();
      case "superseded":
      case "overflowed":
        return undefined;
    }
  }

  private async open(frame: SealedFrame): Promise<void> {
    const key = await this.keys.get(frame.kid);
    if (key === undefined) return; // a newer card took it away in this very moment
    const outcome = await openFrame(this.household, this.camera, frame, key, this.home.key);
    if (outcome.is === "refused") return this.events.refused(outcome.reason, frame);
    const { captureMicros, picture } = outcome.frame;
    const { complete, paint } = this.acceptance.accepted(frame, captureMicros);
    this.events.letIn({ name: frame, captureMicros, picture, complete, paint, envelope: frame.envelope });
  }

  private release({ again, refused }: Released): void {
    for (const frame of refused) this.events.refused("unknown-epoch", frame);
    for (const frame of again) void this.inTurn(() => this.judge(frame));
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(work).catch((fault: unknown) => console.error("a frame was dropped", fault));
    return this.turn;
  }
}
