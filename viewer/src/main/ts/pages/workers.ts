import type { ToHouse } from "../house/messages";
import type { HouseholdId } from "../wire/ids";

/** Where pages get their workers. One of no household yet waits, loaded, for whoever chooses a household. */
export class Workers {
  private ready: Worker | undefined;

  constructor(private readonly start: () => Worker) {
    this.ready = start();
  }

  take(): Worker {
    const taken = this.ready ?? this.start();
    this.ready = undefined;
    return taken;
  }

  /** Somebody is about to choose this household. */
  approach(household: HouseholdId): void {
    this.ready ??= this.start();
    this.ready.postMessage({ is: "approach", household } satisfies ToHouse);
  }
}
