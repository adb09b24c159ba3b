import { type Digits, LANGUAGES, type Language } from "../i18n/words";
import type { CameraId, HouseholdId } from "../wire/ids";
import { forgetKept, keep, readKept } from "./kept";

/** What a person sets for this browser. It is nobody else's business, and no secret. */
export interface Preferences {
  readonly language: Language | "auto";
  readonly theme: "auto" | "light" | "dark";
  readonly digits: Digits;
  /** How much of what the connection carries may be used. */
  readonly data: "all" | "little";
}

export const DEFAULTS: Preferences = { language: "auto", theme: "auto", digits: "own", data: "all" };
const KEY = "mashrabiya-preferences";
const ORDER = "mashrabiya-order-";

/** What was kept, as far as it is understood; storage may be shut. */
export function readPreferences(): Preferences {
  const kept = read(KEY);
  if (typeof kept !== "object" || kept === null) return DEFAULTS;
  const { language, theme, digits, data } = kept as Record<string, unknown>;
  return {
    language: LANGUAGES.find((one) => one === language) ?? "auto",
    theme: theme === "light" || theme === "dark" ? theme : "auto",
    digits: digits === "latin" ? "latin" : "own",
    data: data === "little" ? "little" : "all",
  };
}

export function keepPreferences(preferences: Preferences): void {
  write(KEY, preferences);
}

/** In which order somebody wants a household's cameras here; those that it does not name come last. */
export function readOrder(household: HouseholdId): readonly CameraId[] {
  const kept = read(ORDER + household);
  return Array.isArray(kept) ? (kept.filter((one) => typeof one === "string") as CameraId[]) : [];
}

/** Nothing is as the home has them. */
export function keepOrder(household: HouseholdId, order: readonly CameraId[]): void {
  if (order.length === 0) forgetKept(ORDER + household);
  else write(ORDER + household, order);
}

export function inOrder<T extends { readonly camera: CameraId }>(cameras: readonly T[], order: readonly CameraId[]): readonly T[] {
  const place = new Map(order.map((camera, index) => [camera, index]));
  const last = order.length;
  return [...cameras].sort((one, other) => (place.get(one.camera) ?? last) - (place.get(other.camera) ?? last));
}

function read(key: string): unknown {
  try {
    return JSON.parse(readKept(key) ?? "null");
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  keep(key, JSON.stringify(value));
}
