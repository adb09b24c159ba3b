const TAPS = 16;
const PHASES = 64;

/**
 * Reads sound between its samples: windowed sinc over 16 of them, so that a telephone's 8 kHz plays at 48 kHz without the
 * rough edge of straight lines.
 */
export class Resampler {
  private readonly kernel: Float32Array;

  /** @param cutoff what is kept, in parts of the source's bandwidth: below 1 when the output is slower than the source */
  constructor(cutoff: number) {
    this.kernel = new Float32Array((PHASES + 1) * TAPS);
    for (let phase = 0; phase <= PHASES; phase++) {
      const at = phase * TAPS;
      let sum = 0;
      for (let tap = 0; tap < TAPS; tap++) {
        const x = tap - (TAPS / 2 - 1) - phase / PHASES;
        const weight = cutoff * sinc(cutoff * x) * blackman(x / (TAPS / 2));
        this.kernel[at + tap] = weight;
        sum += weight;
      }
      for (let tap = 0; tap < TAPS; tap++) this.kernel[at + tap]! /= sum; // silence of any level stays as it is
    }
  }

  /** How many samples behind the one at the position must be there. */
  static readonly AHEAD = TAPS / 2;

  /** The level at a position in a ring whose length is a power of two. */
  at(ring: Float32Array, position: number): number {
    const whole = Math.floor(position);
    const phase = Math.round((position - whole) * PHASES) * TAPS;
    const first = whole - (TAPS / 2 - 1);
    const mask = ring.length - 1;
    let sum = 0;
    for (let tap = 0; tap < TAPS; tap++) sum += this.kernel[phase + tap]! * ring[(first + tap) & mask]!;
    return sum;
  }
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** From 1 in the middle to 0 at -1 and 1. */
function blackman(x: number): number {
  return Math.abs(x) >= 1 ? 0 : 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);
}
