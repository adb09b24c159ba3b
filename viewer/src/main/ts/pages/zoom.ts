/** How near a picture is, and how far it is moved, in parts of the window it is seen through. */
export interface Zoom {
  readonly scale: number;
  /** Of the picture's middle, right and down, as parts of the window's width and height. */
  readonly x: number;
  readonly y: number;
}

export const WHOLE: Zoom = { scale: 1, x: 0, y: 0 };
const NEAREST = 8;

/** Nearer or farther around a point of the window, which stays under the finger: 0, 0 is its middle. */
export function zoomAt(zoom: Zoom, factor: number, pointX: number, pointY: number): Zoom {
  const scale = Math.min(NEAREST, Math.max(1, zoom.scale * factor));
  const by = scale / zoom.scale;
  return within({ scale, x: pointX - (pointX - zoom.x) * by, y: pointY - (pointY - zoom.y) * by });
}

export function pan(zoom: Zoom, x: number, y: number): Zoom {
  return within({ ...zoom, x: zoom.x + x, y: zoom.y + y });
}

/** No edge of the picture comes into the window. */
function within({ scale, x, y }: Zoom): Zoom {
  const most = (scale - 1) / 2;
  const clamp = (value: number): number => Math.min(most, Math.max(-most, value));
  return { scale, x: clamp(x), y: clamp(y) };
}

export function transformOf({ scale, x, y }: Zoom): string {
  return scale === 1 ? "none" : `translate(${x * 100}%, ${y * 100}%) scale(${scale})`;
}
