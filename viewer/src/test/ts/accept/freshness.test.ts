import { Freshness, type Now } from "../../../main/ts/accept/freshness";
import { equal, table, test } from "../harness";

/** Both clocks of a device that never slept. */
const at = (seconds: number): Now => ({ monotonicMillis: seconds * 1000, wallMillis: 1e12 + seconds * 1000 });
const micros = (seconds: number): number => 1.8e15 + seconds * 1e6;

interface Row {
  readonly name: string;
  /** When a beat was sent, what the home's clock said in the answer, when the answer came. */
  readonly beats: readonly (readonly [sent: number, home: number, heard: number])[];
  readonly captured: number;
  readonly now: Now;
  readonly age: number | undefined;
  readonly live: boolean;
}

const rows: readonly Row[] = [
  { name: "noAnswer_isUnknown", beats: [], captured: 10, now: at(10), age: undefined, live: false },
  { name: "answeredAtOnce_isExact", beats: [[10, 10, 10]], captured: 9, now: at(11), age: 2, live: true },
  { name: "atThreeSeconds_isLive", beats: [[10, 10, 10]], captured: 8, now: at(11), age: 3, live: true },
  { name: "overThreeSeconds_isNotLive", beats: [[10, 10, 10]], captured: 7.999, now: at(11), age: 3.001, live: false },
  {
    name: "questionDelayed_isLargerNeverSmaller",
    beats: [[10, 14, 14]],
    captured: 13,
    now: at(14),
    age: 5,
    live: false,
  },
  { name: "answerDelayed_isExactAllTheSame", beats: [[10, 10, 18]], captured: 17, now: at(18), age: 1, live: true },
  {
    name: "severalAnswers_theLeastCounts",
    beats: [
      [10, 14, 14],
      [12, 12, 12],
    ],
    captured: 13,
    now: at(14),
    age: 1,
    live: true,
  },
  { name: "fromTheFuture_isUnknown", beats: [[10, 10, 10]], captured: 20, now: at(11), age: undefined, live: false },
  {
    name: "answerOlderThanAMinute_isForgotten",
    beats: [[10, 10, 10]],
    captured: 69,
    now: at(70.1),
    age: undefined,
    live: false,
  },
  { name: "answerOfAMinute_stillBounds", beats: [[10, 10, 10]], captured: 69, now: at(70), age: 1, live: false },
  {
    name: "unheardForFifteenSeconds_isNotLive",
    beats: [[10, 10, 10]],
    captured: 25,
    now: at(25.1),
    age: 0.1,
    live: false,
  },
  { name: "heardFifteenSecondsAgo_isLive", beats: [[10, 10, 10]], captured: 24, now: at(25), age: 1, live: true },
  {
    name: "sleptTenSeconds_voidsAllAnswers",
    beats: [[10, 10, 10]],
    captured: 10,
    now: { monotonicMillis: 11_000, wallMillis: 1e12 + 21_000 },
    age: undefined,
    live: false,
  },
  {
    name: "sleptOneSecond_countsIt",
    beats: [[10, 10, 10]],
    captured: 10,
    now: { monotonicMillis: 11_000, wallMillis: 1e12 + 12_000 },
    age: 2,
    live: true,
  },
  {
    name: "wallClockSetBackALittle_doesNotShorten",
    beats: [[10, 10, 10]],
    captured: 10,
    now: { monotonicMillis: 12_000, wallMillis: 1e12 + 11_000 },
    age: 2,
    live: true,
  },
  {
    name: "wallClockSetBackFar_voidsAllAnswers",
    beats: [[10, 10, 10]],
    captured: 10,
    now: { monotonicMillis: 12_000, wallMillis: 1e12 - 3_600_000 },
    age: undefined,
    live: false,
  },
];

table(
  rows,
  ({ name }) => `age_${name}`,
  ({ beats, captured, now, age, live }) => {
    const freshness = new Freshness();
    for (const [sent, home, heard] of beats) freshness.answered(at(sent), micros(home), at(heard));
    const bound = freshness.ageMillis(micros(captured), now);
    equal(bound === undefined ? undefined : Math.round(bound) / 1000, age);
    equal(freshness.isLive(micros(captured), now), live);
  },
);

/** A small generator whose whole state is its seed (xorshift), so that a failure can be run again. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

test("age_tenThousandExchangesDelayedLostAndRepeated_isNeverSmallerThanTheTruth", () => {
  const seed = 20_261_123;
  const random = chance(seed);
  for (let run = 0; run < 10_000; run++) {
    const freshness = new Freshness();
    let time = 100 * random();
    for (let beat = 0; beat < 8; beat++) {
      const sent = time;
      const answered = sent + 6 * random();
      const heard = answered + 6 * random();
      time += 5;
      for (let copy = 0; copy < 3 * random(); copy++) freshness.answered(at(sent), micros(answered), at(heard));
    }
    const now = time + 20 * random();
    const captured = now - 10 * random();
    const bound = freshness.ageMillis(micros(captured), at(now));
    if (bound !== undefined && bound < (now - captured) * 1000 - 0.01) {
      throw new Error(`seed ${seed}, run ${run}: ${bound} ms for a picture of ${(now - captured) * 1000} ms`);
    }
  }
});
