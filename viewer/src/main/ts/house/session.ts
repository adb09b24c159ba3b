import type { Refusal } from "../wire/letters";

/** What this tab has open with the home, or would like to: looking at a camera, or listening to it. */
export class Session {
  /** @param declinedNow is called each time the home opens none, or ends it */
  constructor(private readonly declinedNow: () => void = () => undefined) {}

  /** The hash of the request that the home opened; nothing while there is no session. */
  hash: string | undefined;
  opening = false;
  /** Why the home opened none when it was last asked. */
  declined: Refusal | undefined;

  opened(hash: string): void {
    this.hash = hash;
    this.declined = undefined;
  }

  /** The home ended what was open, and says why it opens nothing. */
  decline(reason: Refusal): void {
    this.hash = undefined;
    this.declined = reason;
    this.declinedNow();
  }
}
