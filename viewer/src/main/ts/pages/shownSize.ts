import { Attention } from "../house/attention";

/** Two sizes are all that matters: what is shown no higher than that looks the same with a camera's smaller stream. */
const SMALL_PIXELS = 640;
const LARGE_PIXELS = 1_080;
/** What is about to be scrolled to is made ready. */
const NEAR = "200px";

/**
 * Tells in how many pixels of the screen an element is shown: in steps, and only when it is another; and 0 once it has been out
 * of sight for a while.
 */
export class ShownSize {
  private pixels = 0;
  private readonly attention: Attention;
  private readonly size = new ResizeObserver(([entry]) => entry && this.measured(entry.contentRect.height));
  private readonly sight = new IntersectionObserver((entries) => this.seen(entries.at(-1)!.isIntersecting), { rootMargin: NEAR });

  /** @param isElsewhere whether it is seen somewhere else than on the page */
  constructor(
    private readonly changed: (heightPixels: number) => void,
    isElsewhere: () => boolean,
    patienceMillis?: number,
  ) {
    this.attention = new Attention(
      () => isElsewhere() || this.changed(0),
      () => this.changed(this.pixels),
      patienceMillis,
    );
  }

  of(element: Element): void {
    this.size.observe(element);
    this.sight.observe(element);
  }

  stop(): void {
    this.size.disconnect();
    this.sight.disconnect();
    this.attention.stop();
  }

  private seen(isSeen: boolean): void {
    if (isSeen) this.attention.seen();
    else this.attention.hidden();
  }

  private measured(height: number): void {
    const pixels = height * devicePixelRatio <= SMALL_PIXELS ? SMALL_PIXELS : LARGE_PIXELS;
    if (height === 0 || pixels === this.pixels) return;
    this.pixels = pixels;
    if (!this.attention.isAway) this.changed(pixels);
  }
}
