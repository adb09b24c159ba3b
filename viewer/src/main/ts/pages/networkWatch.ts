/** What the Network Information API (WICG) tells of a network: by what it is reached, where browsers say that. */
export interface Connection extends EventTarget {
  readonly type?: string;
}

/**
 * Hears that this device is on another network, or on one again. A browser says that a connection changed also when it only
 * guesses another rate for the same one; that is no other network.
 */
export class NetworkWatch {
  private type: string | undefined;
  private readonly onOnline = (): void => this.changed();
  private readonly onChange = (): void => {
    const { type } = this;
    this.type = this.connection?.type;
    if (this.type !== type && this.type !== "none") this.changed();
  };

  constructor(
    private readonly changed: () => void,
    private readonly tab: EventTarget = globalThis,
    private readonly connection = (navigator as { connection?: Connection }).connection,
  ) {}

  begin(): void {
    this.type = this.connection?.type;
    this.tab.addEventListener("online", this.onOnline);
    this.connection?.addEventListener("change", this.onChange);
  }

  end(): void {
    this.tab.removeEventListener("online", this.onOnline);
    this.connection?.removeEventListener("change", this.onChange);
  }
}
