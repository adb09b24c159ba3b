// A worker for one test only: the proof that the proof can fail.
//
// It is the shipped viewer with a careless gate. Where the shipped gate opens a frame as the picture that was *asked
// for* (this household, this camera, this key) and checks who signed it, this one takes any frame that any key in this
// browser opens, of whichever household, and paints it where it came. That is the mistake which the accidents had in
// common: whose picture it is was left to who delivered it. In a browser that is paired with two households, behind a
// relay that swaps them, this worker shows foreign pictures; a test that finds none with the shipped worker has to find
// some with this one, or it proves nothing.
//
// No flag in shipped code leads here: the test answers the request for `house/worker.js` with this bundle.

import { openCard } from "../../../../main/ts/crypt/card";
import { proveHome } from "../../../../main/ts/crypt/home";
import { SframeKey } from "../../../../main/ts/crypt/sframe";
import type { Gate, GateEvents, Gates } from "../../../../main/ts/house/gate";
import { run } from "../../../../main/ts/house/run";
import { HouseholdStore } from "../../../../main/ts/store/householdStore";
import type { Bytes } from "../../../../main/ts/wire/codec/bytes";
import {
  frameMetadata,
  KIND,
  type OpenedFrame,
  parseEnvelope,
  parseOpened,
  type SealedFrame,
} from "../../../../main/ts/wire/envelope";
import type { CameraId, HouseholdId } from "../../../../main/ts/wire/ids";
import type { CardKey } from "../../../../main/ts/wire/keyCard";
import type { Kid } from "../../../../main/ts/wire/kid";

interface AnyKey extends CardKey {
  readonly household: HouseholdId;
  readonly sframe: Promise<SframeKey>;
}

const LOOK_AGAIN_MILLIS = 500;

/** Every content key of every household that this browser holds. */
class AllKeys {
  private keys: readonly AnyKey[] = [];
  private readAt = -Infinity;

  async of(kid: Kid): Promise<readonly AnyKey[]> {
    if (performance.now() - this.readAt > LOOK_AGAIN_MILLIS) {
      this.readAt = performance.now();
      this.keys = (await Promise.all((await HouseholdStore.held()).map(keysOf))).flat();
    }
    return this.keys.filter((key) => key.kid === kid);
  }
}

async function keysOf(household: HouseholdId): Promise<readonly AnyKey[]> {
  const store = await HouseholdStore.open(household);
  const [identity, learned] = await Promise.all([store.identity(), store.learned()]);
  store.close();
  if (identity === undefined || learned.card === undefined || learned.certificate === undefined) return [];
  const home = await proveHome(learned.certificate.text, household, identity.root);
  const card = home && (await openCard(learned.card.text, household, identity.device, identity.keys, home));
  return (card?.keys ?? []).map((key) => ({ ...key, household, sframe: SframeKey.derive(key.kid, key.baseKey) }));
}

const allKeys = new AllKeys();

class CarelessGate implements Gate {
  private hasKeyFrame = false;
  private turn: Promise<void> = Promise.resolve();

  constructor(private readonly events: GateEvents) {}

  receive(envelope: Bytes): Promise<void> {
    this.turn = this.turn.then(() => this.letIn(envelope));
    return this.turn;
  }

  receiveKept(envelope: Bytes): Promise<void> {
    return this.receive(envelope);
  }

  async next(): Promise<number> {
    return 0;
  }

  decoderLost(): void {
    this.hasKeyFrame = false;
  }

  speaksTo(): void {}
  rekeyed(): void {}
  opened(): void {}
  beatAnswered(): void {}

  private async letIn(envelope: Bytes): Promise<void> {
    const name = parseEnvelope(envelope);
    const opened = await openAnyhow(name);
    if (opened === undefined) return;
    this.hasKeyFrame ||= name.kind === KIND.key;
    const complete = this.hasKeyFrame || name.kind === KIND.still;
    this.events.letIn({ name, ...opened, complete, paint: true, envelope });
  }
}

/** By whichever key fits; who signed it is not asked. */
async function openAnyhow(frame: SealedFrame): Promise<OpenedFrame | undefined> {
  for (const { household, camera, sframe } of await allKeys.of(frame.kid)) {
    const header = { counter: frame.number, bytes: frame.header };
    const inside = await (await sframe).open(header, frameMetadata(household, camera, frame), frame.sealed);
    if (inside !== undefined) return parseOpened(inside);
  }
  return undefined;
}

/** A camera of nobody here goes to the tile of whoever comes first. */
const carelessGates: Gates = {
  make: (_household, _camera, _home, events) => new CarelessGate(events),
  addressee: (claimed, watched): CameraId | undefined => (watched.includes(claimed) ? claimed : watched[0]),
};

run(self as unknown as Parameters<typeof run>[0], carelessGates);
