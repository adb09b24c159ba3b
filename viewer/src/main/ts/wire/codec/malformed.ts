/**
 * Bytes or text from a peer that are not of the form they should have.
 *
 * Says which production of `docs/ref/formats.md` was being read, never the input itself, which may hold secrets.
 */
export class Malformed extends Error {
  constructor(readonly production: string) {
    super(`${production} is malformed`);
    this.name = "Malformed";
  }
}

/** Runs a parser at the edge where a hostile peer's input is judged: what is malformed becomes nothing at all. */
export function unlessMalformed<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (fault) {
    if (fault instanceof Malformed) return undefined;
    throw fault;
  }
}
