/** So many of the last are held against each other. */
const COMPARED = 4;

/** Finds what came twice: while there are two links to a relay, what it has for all links of a device comes over both. */
export class Twice {
  private last: string[] = [];

  /** @param isPossible whether there are two links; what one link brings twice is said twice */
  isRepeated(letter: string, isPossible: boolean): boolean {
    if (isPossible && this.last.includes(letter)) return true;
    this.last = [letter, ...this.last].slice(0, COMPARED);
    return false;
  }
}
