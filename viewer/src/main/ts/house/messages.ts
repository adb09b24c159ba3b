import type { HouseTrouble } from "../accept/houseTrouble";
import type { TileState } from "../accept/tileState";
import type { Hearing } from "./ear";
import type { CameraId, DeviceId, HouseholdId } from "../wire/ids";

/** What the pages say to the worker that holds one household's links, keys and decoders. */
export type ToHouse =
  /** Somebody may open it in a moment. */
  | { readonly is: "approach"; readonly household: HouseholdId }
  | { readonly is: "open"; readonly household: HouseholdId }
  | { readonly is: "canvas"; readonly camera: CameraId; readonly canvas: OffscreenCanvas }
  | { readonly is: "remove"; readonly device: DeviceId }
  /** Somebody listens to this camera, and to no other; decoded sound goes to the port. */
  | { readonly is: "listen"; readonly camera: CameraId; readonly port: MessagePort }
  | { readonly is: "hush" }
  /** Its sound of that moment was heard then, by this device's wall clock. */
  | {
      readonly is: "heard";
      readonly camera: CameraId;
      readonly captureMicros: number;
      readonly playedMicros: number;
    }
  /** Somebody looks at the page again, or the network came back. */
  | { readonly is: "hurry" }
  /** Nobody sees the page. */
  | { readonly is: "hidden" };

export interface CameraName {
  readonly camera: CameraId;
  readonly name: string;
}

export interface DeviceRow {
  readonly device: DeviceId;
  readonly name: string;
  readonly enrolledMicros: number;
  readonly lastSeenMicros: number;
}

export interface HouseholdView {
  readonly household: HouseholdId;
  readonly thisDevice: DeviceId;
  readonly name: string;
  readonly cameras: readonly CameraName[];
  /** Nothing until the home has answered. */
  readonly devices: readonly DeviceRow[] | undefined;
}

/** How far the removal of a device has come; only `done` is the home's own word. */
export type RemovalProgress = "asked" | "done" | "unanswered" | "refused";

/** What the worker says to the pages. */
export type FromHouse =
  | { readonly is: "household"; readonly view: HouseholdView }
  | { readonly is: "tile"; readonly camera: CameraId; readonly state: TileState }
  | { readonly is: "removal"; readonly device: DeviceId; readonly progress: RemovalProgress }
  /** How it goes for whom listens to the camera. */
  | { readonly is: "hearing"; readonly camera: CameraId; readonly hearing: Hearing }
  /** What keeps all pictures away, or that nothing does. */
  | { readonly is: "trouble"; readonly trouble: HouseTrouble | undefined }
  /** A picture came for no camera of this household. */
  | { readonly is: "stray" }
  /** This browser holds no such household. */
  | { readonly is: "not-held" }
  /** This browser does not let us read what it holds. */
  | { readonly is: "no-storage" }
  /** This browser is no longer a member: the home itself has said so. */
  | { readonly is: "removed" };
