import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type TileState, tileWord, type TileWord } from "../accept/tileState";
import type { Explained } from "../i18n/en";
import type { Words } from "../i18n/words";
import type { CameraId } from "../wire/ids";
import "./lattice";
import { look } from "./look";

/** What is known of a camera before its worker has said anything. */
export const STARTING: TileState = { picture: { is: "none" }, trouble: "connecting", step: 0, refusals: 0 };

/** One camera's picture, with its name and what may be said about it. */
@customElement("mashrabiya-tile")
export class Tile extends LitElement {
  static override styles = [
    look,
    css`
      :host {
        position: relative;
        display: block;
        overflow: hidden;
        min-width: 0;
        min-height: 0;
        border-radius: var(--round);
        background: var(--lattice-back);
        isolation: isolate;
      }
      canvas {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: cover;
        transition: filter 160ms ease-out;
      }
      :host([large]) canvas {
        object-fit: contain;
      }
      canvas.old {
        filter: saturate(0.45) brightness(0.78);
      }
      canvas.shut {
        visibility: hidden;
      }
      .caption {
        position: absolute;
        inset-inline: 0;
        bottom: 0;
        display: flex;
        align-items: end;
        gap: 10px;
        padding: 40px 14px 12px;
        color: #fff;
        background: linear-gradient(transparent, rgb(10 7 5 / 0.86));
        pointer-events: none;
      }
      .caption b {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-weight: 600;
      }
      .state {
        display: inline-flex;
        align-items: center;
        gap: 7px;
        padding: 3px 10px;
        border-radius: 999px;
        font-size: 0.84rem;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
        background: rgb(10 7 5 / 0.66);
      }
      .state i {
        width: 9px;
        height: 9px;
        background: #f0b44c;
      }
      .round {
        border-radius: 50%;
        box-shadow: 0 0 0 4px rgb(94 203 148 / 0.22);
      }
      .state .round {
        background: #5ecb94;
      }
      .square {
        border-radius: 2px;
      }
      .state .triangle {
        clip-path: polygon(50% 0, 100% 100%, 0 100%);
        background: #f0806a;
      }
      .state .ring {
        border: 2px solid #e0ae5a;
        border-radius: 50%;
        background: none;
      }
      .why {
        position: absolute;
        inset: 0;
        display: grid;
        place-content: center;
        padding: 16px 24px 48px;
        pointer-events: none;
      }
      .why div {
        max-width: 20rem;
        padding: 12px 18px;
        border-radius: 14px;
        text-align: center;
        color: var(--ink);
        background: var(--wall);
        box-shadow: 0 8px 30px rgb(0 0 0 / 0.35);
      }
      .why b {
        display: block;
        font-weight: 600;
      }
      .why small {
        display: block;
        font-size: 0.88rem;
        line-height: 1.45;
        color: var(--quiet);
      }
      :host([small]) .why,
      :host([small]) .more {
        display: none;
      }
      :host([small]) .caption {
        padding: 20px 10px 8px;
        font-size: 0.86rem;
      }
      .open {
        position: absolute;
        inset: 0;
        border-radius: inherit;
      }
      .open:focus-visible {
        outline-offset: -4px;
      }
      @container (max-height: 190px) {
        .why small {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: "data-camera", reflect: true }) camera = "" as CameraId;
  /** One word for the state, for styles and tests. */
  @property({ attribute: "data-state", reflect: true }) word: TileWord = "connecting";
  @property({ attribute: "data-refusals", type: Number, reflect: true }) refusals = 0;
  @property({ type: Boolean, reflect: true }) large = false;
  @property({ type: Boolean, reflect: true }) small = false;
  @property({ attribute: false }) state: TileState = STARTING;
  @property({ attribute: false }) words!: Words;
  @property() name = "";
  @property() path = "";

  /** The canvas, once it is there; its picture comes from the worker. */
  onCanvas: (canvas: HTMLCanvasElement) => void = () => undefined;

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>(".open")?.focus();
  }

  protected override willUpdate(): void {
    this.word = tileWord(this.state);
    this.refusals = this.state.refusals;
  }

  protected override firstUpdated(_: PropertyValues): void {
    this.onCanvas(this.renderRoot.querySelector("canvas")!);
  }

  protected override render(): unknown {
    const { picture, trouble } = this.state;
    const isShut = trouble === "refused" || picture.is === "none";
    const isOld = picture.is === "taken" || picture.is === "aged";
    const said = this.say();
    return html`
      <canvas
        data-camera=${this.camera}
        class=${isShut ? "shut" : isOld ? "old" : ""}
        role="img"
        aria-label=${this.words.describe(this.name, said)}
      ></canvas>
      <mashrabiya-lattice .open=${this.openness(isShut)} .cell=${this.small ? 34 : 48}></mashrabiya-lattice>
      ${this.explanation()}
      <div class="caption">
        <b>${this.name}</b>
        ${
          this.state.refusals > 0 && trouble !== "refused"
            ? html`<span class="state more"><i class="triangle"></i>${this.words.refusals(this.state.refusals)}</span>`
            : nothing
        }
        <span class="state"><i class=${shapeOf(this.state)}></i><span>${said}</span></span>
      </div>
      ${this.path === "" ? nothing : html`<a class="open" href=${this.path} aria-label=${this.words.describe(this.name, said)}></a>`}
    `;
  }

  /** Closed for what stays outside; the further a wanted picture is on its way, the more open; gone when it is there. */
  private openness(isShut: boolean): number {
    if (!isShut) return 4;
    return this.state.trouble === "connecting" ? 1 + this.state.step : 0;
  }

  private explanation(): unknown {
    const { trouble } = this.state;
    if (trouble === "none" || trouble === "connecting") return nothing;
    const [what, then] = this.words.why[trouble satisfies Explained];
    return html`<div class="why" role="status">
      <div><b>${what}</b><small>${then}</small></div>
    </div>`;
  }

  private say(): string {
    const { picture, trouble } = this.state;
    if (trouble === "refused") return this.words.refused;
    switch (picture.is) {
      case "live":
        return this.words.live;
      case "aged":
        return this.words.ago(picture.seconds);
      case "taken":
        return this.words.moment(picture.captureMicros, Date.now());
      case "none":
        return trouble === "none" ? this.words.connecting : this.words[trouble];
    }
  }
}

/** Told by shape as well as by colour: live is round, an age square, what stays outside a triangle. */
function shapeOf({ picture, trouble }: TileState): "round" | "square" | "triangle" | "ring" {
  if (trouble === "refused") return "triangle";
  if (picture.is === "live") return "round";
  if (picture.is !== "none") return "square";
  return trouble === "none" || trouble === "connecting" ? "ring" : "triangle";
}
