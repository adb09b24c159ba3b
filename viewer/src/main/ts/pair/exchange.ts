import { socketUrl } from "../link/dialled";
import { CONTROL_PATH } from "../link/earlyLinks";
import { encodeBase64url } from "../wire/codec/base64url";
import type { Bytes } from "../wire/codec/bytes";
import { unlessMalformed } from "../wire/codec/malformed";
import { type FromRelay, parseFromRelay, type ToRelay, writeToRelay } from "../wire/control";
import type { PairingLink } from "../wire/enrolment";
import type { Enrolment } from "./enrol";

/** What came back; an empty answer is the home's refusal. */
export type Exchange =
  | { readonly is: "answer"; readonly answer: Bytes }
  /** The relay knows no such invite. */
  | { readonly is: "spent" }
  | { readonly is: "unreachable" }
  /** This browser cannot make the keys. */
  | { readonly is: "no-keys" };

const ANSWER_MILLIS = 20_000;

/** A newcomer's link: challenge, `invite-hello`, `invite-welcome`, `enrol`, `enrolled`. */
export function exchange(link: PairingLink, enrolling: Promise<Enrolment>): Promise<Exchange> {
  return new Promise((resolve) => {
    const socket = new WebSocket(socketUrl(link.origin, CONTROL_PATH));
    const timer = setTimeout(() => finish({ is: "unreachable" }), ANSWER_MILLIS);
    const finish = (outcome: Exchange): void => {
      clearTimeout(timer);
      socket.onclose = socket.onmessage = null;
      socket.close();
      resolve(outcome);
    };
    const enrolment = enrolling.catch(() => undefined);
    void enrolment.then((begun) => begun ?? finish({ is: "no-keys" }));
    socket.onclose = () => finish({ is: "unreachable" });
    socket.onmessage = async ({ data }) => {
      const message = typeof data === "string" ? unlessMalformed(() => parseFromRelay(data)) : undefined;
      const begun = await enrolment;
      if (begun === undefined) return;
      const next = message === undefined ? { is: "unreachable" as const } : step(message, link, begun);
      if ("is" in next) finish(next);
      else if (socket.readyState === WebSocket.OPEN) socket.send(writeToRelay(next));
    };
  });
}

function step(message: FromRelay, link: PairingLink, enrolment: Enrolment): ToRelay | Exchange {
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
