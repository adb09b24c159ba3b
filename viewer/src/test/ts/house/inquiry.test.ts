import { Inquiry } from "../../../main/ts/house/inquiry";
import type { Reply } from "../../../main/ts/letters/correspondence";
import type { HouseholdAnswer } from "../../../main/ts/wire/letters";
import { equal, test } from "../harness";

/** An inquiry whose home is the test; what it learns and asks for is told in order. */
function inquiring() {
  const told: string[] = [];
  const asked: ((reply: Reply<"household">) => void)[] = [];
  const home = { isThere: true };
  const waiting: (() => void)[] = [];
  const inquiry = new Inquiry({
    ask: () =>
      new Promise((resolve) => {
        asked.push(resolve);
        waiting.splice(0).forEach((go) => go());
      }),
    isHomeThere: () => home.isThere,
    learn: ({ name }) => told.push(name),
    keepList: async (memberList) => void told.push(memberList),
    removed: () => told.push("removed"),
    behind: () => told.push("behind"),
  });
  /** Resolves once it has asked so often. */
  const until = async (times: number): Promise<void> => {
    while (asked.length < times) await new Promise<void>((go) => waiting.push(go));
  };
  return { inquiry, told, asked, home, until };
}

const answer = (name: string, sentMillis: number): Reply<"household"> => ({
  is: "answered",
  answer: { name } as HouseholdAnswer,
  request: "",
  sent: { monotonicMillis: sentMillis, wallMillis: 0 },
});

test("ask_inVainWhileTheHomeIsThere_asksAgainUntilItAnswers", async () => {
  const { inquiry, told, asked, until } = inquiring();
  inquiry.pushed("list");
  asked[0]!({ is: "unanswered" });
  await until(2);
  asked[1]!({ is: "refused", reason: "busy" });
  await until(3);
  equal([told, inquiry.isOwed], [[], true]);
  asked[2]!(answer("home", 1));
  await Promise.resolve().then(() => undefined);
  equal([told, inquiry.isOwed], [["home", "list"], false]);
  inquiry.stop();
});

test("ask_whileNobodyAnswers_isOwedAndAskedByWhoeverComesBack", async () => {
  const { inquiry, asked, home } = inquiring();
  home.isThere = false;
  const asking = inquiry.now();
  asked[0]!({ is: "unanswered" });
  await asking;
  equal(inquiry.isOwed, true);
  const again = inquiry.now();
  asked[1]!(answer("home", 1));
  await again;
  equal([inquiry.isOwed, asked.length], [false, 2]);
});

test("stop_whileTheHomeIsAsked_asksNoMore", async () => {
  const { inquiry, asked } = inquiring();
  const asking = inquiry.now();
  inquiry.stop();
  asked[0]!({ is: "unanswered" });
  await asking;
  await new Promise((resolve) => setTimeout(resolve));
  equal(asked.length, 1);
});

test("answer_toAnEarlierQuestion_doesNotComeBehindThatToALaterOne", async () => {
  const { inquiry, told, asked } = inquiring();
  const both = [inquiry.now(), inquiry.now()];
  asked[1]!(answer("opened", 2));
  asked[0]!(answer("closed", 1));
  await Promise.all(both);
  equal(told, ["opened"]);
});

test("refusal_thatWouldBeTheSameAgain_isNotAskedAgain", async () => {
  const { inquiry, asked } = inquiring();
  const asking = inquiry.now();
  asked[0]!({ is: "refused", reason: "malformed" });
  await asking;
  equal([inquiry.isOwed, asked.length], [false, 1]);
});

test("refusal_ofARemovedDeviceOrByAnOldCopy_isToldAndNotAskedAgain", async () => {
  const { inquiry, told, asked } = inquiring();
  const both = [inquiry.now(), inquiry.now()];
  asked[0]!({ is: "refused", reason: "removed" });
  asked[1]!({ is: "refused", reason: "behind" });
  await Promise.all(both);
  equal([told, inquiry.isOwed], [["removed", "behind"], false]);
});
