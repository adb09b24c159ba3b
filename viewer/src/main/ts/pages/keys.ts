/** Something on the screen that can have the focus. */
interface Focusable {
  getBoundingClientRect(): DOMRect;
  matches(selector: string): boolean;
  focus(): void;
}

const DIRECTIONS: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Moves the focus to the nearest one in the arrow's direction, as the eye sees it; false when there is none. */
export function stepFocus(places: readonly Focusable[], key: string): boolean {
  const direction = DIRECTIONS[key];
  if (direction === undefined || places.length === 0) return false;
  const from = places.find((place) => place.matches(":focus-within"));
  const to = from === undefined ? places[0] : nearest(from, places, direction);
  to?.focus();
  return to !== undefined;
}

function nearest(
  from: Focusable,
  places: readonly Focusable[],
  [across, down]: readonly [number, number],
): Focusable | undefined {
  const start = centre(from);
  let best: Focusable | undefined;
  let least = Infinity;
  for (const place of places) {
    const [x, y] = [centre(place)[0] - start[0], centre(place)[1] - start[1]];
    const ahead = x * across + y * down;
    const aside = Math.abs(x * down) + Math.abs(y * across);
    if (place === from || ahead <= 0 || aside > ahead) continue;
    if (ahead + 2 * aside < least) [best, least] = [place, ahead + 2 * aside];
  }
  return best;
}

function centre(place: Focusable): [x: number, y: number] {
  const { left, top, width, height } = place.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}
