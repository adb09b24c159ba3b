import { items, members, oneOf, type Read, text, whole, words } from "./codec/shape";
import { Malformed } from "./codec/malformed";
import { type CameraId, cameraId, MAX_CAMERAS } from "./ids";
import { byCamera, checked, week } from "./rights";

const MAX_BY = 64;

/** Why a camera is closed to everybody now: by whom and since when, both empty or 0 where the week's hours did it. */
const closureShape = members({ by: upTo(MAX_BY), sinceMicros: whole, untilMicros: whole });
export type Closure = ReturnType<typeof closureShape>;
export const closure: Read<readonly Closure[]> = items(closureShape, 1);

const hand = members({ by: words, shutter: oneOf("closed", "open"), sinceMicros: whole, untilMicros: whole });

/** When something is private: what somebody last said, as long as it holds, goes before the week's hours. */
const privacyShape = members({ hand: items(hand, 1), week });
export type Privacy = ReturnType<typeof privacyShape>;

export const housePrivacy = members({
  cameras: checked(items(members({ camera: cameraId, privacy: privacyShape }), MAX_CAMERAS), byCamera),
  house: privacyShape,
});
export type HousePrivacy = ReturnType<typeof housePrivacy>;

export const NEVER: Privacy = { hand: [], week: [] };

/** What the camera has of its own. */
export function privacyOf({ cameras }: HousePrivacy, camera: CameraId): Privacy {
  return cameras.find((one) => one.camera === camera)?.privacy ?? NEVER;
}

function upTo(characters: number): Read<string> {
  return (value, at) => {
    const read = text(value, at);
    if (read.length > characters) throw new Malformed(at);
    return read;
  };
}
