/** Which of a canvas' pictures is seen by now: what is said of one may not be there before it. */
export class OnScreen {
  private painted: number | undefined;
  private seen: number | undefined;
  private isComing = false;

  /** @param changed another picture is seen */
  constructor(private readonly changed: () => void) {}

  /** When what was painted last was taken. */
  get paintedMicros(): number | undefined {
    return this.painted;
  }

  /** When what is seen was taken. */
  get seenMicros(): number | undefined {
    return this.seen;
  }

  /**
   * The canvas holds another picture.
   *
   * @param isThere whether there is a canvas for it
   * @param saysLive whether what is said of the one before does for it, too
   */
  paint(captureMicros: number, isThere: boolean, saysLive: boolean): void {
    this.painted = captureMicros;
    if (saysLive) this.seen = captureMicros;
    else if (!isThere) this.show();
    else if (!this.isComing) {
      this.isComing = true;
      // With the next frame the canvas is handed to the page, and with the one after that it is seen.
      requestAnimationFrame(() => requestAnimationFrame(() => this.show()));
    }
  }

  /** Nothing is to be seen any more. */
  clear(): void {
    this.painted = this.seen = undefined;
  }

  private show(): void {
    this.isComing = false;
    this.seen = this.painted;
    this.changed();
  }
}
