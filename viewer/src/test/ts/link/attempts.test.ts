import { Attempts } from "../../../main/ts/link/attempts";
import { equal, test } from "../harness";

/** How long each of so many attempts gets, one after the other. */
function waits(cause: "unknown" | "told" | "silence", count: number, answerMillis = 0): number[] {
  const attempts = new Attempts();
  let now = 0;
  return Array.from({ length: count }, () => {
    const millis = attempts.connectMillis(cause, answerMillis, now, 0);
    now += millis;
    return millis;
  });
}

/** TCP sends its SYN again after a second: so one leaves each second. */
test("connect_afterSilence_everyTwoSecondsForHalfAMinuteThenLessOften", () => {
  const all = waits("silence", 25);
  equal(all.slice(0, 15), Array.from({ length: 15 }, () => 2_000));
  equal(all.slice(15, 18), [3_000, 4_500, 6_750]);
  equal(all.at(-1), 15_000);
});

test("connect_ofALineThatIsNotKnown_hasLongerEachTime", () => {
  equal(waits("unknown", 6), [3_000, 4_500, 6_750, 10_125, 15_000, 15_000]);
});

test("connect_toARelayThatEndedTheLinkItself_hasAllTheTimeItNeeds", () => {
  equal(waits("told", 2), [15_000, 15_000]);
});

test("connect_onASlowLine_hasTheTimeOfItsAnswers", () => {
  equal(waits("silence", 2, 5_000), [5_000, 5_000]);
});

test("connect_devicesThatFellSilentTogether_doNotDialTogether", () => {
  const least = new Attempts().connectMillis("silence", 0, 0, 0);
  const most = new Attempts().connectMillis("silence", 0, 0, 1);
  equal([least, most], [2_000, 2_500]);
});

test("anew_afterALongSilence_isAsQuickAsAtFirst", () => {
  const attempts = new Attempts();
  attempts.connectMillis("silence", 0, 0, 0);
  equal(attempts.connectMillis("silence", 0, 60_000, 0), 3_000);
  attempts.anew();
  equal(attempts.connectMillis("silence", 0, 60_001, 0), 2_000);
});
