import type { Hours } from "../wire/rights";
import { ar } from "./ar";
import { type Catalogue, en } from "./en";

/** The catalogue of one language, and how it writes ages, times and numbers. */
export interface Words extends Catalogue {
  /** "6.5 seconds ago"; rounded up, because an age is said as at most. */
  ago(seconds: number): string;
  /** "Today, 14:03". */
  moment(micros: number, nowMillis: number): string;
  /** When something ends: "18:00", "Sunday, 18:00" or "24 December, 18:00". */
  end(micros: number, nowMillis: number): string;
  /** "Mon, Tue, Wed 08:00–16:00". */
  hours(hours: Hours): string;
  /** "Monday", for 1; short: "Mon". */
  day(number: number, width: "long" | "short"): string;
  list(items: readonly string[]): string;
  number(value: number): string;
  /** "1.2 MB". */
  bytes(value: number): string;
}

export const LANGUAGES = ["en", "ar"] as const;
export type Language = (typeof LANGUAGES)[number];
export type Digits = "own" | "latin";

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, ar };
const DAY_MILLIS = 86_400_000;
/** 2024-01-01 was a Monday. */
const A_MONDAY = Date.UTC(2024, 0, 1);
const MINUTES_OF_DAY = 1_440;

/** The first of these languages that the viewer speaks, else English. */
export function chooseWords(preferred: readonly string[], digits: Digits = "own"): Words {
  const tags = preferred.map((tag) => tag.toLowerCase().split("-")[0]);
  const language = tags.map((tag) => LANGUAGES.find((one) => one === tag)).find((one) => one !== undefined) ?? "en";
  return speak(CATALOGUES[language], digits);
}

function speak(catalogue: Catalogue, digits: Digits): Words {
  const locale = digits === "latin" ? `${catalogue.language}-u-nu-latn` : catalogue.locale;
  const relative = new Intl.RelativeTimeFormat(locale);
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(locale, options);
  const clock = { hour: "numeric", minute: "2-digit" } as const;
  const time = format(clock);
  const date = format({ day: "numeric", month: "long", ...clock });
  const weekday = format({ weekday: "long", ...clock });
  const wall = format({ ...clock, timeZone: "UTC" });
  const days = {
    long: format({ weekday: "long", timeZone: "UTC" }),
    short: format({ weekday: "short", timeZone: "UTC" }),
  };
  const list = new Intl.ListFormat(locale, { type: "unit", style: "short" });
  const number = new Intl.NumberFormat(locale);
  const day = (of: number, width: "long" | "short"): string => days[width].format(A_MONDAY + (of - 1) * DAY_MILLIS);
  const minute = (of: number): string => wall.format(A_MONDAY + (of % MINUTES_OF_DAY) * 60_000);
  return {
    ...catalogue,
    ago: (seconds) => {
      const { count, unit } = roughly(seconds);
      return relative.format(-count, unit);
    },
    moment: (micros, nowMillis) => {
      const taken = new Date(micros / 1000);
      switch (daysBetween(taken, new Date(nowMillis))) {
        case 0:
          return catalogue.today(time.format(taken));
        case 1:
          return catalogue.yesterday(time.format(taken));
        default:
          return date.format(taken);
      }
    },
    end: (micros, nowMillis) => {
      const at = new Date(micros / 1000);
      const ahead = daysBetween(new Date(nowMillis), at);
      return ahead === 0 ? time.format(at) : ahead > 0 && ahead < 7 ? weekday.format(at) : date.format(at);
    },
    hours: (hours) =>
      catalogue.weekly(
        hours.days.length === 7 ? catalogue.everyDay : list.format(hours.days.map((of) => day(of, "short"))),
        minute(hours.fromMinute),
        minute(hours.toMinute),
      ),
    day,
    list: (items) => list.format(items),
    number: (value) => number.format(value),
    bytes: (value) => bytes(value, locale),
  };
}

function bytes(value: number, locale: string): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;
  const step = Math.min(units.length - 1, value < 1 ? 0 : Math.floor(Math.log10(value) / 3));
  const maximumFractionDigits = step === 0 || value / 1000 ** step >= 10 ? 0 : 1;
  const options = { style: "unit", unit: units[step]!, unitDisplay: "short", maximumFractionDigits } as const;
  return new Intl.NumberFormat(locale, options).format(value / 1000 ** step);
}

/** In the unit that people would say. Of what is on its way to be live each half second counts. */
function roughly(seconds: number): { readonly count: number; readonly unit: "second" | "minute" | "hour" | "day" } {
  if (seconds < 60) return { count: Math.ceil(2 * seconds) / 2, unit: "second" };
  if (seconds <= 89) return { count: Math.ceil(seconds), unit: "second" };
  if (seconds <= 90 * 60) return { count: Math.ceil(seconds / 60), unit: "minute" };
  if (seconds <= 36 * 3_600) return { count: Math.ceil(seconds / 3_600), unit: "hour" };
  return { count: Math.ceil(seconds / 86_400), unit: "day" };
}

/** Calendar days of this device's time zone. */
function daysBetween(one: Date, other: Date): number {
  const day = (at: Date): number => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
  return (day(other) - day(one)) / DAY_MILLIS;
}
