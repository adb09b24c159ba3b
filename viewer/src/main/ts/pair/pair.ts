import { socketUrl } from "../link/control";
import { HouseholdStore } from "../store/householdStore";
import { encodeBase64url } from "../wire/codec/base64url";
import type { Bytes } from "../wire/codec/bytes";
import { unlessMalformed } from "../wire/codec/malformed";
import { type FromRelay, parseFromRelay, type ToRelay, writeToRelay } from "../wire/control";
import type { PairingLink } from "../wire/enrolment";
import { Enrolment } from "./enrol";

/** How pairing ended. */
export type PairingOutcome =
  | { readonly is: "paired" }
  /** The invite was used, is too old, or was never made. */
  | { readonly is: "spent" }
  /** The relay cannot be reached, or the home cannot. */
  | { readonly is: "unreachable" }
  /** An answer came that this home did not make. */
  | { readonly is: "not-proven" };

const ANSWER_MILLIS = 20_000;

/** Pairs this browser with a household. Stores nothing before the home's answer is proven. */
export async function pair(link: PairingLink, deviceName: string): Promise<PairingOutcome> {
  const enrolling = Enrolment.begin(link, deviceName); // while the socket connects
  const exchanged = await exchange(link, enrolling);
  if (exchanged.is !== "answer") return exchanged;
  if (exchanged.answer.length === 0) return { is: "spent" };
  const paired = await (await enrolling).finish(exchanged.answer);
  if (paired === undefined) return { is: "not-proven" };
  const store = await HouseholdStore.open(link.household);
  await store.keepPairing(paired.identity, paired.learned);
  store.close();
  void navigator.storage?.persist?.(); // may be refused; then the browser may forget, and pairs again
  return { is: "paired" };
}

type Exchange = { readonly is: "answer"; readonly answer: Bytes } | Exclude<PairingOutcome, { is: "paired" }>;

/** challenge, `invite-hello`, `invite-welcome`, `enrol`, `enrolled`. */
function exchange(link: PairingLink, enrolling: Promise<Enrolment>): Promise<Exchange> {
  return new Promise((resolve) => {
    const socket = new WebSocket(socketUrl(link.origin, "/v1/device"));
    const timer = setTimeout(() => finish({ is: "unreachable" }), ANSWER_MILLIS);
    const finish = (outcome: Exchange): void => {
      clearTimeout(timer);
      socket.onclose = socket.onmessage = null;
      socket.close();
      resolve(outcome);
    };
    socket.onclose = () => finish({ is: "unreachable" });
    socket.onmessage = async ({ data }) => {
      const message = typeof data === "string" ? unlessMalformed(() => parseFromRelay(data)) : undefined;
      const next = message === undefined ? { is: "unreachable" as const } : await step(message, link, await enrolling);
      if ("is" in next) finish(next);
      else if (socket.readyState === WebSocket.OPEN) socket.send(writeToRelay(next));
    };
  });
}

async function step(message: FromRelay, link: PairingLink, enrolment: Enrolment): Promise<ToRelay | Exchange> {
  switch (message.type) {
    case "challenge":
      if (message.origin !== link.origin) return { is: "unreachable" };
      return { type: "invite-hello", household: link.household, invite: enrolment.invite };
    case "invite-welcome":
      return { type: "enrol", message: encodeBase64url(enrolment.message) };
    case "enrolled":
      return { is: "answer", answer: message.answer };
    case "bye":
      return { is: message.reason === "no-such-invite" ? "spent" : "unreachable" };
    default:
      return { is: "unreachable" };
  }
}
