/** What each version of a QR code holds at correction level M (ISO/IEC 18004, tables 1 and 9). */
export const LAST_VERSION = 20;

const CORRECTION_OF_BLOCK = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];

export function sizeOf(version: number): number {
  return 17 + 4 * version;
}

export function blocksOf(version: number): number {
  return BLOCKS[version - 1]!;
}

export function correctionOf(version: number): number {
  return CORRECTION_OF_BLOCK[version - 1]!;
}

/** Codewords in all, data and correction. */
export function codewordsOf(version: number): number {
  const places = alignments(version).length;
  const size = sizeOf(version);
  const finders = 3 * 64;
  const timing = 2 * (size - 16);
  const aligned = places === 0 ? 0 : 25 * (places * places - 3) - 10 * (places - 2);
  const format = 31;
  const versionInfo = version < 7 ? 0 : 36;
  return Math.floor((size * size - finders - timing - aligned - format - versionInfo) / 8);
}

export function capacityBytes(version: number): number {
  return codewordsOf(version) - blocksOf(version) * correctionOf(version);
}

/** Where the middles of the alignment patterns are, on both axes. */
export function alignments(version: number): readonly number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const last = sizeOf(version) - 7;
  const step = 2 * Math.ceil((last - 6) / (2 * (count - 1)));
  return Array.from({ length: count }, (_, index) => (index === 0 ? 6 : last - (count - 1 - index) * step));
}
