import type { DeviceKeys } from "../crypt/deviceKeys";
import type { Bytes } from "../wire/codec/bytes";
import type { CameraId, DeviceId, HouseholdId } from "../wire/ids";
import type { ListEdition } from "../wire/memberList";
import { type DataUsed, withMore } from "./dataUsed";
import { evicted, isOfUse, type KeptStill, MOST_STILL_BYTES } from "./eviction";

/** What pairing gave this browser for good. */
export interface Identity {
  readonly household: HouseholdId;
  readonly origin: string;
  readonly root: Bytes;
  readonly device: DeviceId;
  readonly keys: DeviceKeys;
}

/** What is learned from the home and may be learned again. */
export interface Learned {
  certificate: { readonly text: string; readonly serial: number };
  memberList: ListEdition & { readonly text: string };
  card: { readonly text: string; readonly serial: number; readonly version: number };
  household: {
    readonly name: string;
    readonly cameras: readonly { readonly camera: CameraId; readonly name: string }[];
  };
  clock: { readonly offsetMicros: number };
  /** Of each camera's pictures, when they were last seen. */
  codecs: ReadonlyMap<CameraId, string>;
  line: KeptLine;
}

/** What this device's line carried, and when that was found; 0 of one that is far, and carries all that there is. */
export interface KeptLine {
  readonly bitsPerSecond: number;
  readonly atMillis: number;
}

const PREFIX = "mashrabiya-";
const FACTS = "facts";
const STILLS = "stills";
const USED = "used";
const VERSION = 2;

/** A still as it is kept, under its camera. */
interface Row {
  /** As sealed as it came. */
  readonly envelope: Bytes;
  readonly keptMillis: number;
}

/**
 * One household's own database. There is none that two households share: nothing here can be asked for another's rows.
 */
export class HouseholdStore {
  private constructor(private readonly database: IDBDatabase) {}

  static async open(household: HouseholdId): Promise<HouseholdStore> {
    const opening = indexedDB.open(PREFIX + household, VERSION);
    opening.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion === 0) opening.result.createObjectStore(FACTS);
      else opening.result.deleteObjectStore(STILLS); // of a version that knew no ages; the next ones come soon
      opening.result.createObjectStore(STILLS);
    };
    const database = await done(opening);
    database.onversionchange = () => database.close(); // another tab forgets this household
    return new HouseholdStore(database);
  }

  /** The households that this browser holds. */
  static async held(): Promise<readonly HouseholdId[]> {
    const databases = await indexedDB.databases();
    const names = databases.map(({ name }) => name ?? "").filter((name) => name.startsWith(PREFIX));
    return names.map((name) => name.slice(PREFIX.length) as HouseholdId);
  }

  static async forget(household: HouseholdId): Promise<void> {
    await done(indexedDB.deleteDatabase(PREFIX + household));
  }

  close(): void {
    this.database.close();
  }

  async identity(): Promise<Identity | undefined> {
    return this.read<Identity>(FACTS, "identity");
  }

  /** Everything that pairing brought, at once or not at all. */
  async keepPairing(identity: Identity, learned: Partial<Learned>): Promise<void> {
    const transaction = this.database.transaction([FACTS, STILLS], "readwrite");
    const facts = transaction.objectStore(FACTS);
    facts.clear();
    transaction.objectStore(STILLS).clear();
    facts.put(identity, "identity");
    for (const [name, fact] of Object.entries(learned)) facts.put(fact, name);
    await finished(transaction);
  }

  async learned(): Promise<Partial<Learned>> {
    const names = ["certificate", "memberList", "card", "household", "clock", "codecs", "line"] as const;
    const facts = await Promise.all(names.map((name) => this.read(FACTS, name)));
    return Object.fromEntries(
      names.map((name, index) => [name, facts[index]]).filter(([, fact]) => fact !== undefined),
    );
  }

  /** Keeps a fact unless the one that is kept is newer: several tabs write here. */
  async keep<N extends keyof Learned>(
    name: N,
    fact: Learned[N],
    isNewer: (kept: Learned[N]) => boolean = () => false,
  ): Promise<void> {
    const transaction = this.database.transaction(FACTS, "readwrite");
    const facts = transaction.objectStore(FACTS);
    const kept = (await done(facts.get(name))) as Learned[N] | undefined;
    if (kept === undefined || !isNewer(kept)) facts.put(fact, name);
    await finished(transaction);
  }

  /** The newest still of a camera, as sealed as it came; nothing if it was kept too long ago. */
  async still(camera: CameraId, nowMillis = Date.now()): Promise<Bytes | undefined> {
    const row = await this.read<Row>(STILLS, camera);
    return row !== undefined && isOfUse(row.keptMillis, nowMillis) ? row.envelope : undefined;
  }

  /** One that is longer than any of a home is not kept. */
  async keepStill(camera: CameraId, envelope: Bytes, nowMillis = Date.now()): Promise<void> {
    if (envelope.length > MOST_STILL_BYTES) return;
    const row: Row = { envelope, keptMillis: nowMillis };
    const transaction = this.database.transaction(STILLS, "readwrite");
    transaction.objectStore(STILLS).put(row, camera);
    await finished(transaction);
  }

  /** Lets go of stills that are too old, too much, or of no camera of these. */
  async tidyStills(cameras: readonly CameraId[], nowMillis = Date.now()): Promise<void> {
    const transaction = this.database.transaction(STILLS, "readwrite");
    const stills = transaction.objectStore(STILLS);
    const kept: KeptStill[] = [];
    const walk = stills.openCursor();
    walk.onsuccess = () => {
      const cursor = walk.result;
      if (cursor === null) return evicted(kept, cameras, nowMillis).forEach((camera) => stills.delete(camera));
      const { envelope, keptMillis } = cursor.value as Row;
      kept.push({ camera: cursor.key as CameraId, sizeBytes: envelope.length, keptMillis });
      cursor.continue();
    };
    await finished(transaction);
  }

  /** How much came, by day and camera. */
  async used(): Promise<DataUsed> {
    return (await this.read<DataUsed>(FACTS, USED)) ?? new Map();
  }

  /** So much more came on that day: several tabs count here. */
  async addUsed(day: string, bytes: ReadonlyMap<CameraId, number>): Promise<void> {
    const transaction = this.database.transaction(FACTS, "readwrite");
    const facts = transaction.objectStore(FACTS);
    const used = ((await done(facts.get(USED))) ?? new Map()) as DataUsed;
    facts.put(withMore(used, day, bytes), USED);
    await finished(transaction);
  }

  async forgetStill(camera: CameraId): Promise<void> {
    const transaction = this.database.transaction(STILLS, "readwrite");
    transaction.objectStore(STILLS).delete(camera);
    await finished(transaction);
  }

  private async read<T>(store: string, key: string): Promise<T | undefined> {
    return done(this.database.transaction(store).objectStore(store).get(key)) as Promise<T | undefined>;
  }
}

/** What is proven is used whether or not the storage takes it: what fails here is only missing at the next start. */
export function keptInBackground(keeping: Promise<void>): void {
  keeping.catch((fault: unknown) => console.warn("not kept for the next start", fault));
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the browser's storage failed"));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () =>
      reject(transaction.error ?? new Error("the browser's storage failed"));
  });
}
