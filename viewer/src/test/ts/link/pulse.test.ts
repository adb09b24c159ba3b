import { Pulse, type Verdict } from "../../../main/ts/link/pulse";
import { equal, test } from "../harness";

/** What is thought of it at each quarter of a second until then, each thought at its beginning; whoever is to ask does. */
function thoughts(pulse: Pulse, untilMillis: number, isWatched = true, from = 0): [number, Verdict][] {
  const all: [number, Verdict][] = [];
  for (let now = from; now <= untilMillis; now += 250) {
    const verdict = pulse.judge(now, isWatched);
    if (verdict === "ask") pulse.ask(now);
    if (verdict !== "well" && verdict !== all.at(-1)?.[1]) all.push([now, verdict]);
  }
  return all;
}

/** A line on which each answer took so long. */
function onALineOf(...roundTrips: readonly number[]): Pulse {
  const pulse = new Pulse(0, 0);
  for (const millis of roundTrips) pulse.took(millis);
  return pulse;
}

test("judge_nothingComes_asksDoubtsAndIsToldWithinFiveSeconds", () => {
  equal(thoughts(onALineOf(100), 20_000), [
    [1_500, "ask"],
    [2_500, "doubtful"],
    [4_500, "silent"],
  ]);
});

test("judge_lineThatTakesSecondsForAnAnswer_isGivenThem", () => {
  const [, doubtful, silent] = thoughts(onALineOf(1_800, 2_500, 2_000, 3_000), 20_000);
  equal([doubtful, silent], [
    [6_500, "doubtful"],
    [7_500, "silent"],
  ]);
});

test("judge_bytesComeOverEitherLink_isWellThoughAnAnswerIsOverdue", () => {
  const pulse = onALineOf(100);
  pulse.ask(0);
  for (let now = 500; now < 60_000; now += 500) {
    pulse.heard(now);
    equal(pulse.judge(now + 499, true), "well");
  }
});

test("judge_longestAnswersOfATunnel_changeNothing", () => {
  const tunnels = onALineOf(100, 8_000, 120, 110, 9_000, 100, 130, 100);
  equal(thoughts(tunnels, 20_000).at(-1), [4_500, "silent"]);
});

test("judge_bytesComeAllTheTime_isAskedNowAndThenToKnowTheLine", () => {
  const pulse = new Pulse(0, 0);
  const asked: number[] = [];
  for (let now = 0; now <= 20_000; now += 250) {
    pulse.heard(now);
    if (pulse.judge(now, true) !== "ask") continue;
    asked.push(now);
    pulse.ask(now);
    pulse.answered(now + 100);
  }
  equal(asked, [5_000, 10_000, 15_000, 20_000]);
});

test("judge_nobodyLooks_letsTheRadioSleep", () => {
  equal(thoughts(onALineOf(100), 60_000, false), [
    [20_000, "ask"],
    [30_000, "doubtful"],
    [40_000, "silent"],
  ]);
});

test("judge_somebodyLooksAgainAtADeadLine_asksAtOnceAndDoubtsASecondLater", () => {
  equal(thoughts(onALineOf(100), 18_000, true, 15_000), [
    [15_000, "ask"],
    [16_000, "doubtful"],
    [17_000, "silent"],
  ]);
});

test("judge_doubtedInVain_doubtsLaterAndTellsAsSoon", () => {
  const pulse = onALineOf(100);
  pulse.wasDoubtedInVain();
  equal(thoughts(pulse, 20_000), [
    [1_500, "ask"],
    [3_500, "doubtful"],
    [4_500, "silent"],
  ]);
});

test("judge_answersAfterAVainDoubt_doubtsAsSoonAsBefore", () => {
  const pulse = onALineOf(100);
  pulse.wasDoubtedInVain();
  for (let time = 0; time < 4; time++) pulse.took(100);
  equal(thoughts(pulse, 20_000)[1], [2_750, "doubtful"]);
});

test("judge_devicesThatHearNothingFromTheSameMoment_doubtAtDifferentOnes", () => {
  const shy = new Pulse(0, 900);
  equal(thoughts(shy, 20_000)[1], [3_500, "doubtful"]);
});

test("pulse_ofAnotherLinkOfTheLine_expectsWhatThatTook", () => {
  equal(new Pulse(0, 0, onALineOf(3_000)).patienceMillis(0), 6_000);
});

test("patience_lineOfMinutes_hasAnEnd", () => {
  equal(onALineOf(60_000).patienceMillis(1_000), 8_000);
});
