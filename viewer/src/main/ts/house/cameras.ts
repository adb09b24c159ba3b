import type { CameraId } from "../wire/ids";
import type { CardKey } from "../wire/keyCard";
import type { CameraWatch } from "./cameraWatch";
import type { CameraName } from "./messages";

/** The cameras of a household, in the home's order, each with the canvas that a page gave for it. */
export class Cameras {
  private readonly watched = new Map<CameraId, CameraWatch>();
  private readonly former = new Set<CameraId>();
  private readonly canvases = new Map<CameraId, OffscreenCanvas>();
  private keys: readonly CardKey[] = [];

  constructor(
    private readonly begin: (camera: CameraId) => CameraWatch,
    private readonly end: (camera: CameraId, watch: CameraWatch) => void,
  ) {}

  /** These are the cameras from now on; others are no longer watched. */
  set(cameras: readonly CameraName[]): void {
    const left = new Map(this.watched);
    this.watched.clear();
    for (const { camera, name } of cameras) {
      const watch = left.get(camera) ?? this.add(camera);
      left.delete(camera);
      watch.name = name;
      this.watched.set(camera, watch);
    }
    for (const [camera, watch] of left) this.drop(camera, watch);
  }

  get(camera: CameraId): CameraWatch | undefined {
    return this.watched.get(camera);
  }

  entries(): readonly [CameraId, CameraWatch][] {
    return [...this.watched];
  }

  ids(): readonly CameraId[] {
    return [...this.watched.keys()];
  }

  watches(): readonly CameraWatch[] {
    return [...this.watched.values()];
  }

  names(): readonly CameraName[] {
    return this.entries().map(([camera, { name }]) => ({ camera, name }));
  }

  /** Whether it was one of ours a while ago, so that what is still on its way is no stranger's. */
  wasWatched(camera: CameraId): boolean {
    return this.former.has(camera);
  }

  /** A newer card's keys replace all that were held; each camera gets its own and no other. */
  rekey(keys: readonly CardKey[]): void {
    this.keys = keys;
    for (const [camera, watch] of this.watched) watch.gate.rekeyed(this.keysOf(camera));
  }

  heldKeys(): readonly CardKey[] {
    return this.keys;
  }

  paintOn(camera: CameraId, canvas: OffscreenCanvas): void {
    this.canvases.set(camera, canvas);
    this.get(camera)?.painter.paintOn(canvas);
  }

  private add(camera: CameraId): CameraWatch {
    const watch = this.begin(camera);
    watch.gate.rekeyed(this.keysOf(camera));
    const canvas = this.canvases.get(camera);
    if (canvas !== undefined) watch.painter.paintOn(canvas);
    this.former.delete(camera);
    return watch;
  }

  private drop(camera: CameraId, watch: CameraWatch): void {
    this.end(camera, watch); // while it knows what it had asked for
    watch.close();
    this.canvases.delete(camera);
    this.former.add(camera);
  }

  private keysOf(camera: CameraId): readonly CardKey[] {
    return this.keys.filter((key) => isOf(camera, key));
  }
}

/**
 * A camera's frames are opened with its own keys.
 *
 * @check
 */
function isOf(camera: CameraId, key: CardKey): boolean {
  return key.camera === camera;
}
