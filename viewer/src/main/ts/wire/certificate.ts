import { exactly, members, positive } from "./codec/shape";
import { householdId } from "./ids";

/** What the root says about its household's home: the keys that speak for it (formats, section 2). */
export const certificate = members({
  household: householdId,
  kem: exactly(32),
  root: exactly(32),
  serial: positive,
  sign: exactly(32),
});

export type Certificate = ReturnType<typeof certificate>;
