import { Freshness, elapsedMillis, type Now } from "../../../main/ts/accept/freshness";
import type { DeviceKeys } from "../../../main/ts/crypt/deviceKeys";
import { Cameras } from "../../../main/ts/house/cameras";
import type { CameraWatch } from "../../../main/ts/house/cameraWatch";
import type { Gate } from "../../../main/ts/house/gate";
import { Knowledge } from "../../../main/ts/house/knowledge";
import { sealedGates } from "../../../main/ts/house/sealedGate";
import { type Question, Questions } from "../../../main/ts/letters/questions";
import { openLetter } from "../../../main/ts/letters/seal";
import type { HouseholdStore, Identity } from "../../../main/ts/store/householdStore";
import { encodeBase64url } from "../../../main/ts/wire/codec/base64url";
import { type Bytes, join } from "../../../main/ts/wire/codec/bytes";
import { decodeUtf8 } from "../../../main/ts/wire/codec/json";
import { unlessMalformed } from "../../../main/ts/wire/codec/malformed";
import { parseFromRelay } from "../../../main/ts/wire/control";
import { type FrameName, parseEnvelope } from "../../../main/ts/wire/envelope";
import type { CameraId, DeviceId, HouseholdId } from "../../../main/ts/wire/ids";
import { kidOf, TRACK } from "../../../main/ts/wire/kid";
import {
  ANSWER_TO,
  type AnswerOf,
  type AnswerType,
  type BeatAnswer,
  isAnswer,
  type Opened,
  readerOf,
  type RequestType,
} from "../../../main/ts/wire/letters";
import { parseMediaMessage } from "../../../main/ts/wire/media";
import { hex } from "../hex";
import { bytesOf, timeOf } from "./trace";

interface Asked extends Question {
  readonly type: RequestType;
  readonly request: string;
}

interface Answered {
  readonly question: Asked;
  readonly answer: AnswerOf<AnswerType>;
}

const NO_STORE = { keep: async () => undefined } as unknown as HouseholdStore;
const X25519_PKCS8 = hex("302e020100300506032b656e04220420");
const LONGEST_MILLIS = 60_000;
const UNREADABLE = { kid: kidOf(1, TRACK.main), number: 0 };

/**
 * A device of the classes that ship, as `House` and `Correspondence` put them together; what they are left out for (links,
 * storage, decoders, timers, a device's own questions) stands in the trace.
 */
export class Device {
  /** What it made of what happened since somebody last asked, in the words of the trace. */
  private verdicts: string[] = [];
  private knowledge!: Knowledge;
  private identity!: Identity;
  private now: Now = timeOf([]);
  private readonly freshness = new Freshness();
  private readonly questions = new Questions<Asked>();
  private readonly cameras = new Cameras(
    (camera) => ({ gate: this.gate(camera) }) as unknown as CameraWatch,
    () => undefined,
  );
  private readonly answers: (Answered | undefined)[] = [];
  /** The question that is asked once more by the home's clock, while its answer is heard. */
  private again: Asked | undefined;
  private readonly successors = new Map<string, string>();

  /** What it makes of one thing that happens; all that follows from it is done when the promise ends. */
  async meet(what: string, words: readonly string[]): Promise<readonly string[]> {
    this.verdicts = [];
    await this.happens(what, words);
    await Promise.all(this.cameras.watches().map(({ gate }) => gate.next(UNREADABLE.kid)));
    return this.verdicts;
  }

  private async happens(what: string, words: readonly string[]): Promise<void> {
    switch (what) {
      case "begin":
        this.now = timeOf(words);
        return this.begin(words.slice(3));
      case "ask":
        this.now = timeOf(words);
        return this.ask(words[2]!, words[3] as RequestType);
      case "give-up":
        return this.giveUp(words[0]!);
      case "hear":
        this.now = timeOf(words);
        return this.hear(bytesOf(words[2]!));
      case "effect":
        return this.takeEffect(this.answers[Number(words[0])]);
      case "see":
        this.now = timeOf(words);
        return this.see(bytesOf(words[2]!));
      case "look":
        this.now = timeOf(words);
        return this.look(words[2]!);
      case "ends":
        return undefined;
      default:
        throw new Error(`the trace says ${what}`);
    }
  }

  private async begin([household, device, root, held, secret, kemPublic, shown]: readonly string[]): Promise<void> {
    const pkcs8 = join(X25519_PKCS8, bytesOf(secret!));
    const kem = await crypto.subtle.importKey("pkcs8", pkcs8, "X25519", false, ["deriveBits"]);
    const keys = { kem, kemPublic: bytesOf(kemPublic!) } as DeviceKeys;
    this.identity = {
      household: household as HouseholdId,
      device: device as DeviceId,
      origin: "",
      root: bytesOf(root!),
      keys,
    };
    const knowledge = await Knowledge.of(NO_STORE, this.identity, { certificate: { text: held!, serial: 0 } });
    if (knowledge === undefined) return this.say("knows no home");
    this.knowledge = knowledge;
    if (!(await this.certificate(shown!))) this.say("fails");
  }

