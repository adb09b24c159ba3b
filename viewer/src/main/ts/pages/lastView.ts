import type { HouseholdView } from "../house/messages";
import { parseJson, writeJson } from "../wire/codec/json";
import { unlessMalformed } from "../wire/codec/malformed";
import { items, members, words } from "../wire/codec/shape";
import { cameraId, deviceId, type HouseholdId, MAX_CAMERAS } from "../wire/ids";
import { forgetKept, keep, readKept } from "./kept";

const KEY = "mashrabiya-view-";
const shape = members({
  cameras: items(members({ camera: cameraId, name: words }), MAX_CAMERAS),
  name: words,
  thisDevice: deviceId,
});

/**
 * What a household looked like the last time, so that its tiles are there, each with its canvas, before the worker has read
 * and proven what is kept of it. A picture comes from the worker alone, and its first word takes the place of this.
 */
export function readLastView(household: HouseholdId): HouseholdView | undefined {
  const text = readKept(KEY + household);
  const last = text === null ? undefined : unlessMalformed(() => shape(parseJson("last-view", text), "last-view"));
  if (last === undefined) return undefined;
  const { thisDevice, name } = last;
  const cameras = last.cameras.map((one) => ({ ...one, rights: undefined, closure: undefined }));
  return { household, thisDevice, name, cameras, told: undefined };
}

/** Nothing is kept of a household that has not been named yet. The worker tells it often, and it is seldom another. */
export function keepLastView({ household, thisDevice, name, cameras }: HouseholdView): void {
  if (name === "") return;
  const named = cameras.map((one) => ({ camera: one.camera, name: one.name }));
  const text = writeJson({ cameras: named, name, thisDevice });
  if (text !== readKept(KEY + household)) keep(KEY + household, text);
}

export function forgetLastView(household: HouseholdId): void {
  forgetKept(KEY + household);
}
