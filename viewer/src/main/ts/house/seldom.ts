/**
 * Does something at once when it is asked for, and then at most once in a while: what is asked for meanwhile is done
 * when that is over. So nothing is missed, and whoever repeats a message that was genuine once cannot make this device
 * send a letter for each.
 */
export class Seldom {
  private doneAt = -Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly eachMillis: number,
    private readonly work: () => void,
  ) {}

  ask(): void {
    if (this.timer !== undefined) return;
    const waitMillis = this.doneAt + this.eachMillis - performance.now();
    if (waitMillis <= 0) this.act();
    else this.timer = setTimeout(() => this.act(), waitMillis);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private act(): void {
    this.timer = undefined;
    this.doneAt = performance.now();
    this.work();
  }
}
