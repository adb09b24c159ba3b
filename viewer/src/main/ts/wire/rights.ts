import { flag, items, members, oneOf, type Read, type Shaped, whole } from "./codec/shape";
import { Malformed } from "./codec/malformed";
import { isAscending } from "./codec/bytes";
import { type CameraId, cameraId, idBytes, MAX_CAMERAS } from "./ids";

/** What a device may do at a camera (formats, section 6). */
export const RIGHTS = ["listen", "talk", "view"] as const;
export type Right = (typeof RIGHTS)[number];

const MAX_HOURS = 14;
const MINUTES_OF_DAY = 1_440;

/** Ascending, so each at most once. */
export const rightSet: Read<readonly Right[]> = checked(items(oneOf(...RIGHTS), RIGHTS.length), rises);

const rightsShape = members({
  cameras: checked(items(members({ camera: cameraId, rights: rightSet }), MAX_CAMERAS), byCamera),
  everywhere: rightSet,
  manage: flag,
});

/** What a device may do: everywhere, and at `cameras` in place of that. */
export type Rights = ReturnType<typeof rightsShape>;

const hoursShape = members({
  days: checked(items(whole, 7), rises),
  fromMinute: whole,
  toMinute: whole,
});

/** Hours that come back each week, by the clock on the home's wall: days from 1 (Monday), minutes from midnight. */
export type Hours = ReturnType<typeof hoursShape>;

const hours: Read<Hours> = (value, at) => {
  const read = hoursShape(value, at);
  const { days, fromMinute, toMinute } = read;
  const areHours = fromMinute < MINUTES_OF_DAY && toMinute > fromMinute && toMinute - fromMinute <= MINUTES_OF_DAY;
  if (!areHours || days.length === 0 || days.some((day) => day < 1 || day > 7)) throw new Malformed(at);
  return read;
};

export type Week = readonly Hours[];
export const week: Read<Week> = items(hours, MAX_HOURS);

const termsShape = { rights: rightsShape, untilMicros: whole, week };

/** What a device may do, and when: `untilMicros` 0 is for good, an empty week is any time. */
export type Terms = Shaped<typeof termsShape>;

export const terms: Read<Terms> = (value, at) => {
  const read = members(termsShape)(value, at);
  if (read.rights.manage && (read.untilMicros !== 0 || read.week.length > 0)) throw new Malformed(at);
  return read;
};

export function rightsAt({ rights }: Terms, camera: CameraId): readonly Right[] {
  return rights.cameras.find((one) => one.camera === camera)?.rights ?? rights.everywhere;
}

/** What is keyed by cameras stands in the order of their bytes. */
export function byCamera(entries: readonly { readonly camera: CameraId }[]): boolean {
  return isAscending(entries.map(({ camera }) => idBytes(camera)));
}

function rises<T extends string | number>(all: readonly T[]): boolean {
  return all.every((one, index) => index === 0 || all[index - 1]! < one);
}

export function checked<T>(read: Read<readonly T[]>, isRight: (all: readonly T[]) => boolean): Read<readonly T[]> {
  return (value, at) => {
    const all = read(value, at);
    if (!isRight(all)) throw new Malformed(at);
    return all;
  };
}

/** The same rights at these cameras and none elsewhere. */
export function onlyAt(cameras: readonly CameraId[], rights: readonly Right[]): Rights {
  const inOrder = [...cameras].sort((one, other) => compare(idBytes(one), idBytes(other)));
  return { manage: false, everywhere: [], cameras: inOrder.map((camera) => ({ camera, rights })) };
}

function compare(one: Uint8Array, other: Uint8Array): number {
  const at = one.findIndex((byte, index) => byte !== other[index]);
  return at < 0 ? 0 : one[at]! - other[at]!;
}

/** Everything, for good. */
export const FULL: Terms = { rights: { manage: true, everywhere: RIGHTS, cameras: [] }, untilMicros: 0, week: [] };
