// A worker for one test only: the proof that the proof can fail.
//
// It is the shipped viewer with nothing standing before the decoder: it asks for no key, verifies no signature, knows no
// replay, and takes a camera that is not the household's for one that is. A test that finds no foreign picture with the
// shipped worker has to find one with this, or it proves nothing. No flag in shipped code leads here: the test serves
// the shipped files with this bundle in the place of `house/worker.js`.
//
// It cannot decrypt for want of keys, so it goes with homes that do not encrypt: in their envelopes the place of the
// SFrame ciphertext is taken by captureMicros u64 || 64 bytes of any kind || picture. All else (links, letters, cards)
// is as it always is.

import type { Gate, GateEvents, Gates } from "../../../../main/ts/house/gate";
import { run } from "../../../../main/ts/house/run";
import type { Bytes } from "../../../../main/ts/wire/codec/bytes";
import { KIND, parseEnvelope, parseOpened } from "../../../../main/ts/wire/envelope";
import type { CameraId } from "../../../../main/ts/wire/ids";
import type { Kid } from "../../../../main/ts/wire/kid";
import type { Opened } from "../../../../main/ts/wire/letters";

class OpenGate implements Gate {
  private readonly following = new Map<Kid, number>();
  private hasKey = false;

  constructor(private readonly events: GateEvents) {}

  async receive(envelope: Bytes): Promise<void> {
    const name = parseEnvelope(envelope);
    const { captureMicros, picture } = parseOpened(name.sealed);
    this.following.set(name.kid, name.number + 1);
    this.hasKey ||= name.kind !== KIND.delta;
    this.events.letIn({ name, captureMicros, picture, complete: this.hasKey, paint: true, envelope });
  }

  opened(answer: Opened): void {
    for (const { kid, first } of answer.tracks) this.following.set(kid, first);
  }

  async next(kid: Kid): Promise<number> {
    return this.following.get(kid) ?? 0;
  }

  decoderLost(): void {
    this.hasKey = false;
  }

  speaksTo(): void {}
  rekeyed(): void {}
  beatAnswered(): void {}
}

/** Cameras that came from elsewhere, each on a tile of its own as long as there are any. */
const strays: CameraId[] = [];

const openGates: Gates = {
  make: (_household, _camera, _home, events) => new OpenGate(events),
  addressee: (claimed, watched) => {
    if (watched.includes(claimed)) return claimed;
    if (!strays.includes(claimed)) strays.push(claimed);
    return watched[strays.indexOf(claimed) % watched.length];
  },
};

run(self as unknown as Parameters<typeof run>[0], openGates);
