import { type Bytes } from "../wire/codec/bytes";

/** HKDF (RFC 5869), extract and expand in one. */
export async function hkdf(
  hash: "SHA-256" | "SHA-512",
  salt: Bytes,
  ikm: Bytes,
  info: Bytes,
  sizeBytes: number,
): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", ikm, "HKDF", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits({ name: "HKDF", hash, salt, info }, key, sizeBytes * 8);
  return new Uint8Array(bits);
}

/** HKDF-Extract alone: HMAC keyed by the salt. An empty salt is a hash's length of zeros (RFC 5869, section 2.2). */
export async function hkdfExtract(salt: Bytes, ikm: Bytes): Promise<Bytes> {
  const raw = salt.length > 0 ? salt : new Uint8Array(32);
  const key = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, ikm));
}
