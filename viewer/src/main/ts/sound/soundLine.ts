import { Resampler } from "./resampler";

/** Bounds of what is kept back against the network's unevenness, in seconds. */
const LEAST_RESERVE = 0.01;
const MOST_RESERVE = 0.15;
/** Sound that ran out was kept back too little by about this much. */
const RESERVE_STEP = 0.02;
const RESERVE_EASE = 0.002;
/** More than this above the reserve is late, and left out at once. */
const LATE = 0.1;
const WINDOW_SECONDS = 1;
/** How much faster or slower than it was recorded it may be played: too little to be heard. */
const MOST_BEND = 0.01;
const FADE_SECONDS = 0.004;
const RING_SECONDS = 4;

/**
 * The sound that waits to be played, between a network that brings it unevenly and a loudspeaker that never waits.
 *
 * It keeps back as little as it can: what is never used of its reserve within a second is played off by running a little
 * faster, so that a camera's clock that drifts is followed and sound stays with the picture. What is late is left out;
 * when nothing is left there is silence, and more is kept back from then on. Pure: time passes by pulling.
 */
export class SoundLine {
  private ring = new Float32Array(1);
  private rateHz = 0;
  private resampler = new Resampler(1);
  /** Samples since the beginning, at the source's rate. */
  private written = 0;
  private read = 0;
  private chunk = 0;
  private endMicros = 0;
  private isPlaying = false;
  private bend = 0;
  private reserve = LEAST_RESERVE;
  private leastAhead = Infinity;
  private windowLeft = 0;
  private fade = 0;
  /** How often it ran out, and how often something late was left out. */
  readonly counts = { ranOut: 0, skipped: 0 };

  constructor(private readonly outputHz: number) {}

  /** @param endMicros when the last of it was captured */
  push(samples: Float32Array, rateHz: number, endMicros: number): void {
    if (rateHz !== this.rateHz) this.begin(rateHz);
    this.endMicros = endMicros;
    const mask = this.ring.length - 1;
    for (const sample of samples) this.ring[this.written++ & mask] = sample;
    this.chunk = samples.length;
    if (this.ahead() > this.ring.length / 2 / rateHz) this.skipTo(this.reserve);
  }

  /** Fills the output. */
  pull(output: Float32Array): void {
    const step = (this.rateHz / this.outputHz) * (1 + this.bend);
    for (let index = 0; index < output.length; index++) output[index] = this.next(step);
    this.windowLeft -= output.length / this.outputHz;
    if (this.windowLeft <= 0) this.adapt();
  }

  /** When what is played now was captured; nothing while nothing is. */
  playingMicros(): number | undefined {
    return this.isPlaying ? this.endMicros - this.ahead() * 1_000_000 : undefined;
  }

  /** How much waits, in seconds. */
  ahead(): number {
    return this.rateHz === 0 ? 0 : (this.written - this.read) / this.rateHz;
  }

  private next(step: number): number {
    if (!this.isPlaying && !this.isReady()) return 0;
    if (this.written - this.read <= Resampler.AHEAD) return this.runOut();
    const level = this.resampler.at(this.ring, this.read);
    this.read += step;
    this.leastAhead = Math.min(this.leastAhead, this.ahead());
    return this.fade < 1 ? level * this.fadeIn() : level;
  }

  /** It begins once the reserve is there beside the piece that came last. */
  private isReady(): boolean {
    const wanted = this.reserve * this.rateHz + this.chunk;
    if (this.rateHz === 0 || this.written - this.read < wanted) return false;
    this.read = this.written - wanted; // what piled up before is late
    this.isPlaying = true;
    this.fade = 0;
    this.newWindow();
    return true;
  }

  private runOut(): number {
    this.isPlaying = false;
    this.bend = 0;
    this.counts.ranOut++;
    this.reserve = Math.min(MOST_RESERVE, this.reserve + RESERVE_STEP);
    return 0;
  }

  private fadeIn(): number {
    this.fade = Math.min(1, this.fade + 1 / (FADE_SECONDS * this.outputHz));
    return this.fade;
  }

  /** Once a second: what was never needed is too much, and what nearly ran out too little. */
  private adapt(): void {
    if (this.isPlaying && this.leastAhead !== Infinity) {
      const surplus = this.leastAhead - this.reserve;
      if (surplus > LATE) this.skipTo(this.ahead() - surplus);
      this.bend = surplus > LATE ? 0 : Math.max(-MOST_BEND, Math.min(MOST_BEND, surplus / 2));
      this.reserve = Math.max(LEAST_RESERVE, this.reserve - RESERVE_EASE);
    }
    this.newWindow();
  }

  private newWindow(): void {
    this.leastAhead = Infinity;
    this.windowLeft = WINDOW_SECONDS;
  }

  private skipTo(aheadSeconds: number): void {
    this.read = this.written - aheadSeconds * this.rateHz;
    this.fade = 0;
    this.counts.skipped++;
  }

  private begin(rateHz: number): void {
    this.ring = new Float32Array(2 ** Math.ceil(Math.log2(RING_SECONDS * rateHz)));
    this.resampler = new Resampler(Math.min(1, this.outputHz / rateHz));
    this.rateHz = rateHz;
    this.written = this.ring.length; // so that what lies before the first sample is silence
    this.read = this.written;
    this.isPlaying = false;
    this.newWindow();
  }
}
