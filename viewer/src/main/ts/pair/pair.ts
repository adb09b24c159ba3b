import { type DeviceKeys, makeDeviceKeys } from "../crypt/deviceKeys";
import { HouseholdStore } from "../store/householdStore";
import type { PairingLink } from "../wire/enrolment";
import { Enrolment } from "./enrol";
import { exchange } from "./exchange";

/** How pairing ended. */
export type PairingOutcome =
  | { readonly is: "paired" }
  /** The invite was used, is too old, or was never made. */
  | { readonly is: "spent" }
  /** The relay cannot be reached, or the home cannot. */
  | { readonly is: "unreachable" }
  /** An answer came that this home did not make. */
  | { readonly is: "not-proven" };

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
    const exchanged = await exchange(this.link, enrolling);
    if (exchanged.is !== "answer") return exchanged;
    if (exchanged.answer.length === 0) return { is: "spent" };
    const paired = await (await enrolling).finish(exchanged.answer);
    if (paired === undefined) return { is: "not-proven" };
    const store = await HouseholdStore.open(this.link.household);
    await store.keepPairing(paired.identity, paired.learned);
    store.close();
    void navigator.storage?.persist?.(); // may be refused; then the browser may forget, and pairs again
    return { is: "paired" };
  }
}
