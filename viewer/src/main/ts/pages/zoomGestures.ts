import { pan, WHOLE, type Zoom, zoomAt } from "./zoom";

const STEP = 1.5;
const WHEEL = 0.0015;

/** Wheel, drag, pinch and double click on a window, as zooms. Pointers are followed only while a picture is near. */
export class ZoomGestures {
  private readonly pointers = new Map<number, { x: number; y: number }>();
  private zoom = WHOLE;
  private moved = false;

  constructor(
    private readonly window: () => DOMRect,
    private readonly changed: (zoom: Zoom) => void,
  ) {}

  get isNear(): boolean {
    return this.zoom.scale > 1;
  }

  /** Whether what ends now was a drag, and no click. */
  get wasDrag(): boolean {
    return this.moved;
  }

  nearer(): void {
    this.set(zoomAt(this.zoom, STEP, 0, 0));
  }

  farther(): void {
    this.set(zoomAt(this.zoom, 1 / STEP, 0, 0));
  }

  whole(): void {
    this.set(WHOLE);
  }

  pan(x: number, y: number): void {
    this.set(pan(this.zoom, x, y));
  }

  wheel(event: WheelEvent): void {
    event.preventDefault();
    const { x, y } = this.place(event);
    this.set(zoomAt(this.zoom, Math.exp(-event.deltaY * WHEEL), x, y));
  }

  doubleClick(event: MouseEvent): void {
    const { x, y } = this.place(event);
    this.set(this.isNear ? WHOLE : zoomAt(this.zoom, 2 * STEP, x, y));
  }

  down(event: PointerEvent): void {
    this.moved = false;
    this.pointers.set(event.pointerId, this.place(event));
  }

  move(event: PointerEvent): void {
    const before = this.pointers.get(event.pointerId);
    if (before === undefined) return;
    const now = this.place(event);
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers.set(event.pointerId, now);
    if (other !== undefined) {
      const [middleX, middleY] = [(now.x + other.x) / 2, (now.y + other.y) / 2];
      this.set(zoomAt(this.zoom, distance(now, other) / Math.max(0.01, distance(before, other)), middleX, middleY));
    } else if (!this.isNear) return;
    this.set(pan(this.zoom, (now.x - before.x) / (other === undefined ? 1 : 2), (now.y - before.y) / (other === undefined ? 1 : 2)));
    this.moved = true;
  }

  up(event: PointerEvent): void {
    this.pointers.delete(event.pointerId);
  }

  private set(zoom: Zoom): void {
    this.zoom = zoom;
    this.changed(zoom);
  }

  /** In parts of the window, from its middle. */
  private place({ clientX, clientY }: MouseEvent): { x: number; y: number } {
    const { left, top, width, height } = this.window();
    return { x: (clientX - left) / width - 0.5, y: (clientY - top) / height - 0.5 };
  }
}

function distance(one: { x: number; y: number }, other: { x: number; y: number }): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
