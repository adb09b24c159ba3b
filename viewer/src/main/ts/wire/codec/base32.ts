import type { Bytes } from "./bytes";
import { Malformed } from "./malformed";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

/** RFC 4648 section 6, in lower case, without padding. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31] : text;
}

/** Exactly that many bytes; another length, a foreign character or a set unused bit is malformed. */
export function decodeBase32(production: string, text: string, sizeBytes: number): Bytes {
  if (text.length !== Math.ceil((sizeBytes * 8) / 5)) throw new Malformed(production);
  const bytes = new Uint8Array(sizeBytes);
  let bits = 0;
  let held = 0;
  let index = 0;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) throw new Malformed(production);
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[index++] = held >> bits;
      held &= (1 << bits) - 1;
    }
  }
  if (held !== 0) throw new Malformed(production);
  return bytes;
}
