import type { Bytes } from "../wire/codec/bytes";

/** AES-256-GCM with a tag of 16 bytes. */
export async function importAead(key: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]);
}

export async function aeadSeal(key: CryptoKey, nonce: Bytes, aad: Bytes, plaintext: Bytes): Promise<Bytes> {
  const algorithm = { name: "AES-GCM", iv: nonce, additionalData: aad };
  return new Uint8Array(await crypto.subtle.encrypt(algorithm, key, plaintext));
}

/**
 * Nothing when it does not open; why it does not is nobody's business. The tag covers what is sealed and what it is said to be.
 *
 * @check
 */
export async function aeadOpen(key: CryptoKey, nonce: Bytes, aad: Bytes, sealed: Bytes): Promise<Bytes | undefined> {
  try {
    const algorithm = { name: "AES-GCM", iv: nonce, additionalData: aad };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed));
  } catch {
    return undefined;
  }
}
