import { decodeBase64url, encodeBase64url } from "./codec/base64url";
import { type Bytes, join, label, utf8 } from "./codec/bytes";
import { decodeUtf8 } from "./codec/json";
import { Malformed } from "./codec/malformed";
import { exactly, members, words } from "./codec/shape";
import { statementOf } from "./statement";
import { origin as readOrigin } from "./origin";
import { deviceId, type HouseholdId, householdId, idBytes } from "./ids";
import { terms } from "./rights";

const SECRET_BYTES = 16;

/** What an invite's link says (formats, section 7). The secret is good once, and for ten minutes. */
export interface PairingLink {
  readonly household: HouseholdId;
  readonly secret: Bytes;
  /** The relay, for example `https://relay.example`. */
  readonly origin: string;
}

/** Reads the fragment of a pairing link, without its `#`. */
export function parsePairingFragment(fragment: string): PairingLink {
  const [word, version, household, secret, origin, ...more] = fragment.split("/");
  if (word !== "pair" || version !== "1" || more.length > 0) throw new Malformed("pairing-link");
  if (household === undefined || secret === undefined || origin === undefined) throw new Malformed("pairing-link");
  const secretBytes = decodeBase64url("pairing-link.secret", secret);
  if (secretBytes.length !== SECRET_BYTES) throw new Malformed("pairing-link.secret");
  return {
    household: householdId(household, "pairing-link.household"),
    secret: secretBytes,
    origin: readOrigin(
      decodeUtf8("pairing-link.origin", decodeBase64url("pairing-link.origin", origin)),
      "pairing-link.origin",
    ),
  };
}

/** What a pairing link's fragment says, without its `#`. */
export function pairingFragment({ household, secret, origin }: PairingLink): string {
  return `pair/1/${household}/${encodeBase64url(secret)}/${encodeBase64url(utf8(origin))}`;
}

/** The home's answer, opened. */
export const enrolAnswer = members({
  certificate: statementOf("home-certificate"),
  device: deviceId,
  memberList: statementOf("member-list"),
  name: words,
  nonce: exactly(16),
  root: exactly(32),
  terms,
});

export function enrolToHomeAad(household: HouseholdId, origin: string): Bytes {
  return join(label("mashrabiya/v1/enrol-to-home"), idBytes(household), utf8(origin));
}

export function enrolToDeviceAad(firstMessageHash: Bytes, origin: string): Bytes {
  return join(label("mashrabiya/v1/enrol-to-device"), firstMessageHash, utf8(origin));
}
