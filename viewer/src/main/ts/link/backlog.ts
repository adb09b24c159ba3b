const MOST_BYTES = 16 * 1024 * 1024;
const MOST_FRAMES = 2_048;

/**
 * Frames that came and are not dealt with yet, over all media links that a household had, one after the other. A relay
 * that keeps to what was acknowledged stays at a quarter of this; one that does not shall not fill the memory.
 */
export class Backlog {
  private bytes = 0;
  private frames = 0;

  get isFull(): boolean {
    return this.bytes > MOST_BYTES || this.frames > MOST_FRAMES;
  }

  add(sizeBytes: number): void {
    this.bytes += sizeBytes;
    this.frames++;
  }

  done(sizeBytes: number): void {
    this.bytes -= sizeBytes;
    this.frames--;
  }
}
