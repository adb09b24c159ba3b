/** How tiles fill a room. */
export interface Arrangement {
  readonly columns: number;
  readonly rows: number;
}

const GAP = 12;
/** Narrower than this, people scroll rather than squint. */
const LEAST_WIDTH = 240;

/** The columns with which `count` pictures of that shape (width by height) are largest in the room. Pure. */
export function arrange(count: number, width: number, height: number, shape: number): Arrangement {
  let best: Arrangement = { columns: 1, rows: Math.max(1, count) };
  let largest = 0;
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const cellWidth = (width - GAP * (columns - 1)) / columns;
    const cellHeight = (height - GAP * (rows - 1)) / rows;
    if (columns > 1 && cellWidth < LEAST_WIDTH) break;
    const pictureWidth = Math.min(cellWidth, cellHeight * shape);
    if (pictureWidth > largest) {
      largest = pictureWidth;
      best = { columns, rows };
    }
  }
  return best;
}
