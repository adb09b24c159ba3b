import { hpkeOpen } from "../crypt/hpke";
import type { Answered, Correspondence } from "../letters/correspondence";
import type { Identity } from "../store/householdStore";
import { decodeBase64url } from "../wire/codec/base64url";
import { join, utf8 } from "../wire/codec/bytes";
import { pairingFragment } from "../wire/enrolment";
import { idBytes } from "../wire/ids";
import type { FromHouse, Order, OrderProgress } from "./messages";

/**
 * Carries out what somebody who manages wants of the home. Nothing counts as done before the home has said so: until
 * then a closed camera may still be seen, and a removed device may still look.
 */
export class Steward {
  constructor(
    private readonly identity: Identity,
    private readonly letters: Correspondence,
    private readonly post: (message: FromHouse) => void,
    /** Holds the list that comes with a ruling: by it a home that forgets the ruling is found out. */
    private readonly keepList: (memberList: string) => Promise<void>,
  ) {}

  async carryOut(key: string, order: Order): Promise<void> {
    const tell = (progress: OrderProgress): void => this.post({ is: "order", key, order, progress });
    tell("asked");
    if (order.type === "invite") return this.invite(key, order, tell);
    const reply = await this.letters.ask(order.type, order.members);
    if (reply.is === "answered" && "memberList" in reply.answer) await this.keepList(reply.answer.memberList);
    // An invite that is gone is gone, whoever withdrew it.
    const isDone = reply.is === "answered" || (reply.is === "refused" && reply.reason === "no-such-invite");
    tell(isDone ? "done" : reply.is === "refused" ? reply.reason : "unanswered");
  }

  private async invite(
    key: string,
    order: Extract<Order, { type: "invite" }>,
    tell: (progress: OrderProgress) => void,
  ): Promise<void> {
    const reply = await this.letters.ask("invite", order.members);
    if (reply.is !== "answered") return tell(reply.is === "refused" ? reply.reason : "unanswered");
    const secret = await this.open(reply);
    if (secret === undefined) return tell("unanswered");
    const { invite, untilMicros } = reply.answer;
    const { household, origin } = this.identity;
    this.post({ is: "invited", key, invite, untilMicros, fragment: pairingFragment({ household, secret, origin }) });
    tell("done");
  }

  /** The secret is sealed to this device, as the answer to this very request (formats, section 6). */
  private async open({ answer, request }: Answered<"invite">): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const { device, keys } = this.identity;
    const aad = join(idBytes(device), decodeBase64url("request", request));
    return hpkeOpen(
      { privateKey: keys.kem, publicBytes: keys.kemPublic },
      utf8("mashrabiya/v1/invite-secret"),
      aad,
      answer.sealed,
    );
  }
}
