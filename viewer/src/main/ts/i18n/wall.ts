/**
 * The clock on the home's wall: what somebody far away means by "until tonight" is the evening at home. Days and hours
 * are of the home's time zone, as the IANA database calls it.
 */
export interface WallTime {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

const DAY_MILLIS = 86_400_000;

/** Which day it is there. */
export function wallDay(millis: number, zone: string): WallTime {
  const { year, month, day } = partsOf(millis, zone);
  return { year, month, day };
}

/** When it is that minute of that day there; where the clock is put forward over it, as long after as it was put. */
export function atWall({ year, month, day }: WallTime, minute: number, zone: string): number {
  const asUtc = Date.UTC(year, month - 1, day, 0, minute);
  const guess = asUtc - offsetOf(asUtc, zone);
  return asUtc - offsetOf(guess, zone);
}

export function daysLater({ year, month, day }: WallTime, days: number): WallTime {
  const at = new Date(Date.UTC(year, month - 1, day) + days * DAY_MILLIS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** As a date field writes it: "2026-12-24". */
export function dateText({ year, month, day }: WallTime): string {
  return `${year}-${two(month)}-${two(day)}`;
}

/** Nothing unless it is one. */
export function parseDate(text: string): WallTime | undefined {
  const [year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.slice(1).map(Number) ?? [];
  return year === undefined ? undefined : { year, month: month!, day: day! };
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function offsetOf(millis: number, zone: string): number {
  const { year, month, day, hour, minute, second } = partsOf(millis, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(millis / 1000) * 1000;
}

type Part = "year" | "month" | "day" | "hour" | "minute" | "second";

function partsOf(millis: number, zone: string): Readonly<Record<Part, number>> {
  const format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone: isZone(zone) ? zone : "UTC",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const parts = format.formatToParts(millis).map(({ type, value }) => [type, Number(value)]);
  return Object.fromEntries(parts) as Record<Part, number>;
}

/** Browsers may not know every name that a home does ("Z", say). */
function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
