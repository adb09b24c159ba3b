import { type Bytes, join, u16, u64, utf8 } from "../wire/codec/bytes";
import { type SframeHeader } from "../wire/sframe";
import { aeadOpen, importAead } from "./aead";
import { hkdf } from "./hkdf";

/** SFrame (RFC 9605) with AES_256_GCM_SHA512_128. */
const SUITE = u16(0x0005);
const KEY_BYTES = 32;
const NONCE_BYTES = 12;

/** The key and salt of one KID (RFC 9605, section 4.4.2). */
export class SframeKey {
  private constructor(
    private readonly key: CryptoKey,
    private readonly salt: Bytes,
  ) {}

  static async derive(kid: number, baseKey: Bytes): Promise<SframeKey> {
    const [key, salt] = await Promise.all([
      hkdf("SHA-512", new Uint8Array(), baseKey, labelOf("SFrame 1.0 Secret key ", kid), KEY_BYTES),
      hkdf("SHA-512", new Uint8Array(), baseKey, labelOf("SFrame 1.0 Secret salt ", kid), NONCE_BYTES),
    ]);
    return new SframeKey(await importAead(key), salt);
  }

  /** Nothing when it does not open under this key, header and metadata. */
  async open(
    header: Pick<SframeHeader, "counter" | "bytes">,
    metadata: Bytes,
    sealed: Bytes,
  ): Promise<Bytes | undefined> {
    return aeadOpen(this.key, this.nonce(header.counter), join(header.bytes, metadata), sealed);
  }

  /** The salt, with the counter laid over its end. */
  private nonce(counter: number): Bytes {
    const nonce = this.salt.slice();
    const bytes = u64(counter);
    for (let index = 0; index < bytes.length; index++) {
      nonce[NONCE_BYTES - bytes.length + index]! ^= bytes[index]!;
    }
    return nonce;
  }
}

function labelOf(text: string, kid: number): Bytes {
  return join(utf8(text), u64(kid), SUITE);
}
