import type { Bytes } from "./bytes";
import { Malformed } from "./malformed";

/** Reads big-endian fields in order and knows its bounds: reading past the end, or leaving something, is malformed. */
export class ByteReader {
  private offset = 0;

  constructor(
    private readonly production: string,
    private readonly bytes: Bytes,
  ) {}

  u8(): number {
    return this.number(1);
  }

  u16(): number {
    return this.number(2);
  }

  u32(): number {
    return this.number(4);
  }

  /** A u64 that must be below 2^53, as every number of the formats is. */
  u64(): number {
    return this.number(8);
  }

  /** A big-endian number of that many bytes, exact or malformed. */
  number(sizeBytes: number): number {
    let value = 0;
    for (const byte of this.take(sizeBytes)) {
      value = value * 256 + byte;
      if (!Number.isSafeInteger(value)) throw new Malformed(this.production);
    }
    return value;
  }

  /** A view, not a copy. */
  take(sizeBytes: number): Bytes {
    const end = this.offset + sizeBytes;
    if (end > this.bytes.length) throw new Malformed(this.production);
    const taken = this.bytes.subarray(this.offset, end);
    this.offset = end;
    return taken;
  }

  rest(): Bytes {
    return this.take(this.bytes.length - this.offset);
  }

  end(): void {
    if (this.offset !== this.bytes.length) throw new Malformed(this.production);
  }
}
