/** What browsers that install pages offer, when they are ready for it (not yet in a standard's final form). */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

/** Keeps a browser's offer until somebody takes it: asked unasked, it would only be in the way. */
class Installer {
  private offer: InstallOffer | undefined;

  constructor() {
    globalThis.addEventListener?.("beforeinstallprompt", (event) => {
      event.preventDefault();
      this.offer = event as InstallOffer;
    });
  }

  get isReady(): boolean {
    return this.offer !== undefined;
  }

  /** From a gesture. An offer is good once. */
  async ask(): Promise<void> {
    const { offer } = this;
    this.offer = undefined;
    await offer?.prompt();
  }
}

export const installer = new Installer();
