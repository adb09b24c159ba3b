/** A picture in a window of its own that stays above the others: browsers float videos, so the canvas plays in one. */
export class Floating {
  private video: HTMLVideoElement | undefined;

  static get isSupported(): boolean {
    return document.pictureInPictureEnabled === true && "captureStream" in HTMLCanvasElement.prototype;
  }

  get isShown(): boolean {
    return this.video !== undefined;
  }

  /** From a gesture: floats the canvas, or brings it back. */
  async toggle(canvas: HTMLCanvasElement): Promise<void> {
    if (this.video !== undefined) return this.end();
    const video = document.createElement("video");
    video.muted = true;
    video.srcObject = canvas.captureStream();
    video.addEventListener("leavepictureinpicture", () => void this.end());
    this.video = video;
    await video.play();
    await video.requestPictureInPicture();
  }

  /** The picture is closed: it shall not float on. */
  async end(): Promise<void> {
    const { video } = this;
    this.video = undefined;
    if (video === undefined) return;
    if (document.pictureInPictureElement === video) await document.exitPictureInPicture();
    for (const track of (video.srcObject as MediaStream).getTracks()) track.stop();
    video.srcObject = null;
  }
}
