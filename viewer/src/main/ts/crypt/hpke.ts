import { type Bytes, join, u16, utf8 } from "../wire/codec/bytes";
import { aeadOpen, aeadSeal, importAead } from "./aead";
import { hkdf, hkdfExtract } from "./hkdf";

/**
 * HPKE (RFC 9180), base mode, single shot, of one suite: DHKEM(X25519, HKDF-SHA256) 0x0020, HKDF-SHA256 0x0001,
 * AES-256-GCM 0x0002.
 */
const VERSION = utf8("HPKE-v1");
const KEM_SUITE = join(utf8("KEM"), u16(0x0020));
const SUITE = join(utf8("HPKE"), u16(0x0020), u16(0x0001), u16(0x0002));
const EMPTY = new Uint8Array();
const BASE_MODE = Uint8Array.of(0);
const ENC_BYTES = 32;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
let noPskIdHash: Promise<Bytes> | undefined;

/** A recipient's pair; the private key need not be extractable. */
export interface KemPair {
  readonly privateKey: CryptoKey;
  readonly publicBytes: Bytes;
}

/** Seals to a public key: `enc` (32 bytes), then the ciphertext. */
export async function hpkeSeal(recipient: Bytes, info: Bytes, aad: Bytes, plaintext: Bytes): Promise<Bytes> {
  const ephemeral = (await crypto.subtle.generateKey("X25519", false, ["deriveBits"])) as CryptoKeyPair;
  return hpkeSealWith(ephemeral, recipient, info, aad, plaintext);
}

/** Seals with a pair that must never be used twice; apart from `hpkeSeal` only vectors do that. */
export async function hpkeSealWith(
  ephemeral: CryptoKeyPair,
  recipient: Bytes,
  info: Bytes,
  aad: Bytes,
  plaintext: Bytes,
): Promise<Bytes> {
  const enc = new Uint8Array(await crypto.subtle.exportKey("raw", ephemeral.publicKey));
  const shared = await sharedSecret(ephemeral.privateKey, recipient, enc, recipient);
  const { key, nonce } = await schedule(shared, info);
  return join(enc, await aeadSeal(key, nonce, aad, plaintext));
}

/** Nothing when it does not open. */
export async function hpkeOpen(recipient: KemPair, info: Bytes, aad: Bytes, sealed: Bytes): Promise<Bytes | undefined> {
  if (sealed.length < ENC_BYTES + TAG_BYTES) return undefined;
  const enc = sealed.slice(0, ENC_BYTES);
  let shared: Bytes;
  try {
    shared = await sharedSecret(recipient.privateKey, enc, enc, recipient.publicBytes);
  } catch {
    return undefined; // a point of small order, whose shared secret would be all zeros
  }
  const { key, nonce } = await schedule(shared, info);
  return aeadOpen(key, nonce, aad, sealed.subarray(ENC_BYTES));
}

async function sharedSecret(own: CryptoKey, other: Bytes, enc: Bytes, recipient: Bytes): Promise<Bytes> {
  const publicKey = await crypto.subtle.importKey("raw", other, "X25519", false, []);
  const dh = new Uint8Array(await crypto.subtle.deriveBits({ name: "X25519", public: publicKey }, own, 256));
  const ikm = labeledIkm(KEM_SUITE, "eae_prk", dh);
  const info = labeledInfo(KEM_SUITE, "shared_secret", join(enc, recipient), 32);
  return hkdf("SHA-256", EMPTY, ikm, info, 32);
}

async function schedule(shared: Bytes, info: Bytes): Promise<{ key: CryptoKey; nonce: Bytes }> {
  const [pskIdHash, infoHash] = await Promise.all([
    (noPskIdHash ??= hkdfExtract(EMPTY, labeledIkm(SUITE, "psk_id_hash", EMPTY))), // in base mode always the same
    hkdfExtract(EMPTY, labeledIkm(SUITE, "info_hash", info)),
  ]);
  const context = join(BASE_MODE, pskIdHash, infoHash);
  const secret = labeledIkm(SUITE, "secret", EMPTY);
  const [key, nonce] = await Promise.all([
    hkdf("SHA-256", shared, secret, labeledInfo(SUITE, "key", context, KEY_BYTES), KEY_BYTES),
    hkdf("SHA-256", shared, secret, labeledInfo(SUITE, "base_nonce", context, NONCE_BYTES), NONCE_BYTES),
  ]);
  return { key: await importAead(key), nonce };
}

function labeledIkm(suite: Bytes, name: string, ikm: Bytes): Bytes {
  return join(VERSION, suite, utf8(name), ikm);
}

function labeledInfo(suite: Bytes, name: string, info: Bytes, sizeBytes: number): Bytes {
  return join(u16(sizeBytes), VERSION, suite, utf8(name), info);
}
