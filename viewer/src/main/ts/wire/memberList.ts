import { Malformed } from "./codec/malformed";
import { exactly, items, members, type Read, whole } from "./codec/shape";
import { deviceId, householdId } from "./ids";

const MAX_MEMBERS = 256;

const unordered = members({
  household: householdId,
  members: items(members({ device: deviceId, sign: exactly(32) }), MAX_MEMBERS),
  serial: whole,
  version: whole,
});

export type MemberList = ReturnType<typeof unordered>;

/** Who may open a device's link, as the home says (formats, section 2): ascending by device. */
export const memberList: Read<MemberList> = (value, at) => {
  const list = unordered(value, at);
  if (!list.members.every((member, index) => index === 0 || list.members[index - 1]!.device < member.device)) {
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

export function isOlder(one: Edition, other: Edition): boolean {
  return one.serial < other.serial || (one.serial === other.serial && one.version < other.version);
}
