import { EarlyLinks } from "../link/earlyLinks";
import { HouseholdStore, type Identity, type Learned } from "../store/householdStore";
import type { Bytes } from "../wire/codec/bytes";
import type { CameraId, HouseholdId } from "../wire/ids";
import type { CardKey } from "../wire/keyCard";
import { Knowledge } from "./knowledge";
import { reach } from "./milestones";

/**
 * A household up to its threshold: what this browser holds of it is read and proven, and its relay is dialled. Nobody has
 * entered: nothing was said that tells who is here.
 */
export class Threshold {
  private constructor(
    readonly store: HouseholdStore,
    readonly identity: Identity,
    readonly learned: Partial<Learned>,
    readonly knowledge: Knowledge,
    /** Of the card that was kept, while it is still this home's. */
    readonly keys: readonly CardKey[],
    readonly links: EarlyLinks,
    /** What is kept of its cameras, on its way from the disk. */
    readonly stills: ReadonlyMap<CameraId, Promise<Bytes | undefined>>,
  ) {}

  /** Nothing when this browser does not hold that household. */
  static async of(household: HouseholdId, origin: string): Promise<Threshold | undefined> {
    const links = new EarlyLinks(origin); // most often the relay is where the page came from
    try {
      const threshold = await Threshold.behind(household, links);
      if (threshold === undefined) links.close();
      return threshold;
    } catch (fault) {
      links.close();
      throw fault;
    }
  }

  private static async behind(household: HouseholdId, links: EarlyLinks): Promise<Threshold | undefined> {
    const store = await HouseholdStore.open(household);
    const [identity, learned] = await Promise.all([store.identity(), store.learned()]);
    const stills = new Map(learned.household?.cameras.map(({ camera }) => [camera, reading(store, camera)]));
    const knowledge = identity && (await Knowledge.of(store, identity, learned));
    if (identity !== undefined && knowledge !== undefined) {
      const keys = learned.card && (await knowledge.keyCard(learned.card.text));
      reach("known");
      return new Threshold(store, identity, learned, knowledge, keys ?? [], links, stills);
    }
    store.close();
    if (identity === undefined) await HouseholdStore.forget(household); // looking for it had made an empty one
    return undefined;
  }

  /** Nobody enters after all. */
  leave(): void {
    this.links.close();
    this.store.close();
  }
}

/** Whoever enters hears of a storage that fails; who does not is not disturbed by it. */
function reading(store: HouseholdStore, camera: CameraId): Promise<Bytes | undefined> {
  const still = store.still(camera);
  still.catch(() => undefined);
  return still;
}
