import { css, html, LitElement, svg } from "lit";
import { customElement, property } from "lit/decorators.js";

const CELL = 48;
const RADIUS = CELL / 2;
/** Of an eight-pointed star that is made of two squares: the inner corners' distance to the outer ones'. */
const INNER = Math.cos(Math.PI / 4) / Math.cos(Math.PI / 8);

/** A star around a point, its tips on the axes and the diagonals, so that neighbours touch and crosses lie between. */
function star(x: number, y: number): string {
  const corners = Array.from({ length: 16 }, (_, index) => {
    const radius = index % 2 === 0 ? RADIUS : RADIUS * INNER;
    const angle = (index * Math.PI) / 8;
    return `${(x + radius * Math.sin(angle)).toFixed(2)} ${(y - radius * Math.cos(angle)).toFixed(2)}`;
  });
  return `M${corners.join("L")}Z`;
}

/** The star of the cell, and the neighbours whose wood reaches into it. */
const STARS = [
  [0, 0],
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
]
  .map(([across, down]) => star(CELL * (0.5 + across!), CELL * (0.5 + down!)))
  .join("");

/**
 * The shutters: stars and crosses with wood between. The wood *is* the strokes, so that the shutters open by making the
 * strokes thinner, from 0 (closed) to 4 (gone).
 */
@customElement("mashrabiya-lattice")
export class Lattice extends LitElement {
  static override styles = css`
    :host {
      position: absolute;
      inset: 0;
      display: block;
      pointer-events: none;
    }
    svg {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      transition: opacity 320ms ease-out;
    }
    path {
      fill: none;
      /* A quick start is over before anybody could watch the shutters: it draws no frames for them. */
      transition: stroke-width 320ms ease-out 240ms;
    }
    .edge {
      stroke: var(--lattice-edge);
      stroke-width: calc(var(--wood-width) + 2.6px);
    }
    .wood {
      stroke: var(--lattice);
      stroke-width: var(--wood-width);
    }
    .shine {
      stroke: var(--lattice-shine);
      stroke-width: calc(var(--wood-width) * 0.42);
    }
    .groove {
      stroke: var(--lattice);
      stroke-width: calc(var(--wood-width) * 0.3);
    }
    :host {
      --wood-width: 13px;
    }
    :host([open="1"]) {
      --wood-width: 10px;
    }
    :host([open="2"]) {
      --wood-width: 7px;
    }
    :host([open="3"]) {
      --wood-width: 4px;
    }
    :host([open="4"]) {
      --wood-width: 0px;
    }
    :host([open="4"]) svg {
      opacity: 0;
    }
    @media (prefers-reduced-motion: reduce) {
      svg,
      path {
        transition: none;
      }
    }
  `;

  @property({ type: Number, reflect: true }) open = 0;
  /** How large a cell is drawn, in CSS pixels. */
  @property({ type: Number }) cell = CELL;

  protected override render(): unknown {
    const scale = this.cell / CELL;
    return html`<svg aria-hidden="true">
      <defs>
        <pattern
          id="stars"
          width=${CELL}
          height=${CELL}
          patternUnits="userSpaceOnUse"
          patternTransform="scale(${scale})"
        >
          ${["edge", "wood", "shine", "groove"].map((layer) => svg`<path class=${layer} d=${STARS} />`)}
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#stars)" />
    </svg>`;
  }
}
