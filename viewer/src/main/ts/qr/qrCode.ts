import { utf8 } from "../wire/codec/bytes";
import { Board, MASKS } from "./board";
import { withCorrection } from "./correction";
import { capacityBytes, LAST_VERSION } from "./version";

/**
 * A QR code (ISO/IEC 18004) of a text: byte mode, correction level M, the smallest version that holds it, up to 20.
 *
 * The build has no Node, and no QR library comes from where it takes its packages; the tests hold this one against two
 * others, one that draws and one that reads.
 */
export type QrCode = readonly (readonly boolean[])[];

const BYTE_MODE = 0b0100;

/** Rows of modules, true where it is dark, without the quiet zone of four. */
export function qrCode(text: string): QrCode {
  const bytes = utf8(text);
  const version = versionFor(bytes.length);
  const codewords = withCorrection(pack(bytes, version), version);
  const boards = MASKS.map((_, mask) => new Board(version, codewords, mask));
  return boards.reduce((best, board) => (board.penalty < best.penalty ? board : best)).modules;
}

function versionFor(sizeBytes: number): number {
  for (let version = 1; version <= LAST_VERSION; version++) {
    if (headerBits(version) + 8 * sizeBytes <= 8 * capacityBytes(version)) return version;
  }
  throw new RangeError(`${sizeBytes} bytes are more than a code of version ${LAST_VERSION} holds`);
}

function headerBits(version: number): number {
  return 4 + countBits(version);
}

function countBits(version: number): number {
  return version < 10 ? 8 : 16;
}

/** Mode, count, data and terminator, filled up with the two bytes that the standard names. */
function pack(bytes: Uint8Array, version: number): Uint8Array {
  const packed = new Uint8Array(capacityBytes(version));
  let at = 0;
  const put = (value: number, bits: number): void => {
    for (let bit = bits - 1; bit >= 0; bit--, at++) packed[at >> 3]! |= ((value >> bit) & 1) << (7 - (at & 7));
  };
  put(BYTE_MODE, 4);
  put(bytes.length, countBits(version));
  for (const byte of bytes) put(byte, 8);
  at = Math.min(at + 4, 8 * packed.length); // the terminator is zeros
  for (let index = Math.ceil(at / 8), fill = 0xec; index < packed.length; index++, fill ^= 0xec ^ 0x11) packed[index] = fill;
  return packed;
}
