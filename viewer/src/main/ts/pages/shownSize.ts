/** Two sizes are all that matters: what is shown no higher than that looks the same with a camera's smaller stream. */
const SMALL_PIXELS = 640;
const LARGE_PIXELS = 1_080;

/** Tells in how many pixels of the screen an element is shown: in steps, and only when it is another. */
export class ShownSize {
  private toldPixels = 0;
  private readonly observer = new ResizeObserver(([entry]) => entry && this.tell(entry.contentRect.height));

  constructor(private readonly changed: (heightPixels: number) => void) {}

  of(element: Element): void {
    this.observer.observe(element);
  }

  stop(): void {
    this.observer.disconnect();
  }

  private tell(height: number): void {
    const pixels = height * devicePixelRatio <= SMALL_PIXELS ? SMALL_PIXELS : LARGE_PIXELS;
    if (height === 0 || pixels === this.toldPixels) return;
    this.toldPixels = pixels;
    this.changed(pixels);
  }
}
