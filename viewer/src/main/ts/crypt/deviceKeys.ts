import type { Bytes } from "../wire/codec/bytes";

/** A device's own keys (design, section 6). The private halves cannot leave the browser: they are not extractable. */
export interface DeviceKeys {
  readonly sign: CryptoKey;
  readonly signPublic: Bytes;
  readonly kem: CryptoKey;
  readonly kemPublic: Bytes;
}

export async function makeDeviceKeys(): Promise<DeviceKeys> {
  const [sign, kem] = (await Promise.all([
    crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]),
    crypto.subtle.generateKey("X25519", false, ["deriveBits"]),
  ])) as [CryptoKeyPair, CryptoKeyPair];
  const [signPublic, kemPublic] = await Promise.all([raw(sign.publicKey), raw(kem.publicKey)]);
  return { sign: sign.privateKey, signPublic, kem: kem.privateKey, kemPublic };
}

async function raw(key: CryptoKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.exportKey("raw", key));
}
