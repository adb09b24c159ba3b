import { unlessMalformed } from "../wire/codec/malformed";
import type { DeviceId, HouseholdId } from "../wire/ids";
import { type CardKey, keyCard, keyCardAad, parseCardKeys } from "../wire/keyCard";
import type { Edition } from "../wire/memberList";
import { Statement } from "../wire/statement";
import type { DeviceKeys } from "./deviceKeys";
import type { Home } from "./home";
import { hpkeOpen } from "./hpke";
import { verified } from "./sign";
import { utf8 } from "../wire/codec/bytes";

/** A card that the home signed for this device, opened. */
export interface OpenedCard {
  readonly edition: Edition;
  readonly keys: readonly CardKey[];
}

const INFO = utf8("mashrabiya/v1/key-card");

/** Nothing for a card that is not this home's, not for this device, or does not open. */
export async function openCard(
  text: string,
  household: HouseholdId,
  device: DeviceId,
  own: DeviceKeys,
  home: Home,
): Promise<OpenedCard | undefined> {
  const statement = unlessMalformed(() => Statement.parse(text));
  if (statement === undefined) return undefined;
  const card = await verified(statement, "key-card", home.key, keyCard);
  if (card === undefined || card.household !== household || card.device !== device) return undefined;
  if (card.serial !== home.certificate.serial) return undefined;
  const aad = keyCardAad(household, device, card, own.kemPublic);
  const plaintext = await hpkeOpen({ privateKey: own.kem, publicBytes: own.kemPublic }, INFO, aad, card.sealed);
  const keys = plaintext && unlessMalformed(() => parseCardKeys(plaintext));
  return keys && { edition: { serial: card.serial, version: card.version }, keys };
}
