import { same } from "../wire/codec/bytes";
import { type Certificate, certificate } from "../wire/certificate";
import type { Bytes } from "../wire/codec/bytes";
import { unlessMalformed } from "../wire/codec/malformed";
import { type DeviceId, deviceIdOf, type HouseholdId, householdIdOf } from "../wire/ids";
import { type MemberList, memberList } from "../wire/memberList";
import { Statement } from "../wire/statement";
import { VerifyingKey, verified } from "./sign";

/** A home whose certificate was proven: the only keys that speak for a household. */
export interface Home {
  /** The certificate as it was received. */
  readonly text: string;
  readonly certificate: Certificate;
  readonly key: VerifyingKey;
}

/** Proves a certificate for that household and, where one is pinned, by exactly that root. */
export async function proveHome(text: string, household: HouseholdId, pinnedRoot: Bytes): Promise<Home | undefined> {
  const statement = unlessMalformed(() => Statement.parse(text));
  if (statement === undefined) return undefined;
  const read = unlessMalformed(() => statement.unproven("home-certificate", certificate));
  if (read === undefined || !(await isOfOurRoot(statement, read, household, pinnedRoot))) return undefined;
  return { text, certificate: read, key: await VerifyingKey.of(read.sign) };
}

/**
 * Whose household it is, and who said so, is settled by the root that was pinned.
 *
 * @check
 */
async function isOfOurRoot(
  statement: Statement,
  said: Certificate,
  household: HouseholdId,
  pinnedRoot: Bytes,
): Promise<boolean> {
  if (said.household !== household || !same(said.root, pinnedRoot)) return false;
  if ((await householdIdOf(pinnedRoot)) !== household) return false;
  return (await VerifyingKey.of(pinnedRoot)).verifies(statement.signature, statement.signed);
}

/** Proves a member list: the home signed it, and every id in it is the hash of the key beside it. */
export async function proveMembers(text: string, household: HouseholdId, home: Home): Promise<MemberList | undefined> {
  const statement = unlessMalformed(() => Statement.parse(text));
  if (statement === undefined) return undefined;
  const list = await verified(statement, "member-list", home.key, memberList);
  if (list === undefined || list.household !== household || list.serial !== home.certificate.serial) return undefined;
  const ids = await Promise.all(list.members.map(({ sign }) => deviceIdOf(household, sign)));
  return ids.every((id, index) => id === list.members[index]!.device) ? list : undefined;
}

export function isMember(list: MemberList, device: DeviceId): boolean {
  return list.members.some((member) => member.device === device);
}
