import { ar } from "../../../main/ts/i18n/ar";
import { en } from "../../../main/ts/i18n/en";
import { chooseWords } from "../../../main/ts/i18n/words";
import { Backoff } from "../../../main/ts/link/backoff";
import { arrange } from "../../../main/ts/pages/arrange";
import { parseRoute } from "../../../main/ts/pages/route";
import { equal, table, test } from "../harness";

const HOUSEHOLD = "qxrxtc7njlmxjlt6xhexgtlwp3fjy3af";
const CAMERA = "6niodlisdgn7wsuqm2qr2574z4";

const routes: readonly [string, unknown][] = [
  ["", { at: "start" }],
  [`h/${HOUSEHOLD}`, { at: "grid", household: HOUSEHOLD }],
  [`h/${HOUSEHOLD}/c/${CAMERA}`, { at: "camera", household: HOUSEHOLD, camera: CAMERA }],
  [`h/${HOUSEHOLD}/devices`, { at: "devices", household: HOUSEHOLD }],
  ["pair/1/nonsense", { at: "pair", link: undefined }],
  ["h/nonsense", { at: "start" }],
  [`h/${HOUSEHOLD}/c/nonsense`, { at: "start" }],
  [`h/${HOUSEHOLD}/else`, { at: "start" }],
  [`h/${HOUSEHOLD}/devices/more`, { at: "start" }],
];

table(
  routes,
  ([fragment]) => `parseRoute_${fragment}_leadsThere`,
  ([fragment, route]) => equal(parseRoute(fragment), route),
);

const rooms: readonly [count: number, width: number, height: number, columns: number, each: number][] = [
  [1, 1280, 700, 1, 1244],
  [2, 1280, 700, 2, 634],
  [2, 1240, 708, 2, 614], // one above the other they would be 618
  [3, 1280, 700, 2, 611],
  [4, 1280, 700, 2, 611],
  [6, 1280, 700, 3, 418],
  [9, 1280, 700, 3, 400],
  [3, 366, 700, 1, 366],
  [3, 1900, 500, 3, 625],
  [64, 1240, 708, 4, 301], // they do not fit, and fill the room's width
];

table(
  rooms,
  (room) => `arrange_${room.slice(0, 3).join("_")}_fillsTheRoom`,
  ([count, width, height, columns, each]) => {
    const arrangement = arrange(count, width, height, 16 / 9);
    equal([arrangement.columns, arrangement.width], [columns, each]);
  },
);

test("chooseWords_askedOrPreferred_isSpoken", () => {
  equal(chooseWords(["ar", "en"]).direction, "rtl");
  equal(chooseWords(["ar-EG", "en"]).direction, "rtl");
  equal(chooseWords(["fr", "en-GB"]).direction, "ltr");
  equal(chooseWords(["xx"]).direction, "ltr");
});

test("words_agesAndTimes_areWrittenAsTheLanguageDoes", () => {
  equal(chooseWords(["en"]).ago(6), "6 seconds ago");
  equal(chooseWords(["ar"]).ago(6).startsWith("قبل ٦ ثوان"), true);
  equal(chooseWords(["en"]).ago(180), "3 minutes ago");
  const now = new Date(2026, 10, 23, 14, 30).getTime();
  const taken = (...date: [number, number, number, number, number]): number => new Date(...date).getTime() * 1000;
  equal(/^Today, /.test(chooseWords(["en"]).moment(taken(2026, 10, 23, 14, 3), now)), true);
  equal(/^Yesterday, /.test(chooseWords(["en"]).moment(taken(2026, 10, 22, 23, 59), now)), true);
  equal(/November/.test(chooseWords(["en"]).moment(taken(2026, 10, 21, 14, 3), now)), true);
});

const ages: readonly [seconds: number, en: string, ar: string][] = [
  [6.2, "6.5 seconds ago", "قبل ٦٫٥ ثانية"],
  [9.6, "10 seconds ago", "قبل ١٠ ثوانِ"],
  [60.5, "61 seconds ago", "قبل ٦١ ثانية"],
  [89, "89 seconds ago", "قبل ٨٩ ثانية"],
  [90, "2 minutes ago", "قبل دقيقتين"],
  [181, "4 minutes ago", "قبل ٤ دقائق"],
  [90 * 60, "90 minutes ago", "قبل ٩٠ دقيقة"],
  [90 * 60 + 1, "2 hours ago", "قبل ساعتين"],
  [86_400, "24 hours ago", "قبل ٢٤ ساعة"],
  [36 * 3_600 + 1, "2 days ago", "قبل يومين"],
  [5 * 86_400, "5 days ago", "قبل ٥ أيام"],
];

/** An age is an upper bound, so it is never said smaller than it is. */
table(
  ages,
  ([seconds]) => `ago_${seconds}Seconds_isSaidInTheUnitThatPeopleWouldSay`,
  ([seconds, english, arabic]) => {
    equal([chooseWords(["en"]).ago(seconds), chooseWords(["ar"]).ago(seconds)], [english, arabic]);
  },
);

test("catalogues_both_sayEverything", () => {
  const places = (words: object, at = ""): string[] =>
    Object.entries(words).flatMap(([name, value]) => {
      if (value === "" || value === undefined) throw new Error(`nothing is said at ${at}${name}`);
      return typeof value === "object" ? places(value, `${at}${name}.`) : [`${at}${name}`];
    });
  equal(places(ar).sort(), places(en).sort());
});

test("backoff_failures_doubleUpToFifteenSecondsAndStartAgain", () => {
  const backoff = new Backoff();
  equal(
    [0, 0, 0, 0, 0, 0, 0, 0].map((chance) => backoff.nextMillis(chance)),
    [250, 500, 1000, 2000, 4000, 8000, 15000, 15000],
  );
  backoff.succeeded();
  equal(backoff.nextMillis(1), 125);
});
