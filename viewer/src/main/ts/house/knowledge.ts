import { type OpenedCard, openCard } from "../crypt/card";
import { type Home, isMember, proveHome, proveMembers } from "../crypt/home";
import { type HouseholdStore, type Identity, keptInBackground, type Learned } from "../store/householdStore";
import type { CardKey } from "../wire/keyCard";
import { contradict, type Edition, isNewer, type ListEdition, listEditionOf, NO_EDITION, NO_LIST } from "../wire/memberList";

/**
 * What this device holds as proven of its household: certificate, member list and key card, each only ever replaced by
 * a newer one, used at once, and kept for the next start.
 */
export class Knowledge {
  private list: (ListEdition & { readonly text: string }) | undefined;
  private card: (Edition & { readonly text: string }) | undefined;

  private constructor(
    private readonly store: HouseholdStore,
    private readonly identity: Identity,
    private held: Home,
  ) {}

  /** Nothing when what was stored does not hold together. */
  static async of(
    store: HouseholdStore,
    identity: Identity,
    learned: Partial<Learned>,
  ): Promise<Knowledge | undefined> {
    const text = learned.certificate?.text;
    const home = text === undefined ? undefined : await proveHome(text, identity.household, identity.root);
    if (home === undefined) return undefined;
    const knowledge = new Knowledge(store, identity, home);
    knowledge.list = learned.memberList;
    return knowledge;
  }

  get home(): Home {
    return this.held;
  }

  get listEdition(): ListEdition {
    return listEditionOf(this.list ?? NO_LIST);
  }

  get listText(): string | undefined {
    return this.list?.text;
  }

  /** Whether the home now speaks by another certificate. One of a lower serial, or not of the pinned root, is dropped. */
  async certificate(text: string): Promise<boolean> {
    if (text === this.held.text) return false;
    const home = await proveHome(text, this.identity.household, this.identity.root);
    if (home === undefined || !isHigher(home, this.held)) return false;
    this.held = home;
    const { serial } = home.certificate;
    keptInBackground(this.store.keep("certificate", { text, serial }, (kept) => kept.serial > serial));
    return true;
  }

  /**
   * Whether it contradicts the one held: a home that ruled one version twice has forgotten something, and the one held
   * is kept to show it.
   */
  async memberList(text: string): Promise<boolean> {
    if (text === this.list?.text) return false;
    const list = await proveMembers(text, this.identity.household, this.held);
    if (list === undefined || !isMember(list, this.identity.device)) return false;
    if (text === this.list?.text) return false; // it came twice while it was judged
    if (!isNewer(list, this.listEdition)) return contradict(list, this.listEdition);
    this.list = { text, ...listEditionOf(list) };
    keptInBackground(this.store.keep("memberList", this.list, (kept) => isNewer(kept, list)));
    return false;
  }

  /** The keys of a card that is newer than the one held; nothing for every other. */
  async keyCard(text: string): Promise<readonly CardKey[] | undefined> {
    if (text === this.card?.text) return undefined;
    const { household, device, keys } = this.identity;
    const opened = await openCard(text, household, device, keys, this.held);
    if (opened === undefined || !isNewerCard(opened, this.card ?? NO_EDITION)) return undefined;
    this.card = { text, ...opened.edition };
    keptInBackground(this.store.keep("card", this.card, (kept) => isNewer(kept, opened.edition)));
    return opened.keys;
  }
}

/** A certificate that was replaced, as by a restored home, speaks for nobody. */
function isHigher(home: Home, held: Home): boolean {
  return home.certificate.serial > held.certificate.serial;
}

/**
 * Keys that were taken away do not come back.
 *
 * @check
 */
function isNewerCard({ edition }: OpenedCard, held: Edition): boolean {
  return isNewer(edition, held);
}
