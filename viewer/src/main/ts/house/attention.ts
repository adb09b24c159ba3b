const PATIENCE_MILLIS = 10_000;

/** Whether anybody sees the page. Who looks away for a moment only misses nothing. */
export class Attention {
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private isAway = false;

  constructor(
    private readonly away: () => void,
    private readonly back: () => void,
    private readonly patienceMillis = PATIENCE_MILLIS,
  ) {}

  hidden(): void {
    if (this.isAway || this.waiting !== undefined) return;
    this.waiting = setTimeout(() => {
      this.waiting = undefined;
      this.isAway = true;
      this.away();
    }, this.patienceMillis);
  }

  seen(): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    if (!this.isAway) return;
    this.isAway = false;
    this.back();
  }
}
