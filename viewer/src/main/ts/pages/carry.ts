import type { CameraId } from "../wire/ids";

/** The order after a camera was put in another's place; those between move up. */
export function moved(order: readonly CameraId[], camera: CameraId, to: CameraId): readonly CameraId[] {
  const [from, place] = [order.indexOf(camera), order.indexOf(to)];
  if (from < 0 || place < 0 || from === place) return order;
  return order.toSpliced(from, 1).toSpliced(place, 0, camera);
}

/** A picture that is carried to another place by its name: where it is over now, and where it was let go. */
export class Carry {
  private carried: CameraId | undefined;

  constructor(
    private readonly cameraAt: (x: number, y: number) => CameraId | undefined,
    private readonly drop: (camera: CameraId, to: CameraId) => void,
  ) {}

  get camera(): CameraId | undefined {
    return this.carried;
  }

  take(camera: CameraId): void {
    this.carried = camera;
  }

  /** Pictures make room while another is carried over them. */
  over(x: number, y: number): void {
    const to = this.cameraAt(x, y);
    if (this.carried !== undefined && to !== undefined && to !== this.carried) this.drop(this.carried, to);
  }

  letGo(): void {
    this.carried = undefined;
  }
}
