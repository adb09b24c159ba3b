// A relay that lies for a long time; single exchanges are in vectors.test.ts.

import { Freshness, type Now } from "../../../main/ts/accept/freshness";
import { test } from "../harness";

/** Both clocks of a device that never slept. */
const at = (seconds: number): Now => ({ monotonicMillis: seconds * 1000, wallMillis: 1e12 + seconds * 1000 });
const micros = (seconds: number): number => 1.8e15 + seconds * 1e6;

/** A small generator whose whole state is its seed (xorshift), so that a failure can be run again. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

test("age_tenThousandExchangesDelayedLostAndRepeated_isNeverSmallerThanTheTruth", () => {
  const seed = 20_261_123;
  const random = chance(seed);
  for (let run = 0; run < 10_000; run++) {
    const freshness = new Freshness();
    let time = 100 * random();
    for (let beat = 0; beat < 8; beat++) {
      const sent = time;
      const answered = sent + 6 * random();
      const heard = answered + 6 * random();
      time += 5;
      for (let copy = 0; copy < 3 * random(); copy++) freshness.answered(at(sent), micros(answered), at(heard));
    }
    const now = time + 20 * random();
    const captured = now - 10 * random();
    const bound = freshness.ageMillis(micros(captured), at(now));
    if (bound !== undefined && bound < (now - captured) * 1000 - 0.01) {
      throw new Error(`seed ${seed}, run ${run}: ${bound} ms for a picture of ${(now - captured) * 1000} ms`);
    }
  }
});
