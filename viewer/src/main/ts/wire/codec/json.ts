import { type Bytes, utf8 } from "./bytes";
import { Malformed } from "./malformed";

/** JSON in the one form that is signed: RFC 8785, with integers from 0 to 2^53 - 1 as its only numbers. */
export type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

/** How many arrays and objects a value may lie within. */
const MAX_DEPTH = 8;
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The canonical text. A value that has none (a fraction, `null`, half a surrogate pair) is malformed. */
export function writeJson(value: Json): string {
  return write(value, "json", 0);
}

/**
 * Reads a text only if writing the result gives that text again, so that two readers can never understand one signed
 * text differently: repeated members, other orders, spaces and escapes all fail that comparison.
 */
export function parseJson(production: string, text: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Malformed(production);
  }
  if (write(value, production, 0) !== text) throw new Malformed(production);
  return value as Json;
}

export function parseJsonBytes(production: string, bytes: Bytes): Json {
  return parseJson(production, decodeUtf8(production, bytes));
}

export function jsonBytes(value: Json): Bytes {
  return utf8(writeJson(value));
}

export function decodeUtf8(production: string, bytes: Bytes): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Malformed(production);
  }
}

function write(value: unknown, production: string, depth: number): string {
  if (depth > MAX_DEPTH) throw new Malformed(production);
  if (typeof value === "string") return writeText(value, production);
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    // Minus zero is written as "0", which is not the text it was read from.
    if (!Number.isSafeInteger(value) || value < 0) throw new Malformed(production);
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => write(item, production, depth + 1)).join(",")}]`;
  if (typeof value !== "object" || value === null) throw new Malformed(production);
  const object = value as Record<string, unknown>;
  const members = Object.keys(object)
    .sort() // by UTF-16 code units, as RFC 8785 section 3.2.3 wants it
    .map((name) => `${writeText(name, production)}:${write(object[name], production, depth + 1)}`);
  return `{${members.join(",")}}`;
}

function writeText(text: string, production: string): string {
  if (!isWellFormed(text)) throw new Malformed(production);
  return JSON.stringify(text);
}

function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
}
