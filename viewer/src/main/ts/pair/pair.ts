import { type DeviceKeys, makeDeviceKeys } from "../crypt/deviceKeys";
import { HouseholdStore } from "../store/householdStore";
import type { PairingLink } from "../wire/enrolment";
import { Enrolment, type Paired } from "./enrol";
import { type Exchange, exchange } from "./exchange";

/** How pairing ended. */
export type PairingOutcome =
  | { readonly is: "paired" }
  /** The invite was used, is too old, or was never made. */
  | { readonly is: "spent" }
  /** The relay cannot be reached, or the home cannot. */
  | { readonly is: "unreachable" }
  /** An answer came that this home did not make. */
  | { readonly is: "not-proven" }
  /** This browser cannot make the keys. */
  | { readonly is: "no-keys" }
  /** This browser does not keep what pairing brought. */
  | { readonly is: "no-storage" };

/**
 * Pairs this browser with a household by one link, as often as it takes. Every try is made with the same keys: the home
 * may have taken them in though its answer was lost, and to other keys the link is spent. Stores nothing before the
 * home's answer is proven.
 */
export class Pairing {
  private keys: Promise<DeviceKeys> | undefined;

  constructor(
    readonly link: PairingLink,
    private readonly deviceName: string,
  ) {}

  async attempt(): Promise<PairingOutcome> {
    this.keys ??= makeDeviceKeys();
    const enrolling = Enrolment.begin(this.link, this.keys, this.deviceName); // while the socket connects
    const exchanged = await exchange(this.link, enrolling).catch(unreachable);
    if (exchanged.is === "no-keys") this.keys = undefined;
    if (exchanged.is !== "answer") return exchanged;
    if (exchanged.answer.length === 0) return { is: "spent" };
    const enrolment = await enrolling;
    const paired = await enrolment.finish(exchanged.answer).catch(() => undefined); // a key that no browser reads
    if (paired === undefined) return { is: "not-proven" };
    return (await isKept(paired)) ? { is: "paired" } : { is: "no-storage" };
  }
}

/** A browser throws at once where it will not open such a socket at all. */
function unreachable(): Exchange {
  return { is: "unreachable" };
}

async function isKept({ identity, learned }: Paired): Promise<boolean> {
  try {
    const store = await HouseholdStore.open(identity.household);
    await store.keepPairing(identity, learned);
    store.close();
  } catch (fault) {
    console.warn("what pairing brought is not kept", fault);
    return false;
  }
  void navigator.storage?.persist?.(); // may be refused; then the browser may forget, and pairs again
  return true;
}
