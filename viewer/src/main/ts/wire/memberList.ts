import { isAscending } from "./codec/bytes";
import { Malformed } from "./codec/malformed";
import { exactly, items, members, type Read, whole } from "./codec/shape";
import { deviceId, householdId, idBytes } from "./ids";

const MAX_MEMBERS = 256;

const unordered = members({
  household: householdId,
  members: items(members({ device: deviceId, sign: exactly(32) }), MAX_MEMBERS),
  ruledMicros: whole,
  serial: whole,
  version: whole,
});

export type MemberList = ReturnType<typeof unordered>;

/** Who may open a device's link, as the home says (formats, section 2): ascending by the bytes of the device's id. */
export const memberList: Read<MemberList> = (value, at) => {
  const list = unordered(value, at);
  if (!isAscending(list.members.map(({ device }) => idBytes(device)))) {
    throw new Malformed(at);
  }
  return list;
};

/** The order of lists and of cards: by serial, then by version. */
export interface Edition {
  readonly serial: number;
  readonly version: number;
}

export const NO_EDITION: Edition = { serial: 0, version: 0 };

/**
 * Which list it is, and of which past: a copy of a home that forgot what was ruled rules later, so that its lists have
 * other times than those that it has forgotten, at every version.
 */
export interface ListEdition extends Edition {
  /** The home's clock at the ruling that made this version. */
  readonly ruledMicros: number;
}

export const NO_LIST: ListEdition = { ...NO_EDITION, ruledMicros: 0 };

export function listEditionOf({ ruledMicros, serial, version }: ListEdition): ListEdition {
  return { ruledMicros, serial, version };
}

/** Whether both are of one version and different: no home that forgot nothing signed both. */
export function contradict(one: ListEdition, other: ListEdition): boolean {
  return one.serial === other.serial && one.version === other.version && one.ruledMicros !== other.ruledMicros;
}

/** Who issues them gives each a number of its own, so that one of the same number is the same or none of theirs. */
export function isNewer(one: Edition, other: Edition): boolean {
  return one.serial > other.serial || (one.serial === other.serial && one.version > other.version);
}
