// What waits between an uneven network and a loudspeaker that never waits, by hours of made-up time.

import { Resampler } from "../../../main/ts/sound/resampler";
import { SoundLine } from "../../../main/ts/sound/soundLine";
import { equal, table, test } from "../harness";

const OUTPUT_HZ = 48_000;
const QUANTUM = 128;

/** A camera that hears a tone, a network that brings it, and a loudspeaker. All times in seconds of the listener. */
class Listening {
  readonly line = new SoundLine(OUTPUT_HZ);
  readonly heard: number[] = [];
  private now = 0;
  private sent = 0;
  private readonly onTheWay: { readonly at: number; readonly samples: Float32Array }[] = [];

  constructor(
    private readonly rateHz: number,
    private readonly frameSamples: number,
    /** How much faster the camera's clock runs than the loudspeaker's. */
    private readonly drift: number,
    private readonly delay: () => number,
    private readonly tone = 440,
  ) {}

  /** Lets time pass. `keep` collects what is heard. */
  run(seconds: number, keep = false): void {
    const output = new Float32Array(QUANTUM);
    for (const end = this.now + seconds; this.now < end; this.now += QUANTUM / OUTPUT_HZ) {
      this.send();
      while (this.onTheWay.length > 0 && this.onTheWay[0]!.at <= this.now) {
        this.line.push(this.onTheWay.shift()!.samples, this.rateHz, 0);
      }
      this.line.pull(output);
      if (keep) this.heard.push(...output);
    }
  }

  private send(): void {
    const frameSeconds = this.frameSamples / this.rateHz / (1 + this.drift);
    while (this.sent * frameSeconds <= this.now) {
      const samples = Float32Array.from({ length: this.frameSamples }, (_, index) =>
        Math.sin((2 * Math.PI * this.tone * (this.sent * this.frameSamples + index)) / this.rateHz),
      );
      this.sent++;
      const last = this.onTheWay.at(-1)?.at ?? 0;
      this.onTheWay.push({ at: Math.max(last, this.sent * frameSeconds + this.delay()), samples });
    }
  }
}

/** The same numbers at every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** How strong a frequency is, in parts of full scale (Goertzel). */
function strength(samples: readonly number[], frequency: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * frequency) / OUTPUT_HZ);
  let [one, two] = [0, 0];
  for (const sample of samples) [one, two] = [sample + coefficient * one - two, one];
  return (2 * Math.sqrt(Math.max(0, one * one + two * two - coefficient * one * two))) / samples.length;
}

function rms(samples: readonly number[]): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

const cameras: readonly (readonly [string, number, number])[] = [
  ["aTelephonesSound", 8_000, 160],
  ["AacAt16kHz", 16_000, 1_024],
  ["OpusAt48kHz", 48_000, 960],
  ["fasterThanTheLoudspeaker", 96_000, 1_920],
];

table(
  cameras,
  ([name]) => `pull_${name}_isHeardWholeAndInTune`,
  ([, rateHz, frameSamples]) => {
    const listening = new Listening(rateHz, frameSamples, 0, () => 0.005);
    listening.run(20); // until it runs neither faster nor slower
    listening.run(1, true);
    equal(listening.line.counts, { ranOut: 0, skipped: 0 });
    const tone = strength(listening.heard, 440);
    equal(tone > 0.97 && tone < 1.03, true, `the tone's strength, ${tone}`);
    const noise = Math.sqrt(Math.max(0, rms(listening.heard) ** 2 - tone ** 2 / 2));
    equal(noise < 0.02, true, `all that is not the tone, ${noise}`);
  },
);

table(
  [-0.0002, 0.0002, -0.001, 0.001],
  (drift) => `pull_anHourOfAClockThatDriftsBy${drift}_neitherRunsOutNorFallsBehind`,
  (drift) => {
    const listening = new Listening(8_000, 160, drift, () => 0.005);
    listening.run(30);
    let most = 0;
    for (let minute = 0; minute < 60; minute++) {
      listening.run(60);
      most = Math.max(most, listening.line.ahead());
    }
    equal(listening.line.counts, { ranOut: 0, skipped: 0 });
    equal(most < 0.06, true, `the most that waited, ${most} s`);
  },
);

test("pull_unevenNetwork_keepsBackMoreUntilItRunsOutNoMore", () => {
  const random = chance(7);
  const listening = new Listening(16_000, 320, 0, () => 0.005 + 0.08 * random());
  listening.run(60);
  const early = listening.line.counts.ranOut;
  listening.run(60);
  equal(early > 0, true, "it ran out at first");
  equal(listening.line.counts.ranOut - early <= 2, true, `and then ${listening.line.counts.ranOut - early} times`);
  equal(listening.line.ahead() < 0.2, true, `${listening.line.ahead()} s wait`);
});

test("pull_networkHangsAndComesBackWithAll_leavesOutWhatIsLate", () => {
  let hangs = false;
  let now = 0;
  const listening = new Listening(8_000, 160, 0, () => (hangs ? Math.max(0, 6 - now) : 0.005));
  for (; now < 5; now += 0.02) listening.run(0.02);
  hangs = true;
  for (; now < 6; now += 0.02) listening.run(0.02);
  hangs = false;
  for (; now < 9; now += 0.02) listening.run(0.02);
  equal(listening.line.ahead() < 0.15, true, `${listening.line.ahead()} s wait`);
});

test("pull_nothingThere_isSilence", () => {
  const output = new Float32Array(QUANTUM).fill(1);
  new SoundLine(OUTPUT_HZ).pull(output);
  equal(output.every((sample) => sample === 0), true);
});

test("push_whatPiledUpBeforeTheLoudspeakerOpened_isLeftOut", () => {
  const line = new SoundLine(OUTPUT_HZ);
  for (let frame = 0; frame < 100; frame++) line.push(new Float32Array(160), 8_000, 0);
  line.pull(new Float32Array(QUANTUM));
  equal(line.ahead() < 0.04, true, `${line.ahead()} s wait`);
});

test("playingMicros_isWhenWhatIsPlayedNowWasCaptured", () => {
  const line = new SoundLine(OUTPUT_HZ);
  equal(line.playingMicros(), undefined);
  for (let frame = 1; frame <= 4; frame++) line.push(new Float32Array(160), 8_000, 5_000_000 + frame * 20_000);
  line.pull(new Float32Array(480)); // ten milliseconds
  const waiting = line.ahead();
  equal(Math.round(line.playingMicros()!), Math.round(5_080_000 - waiting * 1_000_000));
});

test("push_anotherRate_beginsAnew", () => {
  const line = new SoundLine(OUTPUT_HZ);
  for (let frame = 0; frame < 4; frame++) line.push(new Float32Array(160), 8_000, 0);
  line.push(new Float32Array(960), 48_000, 0);
  equal(line.ahead(), 0.02);
});

test("resampler_constantLevel_staysAsItIs", () => {
  const ring = new Float32Array(64).fill(0.5);
  const resampler = new Resampler(1);
  for (let position = 20; position < 40; position += 0.13) {
    equal(Math.abs(resampler.at(ring, position) - 0.5) < 1e-6, true);
  }
});
