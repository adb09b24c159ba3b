import { ar } from "./ar";
import { type Catalogue, en } from "./en";

/** The catalogue of one language, and how it writes ages and times. */
export interface Words extends Catalogue {
  /** "6 seconds ago". */
  ago(seconds: number): string;
  /** "Today, 14:03". */
  moment(micros: number, nowMillis: number): string;
}

/** The language that was asked for (`?lang=ar`), else the first of the browser's that the viewer speaks, else English. */
export function chooseWords(asked: string | null, preferred: readonly string[]): Words {
  const spoken = [...(asked === null ? [] : [asked]), ...preferred].map((tag) => tag.toLowerCase().split("-")[0]);
  const catalogue = spoken.find((language) => language === "ar" || language === "en") === "ar" ? ar : en;
  return speak(catalogue);
}

function speak(catalogue: Catalogue): Words {
  const { locale } = catalogue;
  const relative = new Intl.RelativeTimeFormat(locale);
  const time = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" });
  const date = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", hour: "numeric", minute: "2-digit" });
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
  };
}

/** In the unit that people would say; rounded up, because an age is said as at most. */
function roughly(seconds: number): { readonly count: number; readonly unit: "second" | "minute" | "hour" | "day" } {
  if (seconds < 90) return { count: seconds, unit: "second" };
  if (seconds <= 90 * 60) return { count: Math.ceil(seconds / 60), unit: "minute" };
  if (seconds <= 36 * 3_600) return { count: Math.ceil(seconds / 3_600), unit: "hour" };
  return { count: Math.ceil(seconds / 86_400), unit: "day" };
}

/** Calendar days of this device's time zone. */
function daysBetween(one: Date, other: Date): number {
  const day = (at: Date): number => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
  return (day(other) - day(one)) / 86_400_000;
}
