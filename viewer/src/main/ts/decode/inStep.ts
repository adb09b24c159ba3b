import type { Decoded } from "./painter";

/** Sound that comes a little behind what is seen seems right: so it is with whatever happens at some distance. */
const LEEWAY_MICROS = 40_000;
/** Pictures are held back by no more than that, whatever the sound does. */
const MOST_MICROS = 400_000;
/** And no more of them: decoders have few pictures to give away. */
const MOST_HELD = 10;

interface Held {
  readonly picture: Decoded;
  readonly captureMicros: number;
  /** Since when it could have been shown. */
  readonly sinceMicros: number;
}

/**
 * Keeps pictures and sound of one camera in step: while somebody listens, a picture is held back until about the sound of its moment
 * is heard. Without sound every picture is shown at once.
 */
export class InStep {
  private soundLagMicros: number | undefined;
  private readonly held: Held[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly paint: (picture: Decoded, captureMicros: number) => void,
    /** This device's clock; how it stands to the home's does not matter. */
    private readonly nowMicros: () => number,
  ) {}

  /** Sound of that moment was heard then, by this device's clock. */
  heard(captureMicros: number, playedMicros: number): void {
    this.soundLagMicros = playedMicros - captureMicros;
  }

  /** Nobody listens any more. */
  silence(): void {
    this.soundLagMicros = undefined;
    this.release(Infinity);
  }

  show(picture: Decoded, captureMicros: number): void {
    this.held.push({ picture, captureMicros, sinceMicros: this.nowMicros() });
    this.tick();
  }

  close(): void {
    clearTimeout(this.timer);
    for (const { picture } of this.held.splice(0)) picture.close();
  }

  private tick(): void {
    clearTimeout(this.timer);
    const now = this.nowMicros();
    if (this.soundLagMicros === undefined) return this.release(Infinity);
    this.release(now);
    const next = this.held[0];
    if (next !== undefined) this.timer = setTimeout(() => this.tick(), (this.dueMicros(next) - now) / 1000);
  }

  private release(untilMicros: number): void {
    while (this.held.length > 0 && (this.held.length > MOST_HELD || this.dueMicros(this.held[0]!) <= untilMicros)) {
      const { picture, captureMicros } = this.held.shift()!;
      this.paint(picture, captureMicros);
    }
  }

  private dueMicros({ captureMicros, sinceMicros }: Held): number {
    const due = captureMicros + (this.soundLagMicros ?? 0) - LEEWAY_MICROS;
    return Math.min(due, sinceMicros + MOST_MICROS);
  }
}
