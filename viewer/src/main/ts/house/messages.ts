import type { HouseTrouble } from "../accept/houseTrouble";
import type { TileState } from "../accept/tileState";
import type { Hearing } from "./ear";
import type { DataUsed } from "../store/dataUsed";
import type { CameraId, DeviceId, HouseholdId, InviteId } from "../wire/ids";
import type { FromRelay } from "../wire/control";
import type { Refusal, Requests } from "../wire/letters";
import type { Closure, HousePrivacy } from "../wire/privacy";
import type { Right, Terms } from "../wire/rights";

/** What the pages say to the worker that holds one household's links, keys and decoders. */
export type ToHouse =
  /** Somebody may open it in a moment. */
  | { readonly is: "approach"; readonly household: HouseholdId }
  | { readonly is: "open"; readonly household: HouseholdId }
  | { readonly is: "canvas"; readonly camera: CameraId; readonly canvas: OffscreenCanvas }
  /** In so many pixels of the screen the camera is shown; 0 when it is out of sight. */
  | { readonly is: "sized"; readonly camera: CameraId; readonly heightPixels: number }
  /** Whether somebody wants to save data. */
  | { readonly is: "save-data"; readonly isSaving: boolean }
  /** Somebody who manages wants something of the home; the key names it to the page. */
  | { readonly is: "order"; readonly key: string; readonly order: Order }
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
  /** Somebody wants to know what the relay knows. */
  | { readonly is: "ask-relay" }
  /** Somebody wants to know how much data came. */
  | { readonly is: "ask-used" }
  /** Somebody looks at the page again. */
  | { readonly is: "hurry" }
  /** The device is on another network, or on one again. */
  | { readonly is: "network" }
  /** Nobody sees the page. */
  | { readonly is: "hidden" };

export interface CameraName {
  readonly camera: CameraId;
  readonly name: string;
}

/** What a page may want of the home beside pictures. */
export type Order = { [type in OrderType]: { readonly type: type; readonly members: Requests[type]["members"] } }[OrderType];
type OrderType = "remove" | "invite" | "uninvite" | "set-member" | "set-privacy";

/** How far it has come; only `done` and a refusal's reason are the home's own word. */
export type OrderProgress = "asked" | "done" | "unanswered" | Refusal;

/** A camera as this device may know it. */
export interface CameraRow extends CameraName {
  /** What this device may do there now, were it not closed; nothing known before the home has answered. */
  readonly rights: readonly Right[] | undefined;
  readonly closure: Closure | undefined;
}

export interface InviteRow {
  readonly invite: InviteId;
  readonly terms: Terms;
  readonly untilMicros: number;
}

/** What the home says of its people and their privacy. */
export interface Household {
  readonly devices: readonly DeviceRow[];
  readonly invites: readonly InviteRow[];
  readonly privacy: HousePrivacy;
  /** Where the home's clock hangs, as the IANA database calls it. */
  readonly zone: string;
}

export interface DeviceRow {
  readonly device: DeviceId;
  readonly name: string;
  readonly enrolledMicros: number;
  readonly lastSeenMicros: number;
  readonly terms: Terms;
}

export interface HouseholdView {
  readonly household: HouseholdId;
  readonly thisDevice: DeviceId;
  readonly name: string;
  readonly cameras: readonly CameraRow[];
  /** Nothing until the home has answered. */
  readonly told: Household | undefined;
}

/** The relay's own counts of this household. Its word alone: the home has no part in it. */
export type RelayKnows = Omit<Extract<FromRelay, { type: "known" }>, "type">;

/** What the worker says to the pages. */
export type FromHouse =
  | { readonly is: "household"; readonly view: HouseholdView }
  | { readonly is: "tile"; readonly camera: CameraId; readonly state: TileState }
  | { readonly is: "order"; readonly key: string; readonly order: Order; readonly progress: OrderProgress }
  /** An invite that was asked for is out: whoever opens the viewer with this fragment comes in. */
  | {
      readonly is: "invited";
      readonly key: string;
      readonly invite: InviteId;
      readonly fragment: string;
      readonly untilMicros: number;
    }
  /** How it goes for whom listens to the camera. */
  | { readonly is: "hearing"; readonly camera: CameraId; readonly hearing: Hearing }
  /** What keeps all pictures away, or that nothing does. */
  | { readonly is: "trouble"; readonly trouble: HouseTrouble | undefined }
  /** What the relay says that it knows of this household, in numbers. */
  | { readonly is: "relay-knows"; readonly known: RelayKnows }
  /** How much came, by day and camera. */
  | { readonly is: "used"; readonly used: DataUsed }
  /** A picture came for no camera of this household. */
  | { readonly is: "stray" }
  /** This browser holds no such household. */
  | { readonly is: "not-held" }
  /** This browser does not let us read what it holds. */
  | { readonly is: "no-storage" }
  /** This browser is no longer a member: the home itself has said so. */
  | { readonly is: "removed" };
