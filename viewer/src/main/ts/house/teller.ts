import type { HouseTrouble } from "../accept/houseTrouble";
import type { TileState } from "../accept/tileState";
import type { CameraId } from "../wire/ids";
import type { FromHouse } from "./messages";

/** What may be said at this moment. */
export interface Sayings {
  /** Of a camera and its picture; nothing of one that is not watched. */
  tile(camera: CameraId): TileState | undefined;
  /** Of the whole house, if anything is wrong with it. */
  trouble(): HouseTrouble | undefined;
}

/** Tells the page what may be said by now, where that is not what it was told last. */
export class Teller {
  private readonly tiles = new Map<CameraId, string>();
  private toldTrouble: HouseTrouble | undefined;

  constructor(
    private readonly sayings: Sayings,
    private readonly post: (message: FromHouse) => void,
  ) {}

  tellTrouble(): void {
    const trouble = this.sayings.trouble();
    if (trouble === this.toldTrouble) return;
    this.toldTrouble = trouble;
    this.post({ is: "trouble", trouble });
  }

  tellTile(camera: CameraId): void {
    const state = this.sayings.tile(camera);
    const text = JSON.stringify(state);
    if (state === undefined || this.tiles.get(camera) === text) return;
    this.tiles.set(camera, text);
    this.post({ is: "tile", camera, state });
  }

  /** It is gone: should it come again, all is news. */
  forget(camera: CameraId): void {
    this.tiles.delete(camera);
  }
}
