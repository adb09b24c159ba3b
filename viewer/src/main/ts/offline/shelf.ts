/** A bundle as the build lists it: each path with the SHA-256 of its bytes, in hex. */
export interface Bundle {
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
}

const PREFIX = "mashrabiya-";
/** A slow line shows what is here rather than nothing; a newer bundle comes with its own worker all the same. */
const PATIENCE_MILLIS = 150;

/** What of the world outside the shelf needs. */
export interface World {
  readonly caches: CacheStorage;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** Whether there is no network at all, as far as the browser knows. */
  readonly isOffline: () => boolean;
  /** Where its files are. */
  readonly origin: string;
}

/**
 * The static files of one bundle, kept for when the relay is not reached.
 *
 * Guarantee: what is kept are files that the build listed, whole and with the bytes that it listed, all of one bundle or none; no
 * answer to anything else is ever kept. Not guaranteed: that the bundle was an honest one when it came.
 */
export class Shelf {
  /** A newer bundle was seen where this one came from: its files are to be asked for there until its own worker is here. */
  private isOutdated = false;

  constructor(
    private readonly bundle: Bundle,
    private readonly world: World,
  ) {}

  /** Fetches every file, or fails as a whole. */
  async fill(): Promise<void> {
    const { caches } = this.world;
    const name = this.name;
    try {
      const cache = await caches.open(name);
      await Promise.all(Object.entries(this.bundle.files).map(([path, hash]) => this.keep(cache, path, hash)));
    } catch (fault) {
      await caches.delete(name);
      throw fault;
    }
  }

  /** Throws away what other bundles left. */
  async tidy(): Promise<void> {
    const { caches } = this.world;
    const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== this.name);
    await Promise.all(others.map((name) => caches.delete(name)));
  }

  /** An answer, if the request is for one of the files; nothing for all else, which goes its usual way. */
  answer(method: string, address: string): Promise<Response> | undefined {
    const { origin, pathname } = new URL(address);
    if (method !== "GET" || origin !== this.world.origin) return undefined;
    const path = pathname === "/index.html" ? "/" : pathname;
    if (path === "/") return this.page();
    return Object.hasOwn(this.bundle.files, path) ? this.file(path) : undefined;
  }

  /** The page comes from the relay if that answers in time, so that a newer bundle is seen. */
  private async page(): Promise<Response> {
    const here = this.world.isOffline() ? await this.kept("/") : undefined;
    if (here !== undefined) return this.keptPage(here);
    try {
      const fresh = await this.world.fetch("/", { cache: "no-cache", signal: AbortSignal.timeout(PATIENCE_MILLIS) });
      if (!fresh.ok) return (await this.kept("/")) ?? fresh;
      this.isOutdated = !(await fresh.clone().text()).includes(`content="${this.bundle.version}"`);
      return fresh;
    } catch (fault) {
      const kept = await this.kept("/");
      if (kept === undefined) throw fault;
      return this.keptPage(kept);
    }
  }

  /** Its files are the kept ones, too. */
  private keptPage(page: Response): Response {
    this.isOutdated = false;
    return page;
  }

  private async file(path: string): Promise<Response> {
    if (this.isOutdated) return this.world.fetch(path, { cache: "no-cache" });
    return (await this.kept(path)) ?? this.world.fetch(path, {});
  }

  /** Never opens what a newer one may have thrown away: that would make it anew. */
  private kept(path: string): Promise<Response | undefined> {
    return this.world.caches.match(path, { cacheName: this.name });
  }

  private async keep(cache: Cache, path: string, hash: string): Promise<void> {
    const response = await this.world.fetch(path, { cache: "no-cache" });
    const bytes = await response.clone().arrayBuffer();
    if (!response.ok || (await sha256(bytes)) !== hash) throw new Error(`${path} is not the one of this bundle`);
    await cache.put(path, response);
  }

  private get name(): string {
    return PREFIX + this.bundle.version;
  }
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
