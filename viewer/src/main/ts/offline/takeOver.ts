const RENEWED = "mashrabiya-renewed";
const HOUR_MILLIS = 3_600_000;
/** What shows that somebody is at it: dictation and screen readers press no keys. */
const TOUCHES = ["click", "input", "keydown", "pointerdown", "wheel"];

/** The page that was started from what is kept, and what it has to know. */
export interface Standing {
  /** Where touches are heard, and that somebody goes from page to page. */
  readonly page: EventTarget;
  /** Where it is heard that a newer viewer is in place. */
  readonly workers: EventTarget;
  /** What is kept for this tab alone. It may be shut. */
  readonly storage: () => Storage;
  readonly nowMillis: () => number;
  /** Whether one is in place already: it may have come before anybody listened. */
  isNewerHere(): Promise<boolean>;
  /** Whether nothing would be lost by it. */
  mayReload(): boolean;
  reload(): void;
}

/**
 * Lets a newer viewer take the page over once it is in place: at once where nobody has touched anything yet, and else, for it is not to
 * be taken from under anybody's fingers, as soon as somebody goes to another page.
 */
export function letTakeOver(standing: Standing): void {
  const { page, workers, mayReload, reload } = standing;
  let isTouched = false;
  let isNewerHere = false;
  const turn = (): void => {
    if (mayReload() && isFirstOfTheHour(standing)) reload();
  };
  const newer = (): void => {
    if (isNewerHere) return;
    isNewerHere = true;
    if (!isTouched) turn();
  };
  for (const kind of TOUCHES) page.addEventListener(kind, () => (isTouched = true), { capture: true, once: true, passive: true });
  page.addEventListener("hashchange", () => isNewerHere && turn());
  workers.addEventListener("controllerchange", newer);
  standing.isNewerHere().then(
    (isHere) => isHere && newer(),
    () => undefined, // a storage that is shut keeps no viewer either
  );
}

/** Two servers that each offer another viewer do not keep a page reloading. */
function isFirstOfTheHour({ storage, nowMillis }: Standing): boolean {
  try {
    const last = Number(storage().getItem(RENEWED));
    const now = nowMillis();
    if (Math.abs(now - last) < HOUR_MILLIS) return false;
    storage().setItem(RENEWED, String(now));
    return true;
  } catch {
    return false; // nobody would know the next time
  }
}
