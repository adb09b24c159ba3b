/**
 * What came and is not dealt with yet, over all links of one kind that a household had, one after the other. A relay that
 * keeps to the protocol stays far below its limits; one that does not shall not fill the memory.
 */
export class Backlog {
  private bytes = 0;
  private messages = 0;

  constructor(
    private readonly mostBytes: number,
    private readonly mostMessages: number,
  ) {}

  get isFull(): boolean {
    return this.bytes > this.mostBytes || this.messages > this.mostMessages;
  }

  add(sizeBytes: number): void {
    this.bytes += sizeBytes;
    this.messages++;
  }

  done(sizeBytes: number): void {
    this.bytes -= sizeBytes;
    this.messages--;
  }
}
