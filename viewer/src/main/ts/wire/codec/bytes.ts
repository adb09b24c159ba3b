/** Bytes that own their memory, as WebCrypto and WebSocket want them. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

/** A versioned label and the zero byte that parts it from what follows. */
export function label(text: string): Bytes {
  return utf8(`${text}\0`);
}

export function join(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** Compares what both sides may see; not for secrets, because it stops at the first difference. */
export function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** Whether each comes after the one before it, compared byte for byte. */
export function isAscending(places: readonly Uint8Array[]): boolean {
  return places.every((place, index) => index === 0 || isBefore(places[index - 1]!, place));
}

function isBefore(one: Uint8Array, other: Uint8Array): boolean {
  const index = one.findIndex((byte, at) => byte !== other[at]);
  return index < 0 ? one.length < other.length : index < other.length && one[index]! < other[index]!;
}

export function u8(value: number): Bytes {
  return Uint8Array.of(value);
}

export function u16(value: number): Bytes {
  return bigEndian(value, 2);
}

export function u32(value: number): Bytes {
  return bigEndian(value, 4);
}

/** Of a number below 2^53, which is all that the formats allow. */
export function u64(value: number): Bytes {
  return bigEndian(value, 8);
}

/** The least number of bytes that hold the value; at least one. */
export function shortest(value: number): Bytes {
  let size = 1;
  while (value >= 256 ** size) size++;
  return bigEndian(value, size);
}

/** By division, not by bit operators: those cut to 32 bits. */
function bigEndian(value: number, size: number): Bytes {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 256 ** size) {
    throw new RangeError(`not an unsigned number of ${size} bytes`);
  }
  const bytes = new Uint8Array(size);
  let rest = value;
  for (let index = size - 1; index >= 0; index--) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}
