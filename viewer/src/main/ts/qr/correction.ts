import { blocksOf, correctionOf } from "./version";

/** Reed-Solomon codes over GF(2^8) with the polynomial 0x11d (ISO/IEC 18004, 7.5), and the blocks' interleaving (7.6). */
const POLYNOMIAL = 0x11d;

export function withCorrection(data: Uint8Array, version: number): Uint8Array {
  const count = blocksOf(version);
  const divisor = generator(correctionOf(version));
  const short = Math.floor(data.length / count);
  const longer = data.length % count; // so many blocks at the end are longer by one
  const blocks = Array.from({ length: count }, (_, index) => {
    const start = index * short + Math.max(0, index - (count - longer));
    const block = data.subarray(start, start + short + (index >= count - longer ? 1 : 0));
    return { block, correction: remainder(block, divisor) };
  });
  return Uint8Array.from([...interleaved(blocks.map(({ block }) => block)), ...interleaved(blocks.map(({ correction }) => correction))]);
}

function interleaved(columns: readonly Uint8Array[]): readonly number[] {
  const rows = Math.max(...columns.map(({ length }) => length));
  return Array.from({ length: rows }, (_, row) => columns.flatMap((column) => (row < column.length ? [column[row]!] : []))).flat();
}

/** The product of (x - 2^i), without its leading 1. */
function generator(degree: number): Uint8Array {
  const product = new Uint8Array(degree);
  product[degree - 1] = 1;
  for (let index = 0, root = 1; index < degree; index++, root = multiply(root, 2)) {
    for (let at = 0; at < degree; at++) product[at] = multiply(product[at]!, root) ^ (product[at + 1] ?? 0);
  }
  return product;
}

function remainder(data: Uint8Array, divisor: Uint8Array): Uint8Array {
  const left = new Uint8Array(divisor.length);
  for (const byte of data) {
    const factor = byte ^ left[0]!;
    left.copyWithin(0, 1);
    left[left.length - 1] = 0;
    divisor.forEach((coefficient, index) => (left[index]! ^= multiply(coefficient, factor)));
  }
  return left;
}

function multiply(one: number, other: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * POLYNOMIAL);
    product ^= ((other >> bit) & 1) * one;
  }
  return product;
}
