/** How tiles fill a room. */
export interface Arrangement {
  readonly columns: number;
  readonly rows: number;
  /** Of each tile: the largest with which all are in the room, or, where that is too small, in its width. */
  readonly width: number;
}

const GAP = 12;
/** Narrower than this, people scroll rather than squint. */
const LEAST_WIDTH = 240;
/** Side by side looks better than one above the other where it costs no more than this part of the size. */
const HARDLY_SMALLER = 0.98;

/** The columns with which `count` pictures of that shape (width by height) are largest in the room. Pure. */
export function arrange(count: number, width: number, height: number, shape: number): Arrangement {
  let best: Arrangement = { columns: 1, rows: Math.max(1, count), width: 0 };
  let cell = width;
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const cellWidth = (width - GAP * (columns - 1)) / columns;
    const cellHeight = (height - GAP * (rows - 1)) / rows;
    if (columns > 1 && cellWidth < LEAST_WIDTH) break;
    const pictureWidth = Math.min(cellWidth, cellHeight * shape);
    if (pictureWidth >= best.width * HARDLY_SMALLER) {
      best = { columns, rows, width: Math.floor(pictureWidth) };
      cell = cellWidth;
    }
  }
  return best.width < LEAST_WIDTH ? { ...best, width: Math.floor(cell) } : best;
}
