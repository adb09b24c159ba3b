/** A bundle as the build lists it: each path with the SHA-256 of its bytes, in hex. */
export interface Bundle {
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
}

const PREFIX = "mashrabiya-";

/** What of the world outside the shelf needs. */
export interface World {
  readonly caches: CacheStorage;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** Where its files are. */
  readonly origin: string;
}

/**
 * The static files of one bundle, kept so that the viewer starts at once, and where no relay is reached. A newer bundle comes with a
 * service worker of its own, for which the browser looks at each start.
 *
 * Guarantee: what is kept are files that the build listed, whole and with the bytes that it listed, all of one bundle or none; no
 * answer to anything else is ever kept. Not guaranteed: that the bundle was an honest one when it came.
 */
export class Shelf {
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
    const others = (await keptBundles(caches)).filter((version) => version !== this.bundle.version);
    await Promise.all(others.map((version) => caches.delete(PREFIX + version)));
  }

  /** An answer, if the request is for one of the files; nothing for all else, which goes its usual way. */
  answer(method: string, address: string): Promise<Response> | undefined {
    const { origin, pathname } = new URL(address);
    if (method !== "GET" || origin !== this.world.origin) return undefined;
    const path = pathname === "/index.html" ? "/" : pathname;
    return Object.hasOwn(this.bundle.files, path) ? this.file(path) : undefined;
  }

  /** A browser may have thrown the kept ones away. */
  private async file(path: string): Promise<Response> {
    return (await this.kept(path)) ?? this.world.fetch(path, {});
  }

  /** Never opens what a newer one may have thrown away: that would make it anew. */
  private kept(path: string): Promise<Response | undefined> {
    return this.world.caches.match(path, { cacheName: this.name });
  }

  /** What the browser itself keeps may be of whoever served here before, under the tag of the honest one. */
  private async keep(cache: Cache, path: string, hash: string): Promise<void> {
    const response = (await this.fetched(path, hash, "no-cache")) ?? (await this.fetched(path, hash, "reload"));
    if (response === undefined) throw new Error(`${path} is not the one of this bundle`);
    await cache.put(path, response);
  }

  private async fetched(path: string, hash: string, cache: RequestCache): Promise<Response | undefined> {
    const response = await this.world.fetch(path, { cache });
    const bytes = await response.clone().arrayBuffer();
    return response.ok && (await sha256(bytes)) === hash ? response : undefined;
  }

  private get name(): string {
    return PREFIX + this.bundle.version;
  }
}

/** The versions of all bundles that are kept. */
export async function keptBundles(caches: CacheStorage): Promise<readonly string[]> {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
