/** A decoded picture, whichever way it was decoded. */
export type Decoded = VideoFrame | ImageBitmap;

/** Paints one camera's canvas in its picture's own size. Until there is a canvas it keeps the newest picture. */
export class Painter {
  private canvas: OffscreenCanvas | undefined;
  private context: OffscreenCanvasRenderingContext2D | null = null;
  private kept: Decoded | undefined;

  paintOn(canvas: OffscreenCanvas): void {
    this.canvas = canvas;
    this.context = canvas.getContext("2d", { alpha: false });
    const { kept } = this;
    this.kept = undefined;
    if (kept !== undefined) this.paint(kept);
  }

  /** Nothing is to be seen any more. */
  clear(): void {
    this.kept?.close();
    this.kept = undefined;
    if (this.canvas !== undefined) this.context?.clearRect(0, 0, this.canvas.width, this.canvas.height);
  }

  /** Takes the picture over and closes it. False when there is no canvas yet. */
  paint(picture: Decoded): boolean {
    if (this.canvas === undefined) {
      this.kept?.close();
      this.kept = picture;
      return false;
    }
    const [width, height] = sizeOf(picture);
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    this.context?.drawImage(picture, 0, 0, width, height);
    picture.close();
    return true;
  }
}

function sizeOf(picture: Decoded): [width: number, height: number] {
  return "displayWidth" in picture ? [picture.displayWidth, picture.displayHeight] : [picture.width, picture.height];
}
