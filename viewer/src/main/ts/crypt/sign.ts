import { encodeBase64url } from "../wire/codec/base64url";
import { type Bytes, utf8 } from "../wire/codec/bytes";
import type { Json } from "../wire/codec/json";
import { unlessMalformed } from "../wire/codec/malformed";
import type { Read } from "../wire/codec/shape";
import { type Statement, type StatementType, unsigned } from "../wire/statement";

/** A public Ed25519 key, imported once. */
export class VerifyingKey {
  private constructor(
    readonly bytes: Bytes,
    private readonly key: CryptoKey,
  ) {}

  static async of(bytes: Bytes): Promise<VerifyingKey> {
    return new VerifyingKey(bytes, await crypto.subtle.importKey("raw", bytes, "Ed25519", true, ["verify"]));
  }

  async verifies(signature: Bytes, signed: Bytes): Promise<boolean> {
    return crypto.subtle.verify("Ed25519", this.key, signature, signed);
  }
}

/** What a statement says, once it is of that type and signed by that key; nothing otherwise. */
export async function verified<T>(
  statement: Statement,
  type: StatementType,
  signer: VerifyingKey,
  read: Read<T>,
): Promise<T | undefined> {
  if (statement.type !== type || !(await isSignedBy(signer, statement))) return undefined;
  return unlessMalformed(() => statement.unproven(type, read));
}

/**
 * Cards, letters and lists are the home's own.
 *
 * @check
 */
function isSignedBy(signer: VerifyingKey, { signature, signed }: Statement): Promise<boolean> {
  return signer.verifies(signature, signed);
}

/** Signs a statement with a device's key. */
export async function sign(type: StatementType, payload: Json, key: CryptoKey): Promise<string> {
  const text = unsigned(type, payload);
  const signature = await crypto.subtle.sign("Ed25519", key, utf8(text));
  return `${text}.${encodeBase64url(new Uint8Array(signature))}`;
}
