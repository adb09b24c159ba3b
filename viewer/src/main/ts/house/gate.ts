import type { Home } from "../crypt/home";
import type { Bytes } from "../wire/codec/bytes";
import type { FrameName } from "../wire/envelope";
import type { CameraId, HouseholdId } from "../wire/ids";
import type { CardKey } from "../wire/keyCard";
import type { Kid } from "../wire/kid";
import type { Opened, ReportReason } from "../wire/letters";

/** A picture that was let in. */
export interface Picture {
  readonly name: FrameName;
  readonly captureMicros: number;
  readonly picture: Bytes;
  /** Whether the decoder has everything that it builds on. */
  readonly complete: boolean;
  readonly paint: boolean;
  /** As it came, still sealed. */
  readonly envelope: Bytes;
}

export interface GateEvents {
  letIn(picture: Picture): void;
  /** A frame was refused; without a name when it was not even readable. */
  refused(reason: ReportReason, name: FrameName | undefined): void;
  /** A frame waits for a key or for the home's word: ask now rather than later. */
  waits(): void;
  /** Of this device's monotonic clock. */
  nowMillis(): number;
}

/** What stands before one camera's decoder: only what a gate lets in is ever painted. */
export interface Gate {
  /** A frame came over the link. */
  receive(envelope: Bytes): Promise<void>;
  /** A still that this device had kept. It proves itself like every other; that it is of an old epoch is nobody's lie. */
  receiveKept(envelope: Bytes): Promise<void>;
  speaksTo(home: Home): void;
  rekeyed(keys: readonly CardKey[]): void;
  opened(answer: Opened, sentMillis: number): void;
  beatAnswered(epoch: number, sentMillis: number): void;
  /** The number of this KID to ask for next, once all that was received before has been judged. */
  next(kid: Kid): Promise<number>;
  decoderLost(): void;
}

/** How a household's gates are made, and whom a frame is for. Shipped code has one such composition: `sealedGates`. */
export interface Gates {
  make(household: HouseholdId, camera: CameraId, home: Home, events: GateEvents): Gate;
  /** Which watched camera a frame goes to, by what the relay wrote on it. */
  addressee(claimed: CameraId, watched: readonly CameraId[]): CameraId | undefined;
}
