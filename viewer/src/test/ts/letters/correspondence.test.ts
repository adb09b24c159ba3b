import { Correspondence } from "../../../main/ts/letters/correspondence";
import { encodeBase64url } from "../../../main/ts/wire/codec/base64url";
import { utf8 } from "../../../main/ts/wire/codec/bytes";
import type { Json } from "../../../main/ts/wire/codec/json";
import { sha256 } from "../../../main/ts/wire/ids";
import type { StatementType } from "../../../main/ts/wire/statement";
import { TestHome } from "../fixtures/testHome";
import { equal, test } from "../harness";

const CLOCK = 1_795_426_800_000_000;
const HELD = { ruledMicros: CLOCK - 1, serial: 7, version: 3 };

/** A device that writes to a home which answers by hand. */
async function writing() {
  const home = await TestHome.make();
  const device = await home.device();
  const sent: string[] = [];
  const heard: number[] = [];
  const pushes: string[] = [];
  let isUp = true;
  let next: (letter: string) => void = () => undefined;
  const letters = new Correspondence({ household: home.id, device: device.id }, device.keys, home.proven, 0, {
    send: (letter) => {
      if (!isUp) return false;
      sent.push(letter);
      next(letter);
      return true;
    },
    now: () => ({ monotonicMillis: 0, wallMillis: CLOCK / 1000 }),
    held: () => HELD,
    heard: (_, clock) => heard.push(clock),
    pushed: ({ memberList }) => pushes.push(memberList),
  });
  const answer = async (letter: string, type: StatementType, inside: Record<string, Json> = {}): Promise<string> => {
    const request = encodeBase64url(await sha256(utf8(letter)));
    return home.letter(device, type, { clockMicros: CLOCK, request, ...inside });
  };
  return {
    home,
    device,
    letters,
    sent,
    heard,
    pushes,
    answer,
    nextLetter: () => new Promise<string>((resolve) => (next = resolve)),
    goDown: () => (isUp = false),
  };
}

const HOUSE = {
  cameras: [],
  devices: [],
  invites: [],
  name: "House",
  privacy: { cameras: [], house: { hand: [], week: [] } },
  zone: "Asia/Riyadh",
};

test("ask_answered_givesTheAnswerAndTheClock", async () => {
  const { letters, nextLetter, answer, heard } = await writing();
  const letter = nextLetter();
  const reply = letters.ask("beat", { bitsPerSecond: 0, number: 1, sessions: [] });
  await letters.receive(await answer(await letter, "beat-answer", { anew: [], cameras: [], unknown: [] }));
  equal((await reply).is, "answered");
  equal(heard, [CLOCK]);
});

test("ask_answerOfAnotherType_isNotTaken", async () => {
  const { letters, nextLetter, answer } = await writing();
  const letter = nextLetter();
  const reply = letters.ask("beat", { bitsPerSecond: 0, number: 1, sessions: [] });
  await letters.receive(await answer(await letter, "done"));
  letters.abandon();
  equal(await reply, { is: "unanswered" });
});

/** A confirmation without the list would leave the device unable to tell a home that forgets it. */
test("ask_rulingAnsweredWithoutItsList_isNotTaken", async () => {
  const { letters, nextLetter, answer, device, home } = await writing();
  const letter = nextLetter();
  const reply = letters.ask("remove", { device: device.id });
  await letters.receive(await answer(await letter, "done"));
  await letters.receive(await answer(await letter, "ruled"));
  const memberList = await home.memberList(3, device);
  await letters.receive(await answer(await letter, "ruled", { memberList }));
  const came = await reply;
  equal(came.is === "answered" && came.answer.memberList, memberList);
});

test("ask_answerToAnotherQuestionOrRepeated_isNotTaken", async () => {
  const { letters, nextLetter, answer, heard } = await writing();
  const first = nextLetter();
  const one = letters.ask("household", {});
  const done = await answer(await first, "household-answer", HOUSE);
  await letters.receive(done);
  equal((await one).is, "answered");
  const second = nextLetter();
  const other = letters.ask("household", {});
  await second;
  await letters.receive(done);
  equal(heard.length, 1);
  letters.abandon();
  equal(await other, { is: "unanswered" });
});

test("ask_answerOfAnotherHome_isNotTaken", async () => {
  const { letters, nextLetter, device } = await writing();
  const other = await TestHome.make();
  const letter = nextLetter();
  const reply = letters.ask("household", {});
  const request = encodeBase64url(await sha256(utf8(await letter)));
  const inside = { clockMicros: CLOCK, request, ...HOUSE };
  await letters.receive(await other.letter(device, "household-answer", inside));
  letters.abandon();
  equal(await reply, { is: "unanswered" });
});

test("ask_refusedForTheClock_isTriedOnceMoreByTheHomesClock", async () => {
  const { letters, nextLetter, answer, sent } = await writing();
  const first = nextLetter();
  const reply = letters.ask("close", { session: "x" });
  const again = first.then(() => nextLetter());
  await letters.receive(await answer(await first, "refused", { reason: "clock", clockMicros: CLOCK + 60_000_000 }));
  await letters.receive(await answer(await again, "refused", { reason: "clock" }));
  equal(await reply, { is: "refused", reason: "clock" });
  equal(sent.length, 2);
  equal(letters.clockOffsetMicros, 0);
});

test("ask_withoutALink_isUnansweredAtOnce", async () => {
  const { letters, goDown } = await writing();
  goDown();
  equal(await letters.ask("household", {}), { is: "unanswered" });
});

test("receive_push_isToldAndNonsenseIsNot", async () => {
  const { letters, home, device, pushes } = await writing();
  const memberList = await home.memberList(3, device);
  const push = { clockMicros: 1, memberList };
  await letters.receive(await home.letter(device, "household-changed", push));
  await letters.receive(await home.letter(device, "household-changed", { ...push, more: 2 }));
  await letters.receive(await home.letter(device, "household-changed", { clockMicros: 1 }));
  await letters.receive("nonsense");
  equal(pushes, [memberList]);
});

/** What was asked on a link that is gone has no answer; what was asked since goes over another. */
test("abandon_untilAMoment_leavesWhatWasAskedSince", async () => {
  const { letters, nextLetter, answer } = await writing();
  const letter = nextLetter();
  const reply = letters.ask("close", { session: "x" });
  await letter;
  letters.abandon(-1); // it was asked at 0
  await letters.receive(await answer(await letter, "done"));
  equal((await reply).is, "answered");
  const next = nextLetter();
  const other = letters.ask("close", { session: "x" });
  await next;
  letters.abandon(0);
  equal(await other, { is: "unanswered" });
});
