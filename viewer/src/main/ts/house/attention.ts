const PATIENCE_MILLIS = 10_000;

/** Whether anybody sees the page, or what lies on it. Who looks away for a moment only misses nothing. */
export class Attention {
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private away = false;

  constructor(
    private readonly wentAway: () => void,
    private readonly cameBack: () => void,
    private readonly patienceMillis = PATIENCE_MILLIS,
  ) {}

  hidden(): void {
    if (this.away || this.waiting !== undefined) return;
    this.waiting = setTimeout(() => {
      this.waiting = undefined;
      this.away = true;
      this.wentAway();
    }, this.patienceMillis);
  }

  seen(): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    if (!this.away) return;
    this.away = false;
    this.cameBack();
  }

  get isAway(): boolean {
    return this.away;
  }

  /** Nobody is told anything any more. */
  stop(): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
  }
}
