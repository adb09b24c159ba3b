import { Dialled } from "./dialled";

export const CONTROL_PATH = "/v1/device";
export const MEDIA_PATH = "/v1/device/media";

/** A relay gives whoever connects ten seconds to say who it is; this leaves time to do so. */
const GOOD_MILLIS = 7_000;

/**
 * Both sockets to a relay, dialled before it is known who will speak on them, because connecting takes longer than
 * everything else on the way to a picture. Nothing is said on them here. What nobody takes in time is closed.
 */
export class EarlyLinks {
  private readonly dialled = new Map<string, Dialled>();
  private closing: ReturnType<typeof setTimeout> | undefined;
  private isTaken = false;

  constructor(private readonly origin: string) {
    this.dial();
  }

  /** Dials, also again when nobody took what was dialled before. */
  dial(): void {
    if (this.isTaken || this.dialled.size > 0) return;
    for (const path of [CONTROL_PATH, MEDIA_PATH]) this.dialled.set(path, new Dialled(this.origin, path));
    this.closing = setTimeout(() => this.close(), GOOD_MILLIS);
  }

  /** A socket to that origin: the early one, once, if it is for there; else a new one. */
  take(origin: string, path: string): Dialled {
    this.isTaken = true;
    if (origin !== this.origin) this.close();
    const early = this.dialled.get(path);
    this.dialled.delete(path);
    if (this.dialled.size === 0) clearTimeout(this.closing);
    return early ?? new Dialled(origin, path);
  }

  /** Closes what was not taken. */
  close(): void {
    clearTimeout(this.closing);
    for (const socket of this.dialled.values()) socket.close();
    this.dialled.clear();
  }
}
