import { alignments, sizeOf } from "./version";

/** The eight masks (ISO/IEC 18004, table 10): where modules are turned over, so that no pattern confuses the reader. */
export const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** The finder's rhythm with the light beside it, as it must not appear elsewhere. */
const FALSE_FINDERS = ["10111010000", "00001011101"];

/** The modules of one code under one mask. */
export class Board {
  private readonly size: number;
  private readonly dark: boolean[][];
  private readonly taken: boolean[][];

  constructor(
    private readonly version: number,
    codewords: Uint8Array,
    mask: number,
  ) {
    this.size = sizeOf(version);
    this.dark = this.empty();
    this.taken = this.empty();
    this.drawPatterns();
    this.drawFormat(mask);
    this.drawVersion();
    this.drawCodewords(codewords, MASKS[mask]!);
  }

  get modules(): readonly (readonly boolean[])[] {
    return this.dark;
  }

  /** How hard it is to read (ISO/IEC 18004, 7.8.3). */
  get penalty(): number {
    const columns = this.dark.map((_, column) => this.dark.map((row) => row[column]!));
    const lines = [...this.dark, ...columns].map((line) => line.map((dark) => (dark ? "1" : "0")).join(""));
    return lines.reduce((sum, line) => sum + runs(line) + falseFinders(line), this.squares()) + this.imbalance(lines);
  }

  private empty(): boolean[][] {
    return Array.from({ length: this.size }, () => Array<boolean>(this.size).fill(false));
  }

  private set(row: number, column: number, dark: boolean): void {
    this.dark[row]![column] = dark;
    this.taken[row]![column] = true;
  }

  private drawPatterns(): void {
    const { size } = this;
    for (let at = 0; at < size; at++) {
      this.set(6, at, at % 2 === 0);
      this.set(at, 6, at % 2 === 0);
    }
    for (const [row, column] of [
      [3, 3],
      [3, size - 4],
      [size - 4, 3],
    ] as const)
      this.drawRings(row, column, 4, (ring) => ring !== 2 && ring !== 4);
    const places = alignments(this.version);
    const last = places.length - 1;
    places.forEach((row, down) =>
      places.forEach((column, across) => {
        const isFinder = (down === 0 && (across === 0 || across === last)) || (down === last && across === 0);
        if (!isFinder) this.drawRings(row, column, 2, (ring) => ring !== 1);
      }),
    );
  }

  private drawRings(middleRow: number, middleColumn: number, radius: number, isDark: (ring: number) => boolean): void {
    for (let row = middleRow - radius; row <= middleRow + radius; row++) {
      for (let column = middleColumn - radius; column <= middleColumn + radius; column++) {
        if (row < 0 || column < 0 || row >= this.size || column >= this.size) continue;
        this.set(row, column, isDark(Math.max(Math.abs(row - middleRow), Math.abs(column - middleColumn))));
      }
    }
  }

  /** Level M is 00; the mask is protected by a BCH code, twice (7.9). */
  private drawFormat(mask: number): void {
    const { size } = this;
    const bits = ((mask << 10) | bch(mask, 10, 0x537)) ^ 0x5412;
    const bit = (index: number): boolean => ((bits >> index) & 1) === 1;
    const around = [0, 1, 2, 3, 4, 5, 7, 8];
    around.forEach((row, index) => this.set(row, 8, bit(index)));
    around.slice(0, 7).forEach((column, index) => this.set(8, column, bit(14 - index)));
    for (let index = 0; index < 8; index++) this.set(8, size - 1 - index, bit(index));
    for (let index = 8; index < 15; index++) this.set(size - 15 + index, 8, bit(index));
    this.set(size - 8, 8, true);
  }

  /** From version 7 on (7.10). */
  private drawVersion(): void {
    if (this.version < 7) return;
    const bits = (this.version << 12) | bch(this.version, 12, 0x1f25);
    for (let index = 0; index < 18; index++) {
      const [long, short] = [Math.floor(index / 3), this.size - 11 + (index % 3)];
      this.set(long, short, ((bits >> index) & 1) === 1);
      this.set(short, long, ((bits >> index) & 1) === 1);
    }
  }

  /** In columns of two from the right, up and down by turns, around what is drawn already (7.7.3). */
  private drawCodewords(codewords: Uint8Array, mask: (row: number, column: number) => boolean): void {
    const { size } = this;
    let at = 0;
    let upward = true;
    for (let right = size - 1; right > 0; right -= 2) {
      if (right === 6) right--; // the timing pattern's column
      for (let step = 0; step < size; step++) {
        const row = upward ? size - 1 - step : step;
        for (const column of [right, right - 1]) {
          if (this.taken[row]![column]) continue;
          const bit = ((codewords[at >> 3] ?? 0) >> (7 - (at & 7))) & 1; // a few at the end stay light
          at++;
          this.dark[row]![column] = (bit === 1) !== mask(row, column);
        }
      }
      upward = !upward;
    }
  }

  private squares(): number {
    let found = 0;
    for (let row = 1; row < this.size; row++) {
      for (let column = 1; column < this.size; column++) {
        const [above, here] = [this.dark[row - 1]!, this.dark[row]!];
        const same = here[column];
        if (here[column - 1] === same && above[column] === same && above[column - 1] === same) found++;
      }
    }
    return 3 * found;
  }

  private imbalance(lines: readonly string[]): number {
    const rows = lines.slice(0, this.size).join("");
    const dark = rows.split("1").length - 1;
    return 10 * Math.floor(Math.abs(20 * dark - 10 * rows.length) / rows.length);
  }
}

function bch(value: number, degree: number, polynomial: number): number {
  let left = value;
  for (let step = 0; step < degree; step++) left = (left << 1) ^ ((left >> (degree - 1)) * polynomial);
  return left;
}

function runs(line: string): number {
  return (line.match(/0{5,}|1{5,}/g) ?? []).reduce((sum, run) => sum + run.length - 2, 0);
}

function falseFinders(line: string): number {
  let found = 0;
  for (const pattern of FALSE_FINDERS) {
    for (let at = line.indexOf(pattern); at >= 0; at = line.indexOf(pattern, at + 1)) found++;
  }
  return 40 * found;
}
