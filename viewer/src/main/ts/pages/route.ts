import { unlessMalformed } from "../wire/codec/malformed";
import { type PairingLink, parsePairingFragment } from "../wire/enrolment";
import { type CameraId, cameraId, type HouseholdId, householdId } from "../wire/ids";

/** Where in the viewer somebody is; it lies in the address's fragment, which no server ever sees. */
export type Route =
  | { readonly at: "start" }
  | { readonly at: "pair"; readonly link: PairingLink | undefined }
  | { readonly at: "grid"; readonly household: HouseholdId }
  | { readonly at: "camera"; readonly household: HouseholdId; readonly camera: CameraId }
  | { readonly at: Room; readonly household: HouseholdId };

/** The pages of a household beside its pictures. */
export const ROOMS = ["devices", "privacy", "settings", "help"] as const;
export type Room = (typeof ROOMS)[number];

export function isRoom(page: string): page is Room {
  return (ROOMS as readonly string[]).includes(page);
}

/** Reads a fragment without its `#`. An address that means nothing leads to the start. */
export function parseRoute(fragment: string): Route {
  if (fragment.startsWith("pair/")) return { at: "pair", link: unlessMalformed(() => parsePairingFragment(fragment)) };
  return unlessMalformed(() => parseHouse(fragment.split("/"))) ?? { at: "start" };
}

function parseHouse([word, id, page, camera, ...more]: readonly string[]): Route | undefined {
  if (word !== "h" || id === undefined || more.length > 0) return undefined;
  const household = householdId(id, "route");
  if (page === undefined) return { at: "grid", household };
  if (isRoom(page) && camera === undefined) return { at: page, household };
  if (page === "c" && camera !== undefined) return { at: "camera", household, camera: cameraId(camera, "route") };
  return undefined;
}

export function gridPath(household: HouseholdId): string {
  return `#h/${household}`;
}

export function cameraPath(household: HouseholdId, camera: CameraId): string {
  return `${gridPath(household)}/c/${camera}`;
}

export function roomPath(household: HouseholdId, room: Room): string {
  return `${gridPath(household)}/${room}`;
}
