import { decodeBase64url, encodeBase64url } from "./codec/base64url";
import { type Bytes, utf8 } from "./codec/bytes";
import { decodeUtf8, type Json, parseJsonBytes, writeJson } from "./codec/json";
import { Malformed } from "./codec/malformed";
import type { Read } from "./codec/shape";

/** The types of statements (formats, sections 2, 6 and 7), without their common beginning. */
export type StatementType = string;

const PREFIX = "mashrabiya/v1/";
const MAX_CHARACTERS = 131_072;
const SIGNATURE_BYTES = 64;
const HEADER = /^\{"alg":"Ed25519","typ":"mashrabiya\/v1\/([a-z-]{1,64})"\}$/;

/**
 * A signed statement (RFC 7515 compact form, `alg` Ed25519 of RFC 9864) that is well-formed and of which *nothing is
 * proven yet*: what it says is reached by `verified` of the crypt room, or by `unproven`, which says so.
 */
export class Statement {
  private constructor(
    /** The exact text received, over which its hash is taken. */
    readonly text: string,
    readonly type: StatementType,
    private readonly payload: Json,
    /** The bytes under the signature. */
    readonly signed: Bytes,
    readonly signature: Bytes,
  ) {}

  static parse(text: string): Statement {
    const parts = text.length <= MAX_CHARACTERS ? text.split(".") : [];
    const [header, payload, signature] = parts;
    if (parts.length !== 3 || header === undefined || payload === undefined || signature === undefined) {
      throw new Malformed("statement");
    }
    const type = HEADER.exec(decodeUtf8("statement.header", decodeBase64url("statement.header", header)))?.[1];
    if (type === undefined) throw new Malformed("statement.header");
    const signatureBytes = decodeBase64url("statement.signature", signature);
    if (signatureBytes.length !== SIGNATURE_BYTES) throw new Malformed("statement.signature");
    const json = parseJsonBytes("statement.payload", decodeBase64url("statement.payload", payload));
    return new Statement(text, type, json, utf8(`${header}.${payload}`), signatureBytes);
  }

  /** What the statement says, before anybody has checked who signed it. */
  unproven<T>(type: StatementType, read: Read<T>): T {
    if (this.type !== type) throw new Malformed(type);
    return read(this.payload, type);
  }
}

/** The text that is signed: header and payload, ready for `.signature`. */
export function unsigned(type: StatementType, payload: Json): string {
  const header = `{"alg":"Ed25519","typ":"${PREFIX}${type}"}`;
  return `${encodeBase64url(utf8(header))}.${encodeBase64url(utf8(writeJson(payload)))}`;
}

/** A type with its beginning, as labels and `info` need it. */
export function fullType(type: StatementType): string {
  return PREFIX + type;
}
