import type { Pair } from "./pair";

/** Answers of the home may be under way for so long. */
const LEAST_MILLIS = 2_000;
const MOST_MILLIS = 5_000;

/**
 * Links that are left for others, until all that was said on them before has come: the relay answers in order, and so what
 * it was asked last is answered last. Their pictures end when the others have some.
 */
export class Farewell {
  private isAll = false;
  private isOver = false;

  constructor(
    readonly pair: Pair,
    private readonly sinceMillis: number,
    /** It is over; whether all had come. */
    private readonly ended: (isAll: boolean) => void,
  ) {
    pair.ask();
  }

  /** Whether no others have pictures yet. */
  get bringsPictures(): boolean {
    return this.pair.isMediaUp;
  }

  othersBringPictures(): void {
    this.pair.closeMedia();
  }

  /** All came that was said before they were left. */
  allCame(): void {
    this.isAll = true;
  }

  /** Called now and then. */
  check(nowMillis: number): void {
    const since = nowMillis - this.sinceMillis;
    const isDone = this.isAll && !this.bringsPictures && since >= LEAST_MILLIS;
    if (isDone || since >= MOST_MILLIS) this.end();
  }

  end(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.pair.close();
    this.ended(this.isAll);
  }
}
