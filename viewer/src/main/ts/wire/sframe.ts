import { ByteReader } from "./codec/byteReader";
import { type Bytes, join, shortest, u8 } from "./codec/bytes";
import { Malformed } from "./codec/malformed";
import { type Kid } from "./kid";

/** The clear beginning of an SFrame ciphertext (RFC 9605, section 4.3). */
export interface SframeHeader {
  readonly kid: number;
  readonly counter: number;
  /** The exact bytes, which are authenticated. */
  readonly bytes: Bytes;
}

const EXTENDED = 8;

/**
 * Reads a header. The config byte is X(1) K(3) Y(1) C(3): with the flag clear its three bits are the value, with it set
 * the value's length less one. Only the shortest form of both numbers is accepted.
 */
export function parseSframeHeader(ciphertext: Bytes): SframeHeader {
  const reader = new ByteReader("sframe-header", ciphertext);
  const config = reader.u8();
  const kid = readField(reader, config >> 4);
  const counter = readField(reader, config & 15);
  const bytes = ciphertext.subarray(0, 1 + kid.size + counter.size);
  return { kid: kid.value, counter: counter.value, bytes };
}

export function writeSframeHeader(kid: Kid, counter: number): Bytes {
  const [kidBits, kidBytes] = writeField(kid);
  const [counterBits, counterBytes] = writeField(counter);
  return join(u8(kidBits * 16 + counterBits), kidBytes, counterBytes);
}

function readField(reader: ByteReader, bits: number): { value: number; size: number } {
  if (bits < EXTENDED) return { value: bits, size: 0 };
  const size = bits - EXTENDED + 1;
  const value = reader.number(size);
  if (value < EXTENDED || (size > 1 && value < 256 ** (size - 1))) throw new Malformed("sframe-header");
  return { value, size };
}

function writeField(value: number): [bits: number, bytes: Bytes] {
  if (value < EXTENDED) return [value, new Uint8Array()];
  const bytes = shortest(value);
  return [EXTENDED + bytes.length - 1, bytes];
}
