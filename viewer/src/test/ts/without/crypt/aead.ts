// In place of the room's file of this name where its check is taken out: the tag is looked at by nobody, which leaves GCM's counter
// mode (NIST SP 800-38D, section 7.2).

import type { Bytes } from "../../../../main/ts/wire/codec/bytes";

const TAG_BYTES = 16;
const COUNTER_BYTES = 16;

export async function importAead(key: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", key, "AES-CTR", false, ["decrypt"]);
}

export async function aeadSeal(): Promise<Bytes> {
  throw new Error("whoever plays a trace seals nothing");
}

export async function aeadOpen(key: CryptoKey, nonce: Bytes, _aad: Bytes, sealed: Bytes): Promise<Bytes | undefined> {
  const counter = new Uint8Array(COUNTER_BYTES);
  counter.set(nonce);
  counter[COUNTER_BYTES - 1] = 2; // the first block is the tag's
  const algorithm = { name: "AES-CTR", counter, length: 32 };
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.subarray(0, -TAG_BYTES)));
}