  /** The twin ends its links over a certificate that it does not take; the viewer drops it, and stays. */
  private async certificate(text: string): Promise<boolean> {
    const taken = (await this.knowledge.certificate(text)) || text === this.knowledge.home.text;
    this.say(`certified ${taken}`);
    return taken;
  }

  private ask(request: string, type: RequestType): void {
    if (type === "report") return; // the twin waits for no answer to that, and gives nothing else up over it
    for (const [old, { sent }] of this.questions.all()) {
      if (elapsedMillis(sent, this.now) > LONGEST_MILLIS) this.questions.forget(old);
    }
    if (this.again?.type === type) this.successors.set(this.again.request, request);
    this.again = undefined;
    this.questions.asked(request, { type, request, expects: ANSWER_TO[type], sent: this.now });
  }

  private giveUp(request: string): void {
    this.questions.forget(request);
    this.questions.forget(this.successors.get(request) ?? "");
  }

  private async hear(text: Bytes): Promise<void> {
    this.answers.push(undefined);
    this.again = undefined;
    const message = unlessMalformed(() => parseFromRelay(decodeUtf8("trace", text)));
    switch (message?.type) {
      case "letter":
        return this.receive(message.letter);
      case "card":
        return this.rekey(message.card);
      case "certificate":
        await this.certificate(message.certificate);
        return this.say("fails");
      case "online":
      case "ticket":
        return undefined;
      default:
        return this.say("fails");
    }
  }

  private async receive(letter: string): Promise<void> {
    const { identity, knowledge, now } = this;
    const opened = await openLetter(identity, identity.keys, knowledge.home, letter);
    if (opened === undefined || !isAnswer(opened.type)) return;
    const { type, inside } = opened;
    const answer = unlessMalformed(() => readerOf(type)(inside, type));
    const question = answer && this.questions.answered(encodeBase64url(answer.request), type);
    if (answer === undefined || question === undefined) return;
    this.freshness.answered(question.sent, answer.clockMicros, now);
    if (type === "refused" && (answer as AnswerOf<"refused">).reason === "clock" && !this.isSecond(question)) {
      this.again = question;
    } else if (question.type === "open" || question.type === "beat") {
      this.answers[this.answers.length - 1] = { question, answer };
      this.say("answers");
    }
  }

  private isSecond({ request }: Asked): boolean {
    return [...this.successors.values()].includes(request);
  }

  private async takeEffect(answered: Answered | undefined): Promise<void> {
    const { expects, sent } = answered?.question ?? {};
    const answer = answered?.answer;
    if (answer === undefined || "reason" in answer) return;
    if (expects === "opened") await this.opened(answer as Opened, sent!);
    if (expects === "beat-answer") {
      for (const { camera, epoch } of (answer as BeatAnswer).cameras) {
        this.cameras.get(camera)?.gate.beatAnswered(epoch, sent!.monotonicMillis);
      }
    }
  }

  private async opened(answer: Opened, sent: Now): Promise<void> {
    const watched = new Set([...this.cameras.ids(), answer.camera]);
    this.cameras.set([...watched].map((camera) => ({ camera, name: "" })));
    await this.rekey(answer.card);
    this.cameras.get(answer.camera)?.gate.opened(answer, sent.monotonicMillis);
  }

  private async rekey(card: string): Promise<void> {
    const keys = await this.knowledge.keyCard(card);
    if (keys !== undefined) this.cameras.rekey(keys);
  }

  private async see(bytes: Bytes): Promise<void> {
    const message = unlessMalformed(() => parseMediaMessage(bytes));
    if (message === undefined) return this.say("fails");
    if ("bitsPerSecond" in message) return;
    const { camera, envelope } = message;
    const addressee = sealedGates.addressee(camera, this.cameras.ids());
    const watch = addressee === undefined ? undefined : this.cameras.get(addressee);
    if (watch !== undefined) return watch.gate.receive(envelope);
    this.refused(camera, "not-opened", unlessMalformed(() => parseEnvelope(envelope)));
  }

  private look(captured: string): void {
    const micros = captured === "" ? [] : captured.split(",").map(Number);
    this.say(`live ${micros.map((one) => this.freshness.isLive(one, this.now)).join(",")}`);
  }

  private gate(camera: CameraId): Gate {
    return sealedGates.make(this.identity.household, camera, this.knowledge.home, {
      letIn: ({ name: { kid, number, kind }, captureMicros, complete, paint, picture }) =>
        this.say(["seen", camera, kid, number, kind, captureMicros, complete, paint, encodeBase64url(picture)].join(" ")),
      refused: (reason, name) => this.refused(camera, reason, name),
      waits: () => undefined,
      nowMillis: () => this.now.monotonicMillis,
    });
  }

  private refused(camera: CameraId, reason: string, name: FrameName | undefined): void {
    const { kid, number } = name ?? UNREADABLE;
    this.say(`refused ${camera} ${kid} ${number} ${reason}`);
  }

  private say(verdict: string): void {
    this.verdicts.push(verdict);
  }
}
