import { Questions } from "../../../main/ts/letters/questions";
import { equal, test } from "../harness";

const SENT = { monotonicMillis: 1, wallMillis: 2 };

function asked() {
  const questions = new Questions();
  questions.asked("one", { expects: "opened", sent: SENT });
  questions.asked("other", { expects: "done", sent: SENT });
  return questions;
}

test("answered_once_isForTheQuestionThatItNames", () => {
  equal(asked().answered("one", "opened"), { expects: "opened", sent: SENT });
});

test("answered_again_isForNobody", () => {
  const questions = asked();
  questions.answered("one", "opened");
  equal(questions.answered("one", "opened"), undefined);
  equal(questions.all().map(([request]) => request), ["other"]);
});

test("answered_refused_isAnAnswerToEverything", () => {
  equal(asked().answered("other", "refused")?.expects, "done");
});

test("answered_withSomethingElse_waitsOn", () => {
  const questions = asked();
  equal(questions.answered("one", "done"), undefined);
  equal(questions.answered("one", "opened")?.expects, "opened");
});

test("answered_whenNobodyWaits_isForNobody", () => {
  const questions = asked();
  questions.forget("one");
  equal(questions.answered("one", "opened"), undefined);
  equal(questions.answered("never asked", "opened"), undefined);
});
