import { decodeBase64url, encodeBase64url } from "./codec/base64url";
import { type Bytes, utf8 } from "./codec/bytes";
import { decodeUtf8, type Json, parseJsonBytes, writeJson } from "./codec/json";
import { Malformed } from "./codec/malformed";
import { type Read, text as readText } from "./codec/shape";

/** The types of letters (formats, section 6), without their common beginning. */
export const LETTER_TYPES = [
  "open",
  "beat",
  "close",
  "household",
  "remove",
  "invite",
  "uninvite",
  "set-member",
  "set-privacy",
  "report",
  "newer",
  "opened",
  "beat-answer",
  "household-answer",
  "invited",
  "ruled",
  "done",
  "refused",
  "household-changed",
] as const;

/** The types of all statements (formats, sections 2, 6 and 7). */
const TYPES = [
  "home-certificate",
  "member-list",
  "key-card",
  "home-link",
  "device-link",
  "enrol",
  ...LETTER_TYPES,
] as const;
export type StatementType = (typeof TYPES)[number];

const PREFIX = "mashrabiya/v1/";
const MAX_CHARACTERS = 262_144;
const SIGNATURE_BYTES = 64;
const HEADER = /^\{"alg":"Ed25519","typ":"mashrabiya\/v1\/([a-z-]+)"\}$/;

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
    const said = HEADER.exec(decodeUtf8("statement.header", decodeBase64url("statement.header", header)))?.[1];
    const type = TYPES.find((one) => one === said);
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

/** The text of a well-formed statement of one of those types, still unproven. */
export function statementOf(...types: readonly StatementType[]): Read<string> {
  return statementSaying(() => undefined, ...types);
}

/** The same, of one whose payload is of that form. */
export function statementSaying(read: Read<unknown>, ...types: readonly StatementType[]): Read<string> {
  return (value, at) => {
    const statement = Statement.parse(readText(value, at));
    if (!types.includes(statement.type)) throw new Malformed(at);
    statement.unproven(statement.type, read);
    return statement.text;
  };
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
