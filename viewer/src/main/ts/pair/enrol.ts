import { aeadOpen, aeadSeal, importAead } from "../crypt/aead";
import type { DeviceKeys } from "../crypt/deviceKeys";
import { isMember, proveHome, proveMembers } from "../crypt/home";
import { hkdf } from "../crypt/hkdf";
import { sign } from "../crypt/sign";
import type { Identity, Learned } from "../store/householdStore";
import { encodeBase64url } from "../wire/codec/base64url";
import { type Bytes, join, same, utf8 } from "../wire/codec/bytes";
import { parseJsonBytes } from "../wire/codec/json";
import { unlessMalformed } from "../wire/codec/malformed";
import { enrolAnswer, enrolToDeviceAad, enrolToHomeAad, type PairingLink } from "../wire/enrolment";
import { deviceIdOf, idBytes, type InviteId, inviteIdOf, sha256 } from "../wire/ids";
import { listEditionOf } from "../wire/memberList";

/** What pairing brought, proven, and not stored yet. */
export interface Paired {
  readonly identity: Identity;
  readonly learned: Pick<Learned, "certificate" | "memberList" | "household">;
}

const NONCE_BYTES = 12;
const X25519_KEM = 32;

/**
 * A newcomer's side of enrolment (formats, section 7), without the link that carries it.
 *
 * Guarantee: `finish` gives something only for an answer that holder of the invite's secret made for these very keys,
 * with a root that hashes to the household of the link. Nothing is stored here.
 */
export class Enrolment {
  private constructor(
    private readonly link: PairingLink,
    private readonly keys: DeviceKeys,
    readonly invite: InviteId,
    /** The message to the home. */
    readonly message: Bytes,
    private readonly nonce: Bytes,
    private readonly fromHome: CryptoKey,
  ) {}

  /** Keys may be in the making; whoever tries again brings the same ones. */
  static async begin(link: PairingLink, own: Promise<DeviceKeys>, deviceName: string): Promise<Enrolment> {
    const derive = (name: string, size: number): Promise<Bytes> =>
      hkdf("SHA-256", idBytes(link.household), link.secret, utf8(`mashrabiya/v1/${name}`), size);
    const [keys, inviteBytes, toHome, toDevice] = await Promise.all([
      own,
      derive("invite-id", 16),
      derive("enrol-to-home", 32).then(importAead),
      derive("enrol-to-device", 32).then(importAead),
    ]);
    const nonce = crypto.getRandomValues(new Uint8Array(16));
    const statement = await enrolStatement(link, keys, deviceName, nonce);
    const messageNonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const aad = enrolToHomeAad(link.household, link.origin);
    const message = join(messageNonce, await aeadSeal(toHome, messageNonce, aad, utf8(statement)));
    return new Enrolment(link, keys, inviteIdOf(inviteBytes), message, nonce, toDevice);
  }

  /** Nothing unless everything about the answer is proven. */
  async finish(answer: Bytes): Promise<Paired | undefined> {
    const aad = enrolToDeviceAad(await sha256(this.message), this.link.origin);
    const nonce = answer.slice(0, NONCE_BYTES);
    const plaintext =
      nonce.length === NONCE_BYTES && (await aeadOpen(this.fromHome, nonce, aad, answer.subarray(NONCE_BYTES)));
    const read = plaintext && unlessMalformed(() => enrolAnswer(parseJsonBytes("enrolled", plaintext), "enrolled"));
    if (!read || !same(read.nonce, this.nonce)) return undefined;
    return this.prove(read);
  }

  private async prove(answer: ReturnType<typeof enrolAnswer>): Promise<Paired | undefined> {
    const { household, origin } = this.link;
    const device = await deviceIdOf(household, this.keys.signPublic);
    const home = await proveHome(answer.certificate, household, answer.root);
    const list = home && (await proveMembers(answer.memberList, household, home));
    if (!home || !list || answer.device !== device || !isMember(list, device)) return undefined;
    return {
      identity: { household, origin, root: answer.root, device, keys: this.keys },
      learned: {
        certificate: { text: home.text, serial: home.certificate.serial },
        memberList: { text: answer.memberList, ...listEditionOf(list) },
        household: { name: answer.name, cameras: [] },
      },
    };
  }
}

async function enrolStatement(link: PairingLink, keys: DeviceKeys, name: string, nonce: Bytes): Promise<string> {
  const payload = {
    household: link.household,
    kems: [{ kem: X25519_KEM, key: encodeBase64url(keys.kemPublic) }],
    name,
    nonce: encodeBase64url(nonce),
    origin: link.origin,
    sign: encodeBase64url(keys.signPublic),
  };
  return sign("enrol", payload, keys.sign);
}
