import { type Json, parseJson, writeJson } from "./codec/json";
import { Malformed } from "./codec/malformed";
import { atMost, exactly, flag, members, oneOf, whole } from "./codec/shape";
import { keyCard } from "./keyCard";
import { letterFromHome } from "./letters";
import { origin } from "./origin";
import { LETTER_TYPES, statementOf, statementSaying } from "./statement";

/** JSON messages of a control link (formats, section 8), as a device or newcomer speaks them. */
const BYE_REASONS = [
  "not-proven",
  "not-admitted",
  "suspended",
  "not-a-member",
  "no-such-invite",
  "home-unknown",
  "rival",
  "replaced",
  "too-much",
  "malformed",
  "going-away",
] as const;
export type ByeReason = (typeof BYE_REASONS)[number];

const MAX_ENROL_ANSWER_BYTES = 65_536;
const MAX_CHARACTERS = 524_288;

const FROM_RELAY = {
  challenge: members({ type: oneOf("challenge"), nonce: exactly(32), origin }),
  "device-welcome": members({
    type: oneOf("device-welcome"),
    certificate: statementOf("home-certificate"),
    online: flag,
    ticket: exactly(32),
  }),
  "invite-welcome": members({ type: oneOf("invite-welcome"), certificate: statementOf("home-certificate") }),
  known: members({
    type: oneOf("known"),
    addresses: whole,
    cachedBytes: whole,
    carriedBytes: whole,
    devices: whole,
    links: whole,
    sinceMicros: whole,
  }),
  "back-soon": members({ type: oneOf("back-soon"), millis: whole }),
  bye: members({ type: oneOf("bye"), reason: oneOf(...BYE_REASONS) }),
  card: members({ type: oneOf("card"), card: statementSaying(keyCard, "key-card") }),
  enrolled: members({ type: oneOf("enrolled"), answer: atMost(MAX_ENROL_ANSWER_BYTES) }),
  letter: members({ type: oneOf("letter"), letter: statementSaying(letterFromHome, ...LETTER_TYPES) }),
  online: members({ type: oneOf("online"), online: flag }),
  certificate: members({ type: oneOf("certificate"), certificate: statementOf("home-certificate") }),
  ticket: members({ type: oneOf("ticket"), ticket: exactly(32) }),
} as const;

/** Everything that a relay may say to a device. */
export type FromRelay = {
  [type in keyof typeof FROM_RELAY]: ReturnType<(typeof FROM_RELAY)[type]>;
}[keyof typeof FROM_RELAY];

export function parseFromRelay(message: string): FromRelay {
  if (message.length > MAX_CHARACTERS) throw new Malformed("control-message");
  const json = parseJson("control-message", message);
  const type =
    typeof json === "object" && !Array.isArray(json) ? (json as { [name: string]: Json })["type"] : undefined;
  if (typeof type !== "string" || !Object.hasOwn(FROM_RELAY, type)) throw new Malformed("control-message.type");
  return FROM_RELAY[type as keyof typeof FROM_RELAY](json, type);
}

/** Everything that a device or newcomer may say to a relay. */
export type ToRelay =
  | { readonly type: "device-hello"; readonly proof: string }
  | { readonly type: "invite-hello"; readonly household: string; readonly invite: string }
  | { readonly type: "enrol"; readonly message: string }
  | { readonly type: "letter"; readonly letter: string }
  | { readonly type: "want-ticket" }
  /** Answered with `known`: what the relay knows of this household. */
  | { readonly type: "knows" };

export function writeToRelay(message: ToRelay): string {
  return writeJson(message);
}
