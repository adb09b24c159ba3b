import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { isOfTheHouse } from "../accept/houseTrouble";
import { type TileState, tileWord, type TileWord } from "../accept/tileState";
import type { Hearing } from "../house/ear";
import type { Explained } from "../i18n/en";
import type { Words } from "../i18n/words";
import type { CameraId } from "../wire/ids";
import { muted, speaking } from "./icons";
import "./lattice";
import { look } from "./look";
import { tileLook } from "./tileLook";

/** What is known of a camera before its worker has said anything. */
export const STARTING: TileState = {
  picture: { is: "none" },
  trouble: "connecting",
  step: 0,
  refusals: 0,
  hasSound: false,
  stream: "main",
};

/** One camera's picture, with its name and what may be said about it. */
@customElement("mashrabiya-tile")
export class Tile extends LitElement {
  static override styles = [look, tileLook];

  @property({ attribute: "data-camera", reflect: true }) camera = "" as CameraId;
  /** One word for the state, for styles and tests. */
  @property({ attribute: "data-state", reflect: true }) word: TileWord = "connecting";
  @property({ attribute: "data-refusals", type: Number, reflect: true }) refusals = 0;
  @property({ type: Boolean, reflect: true }) large = false;
  @property({ type: Boolean, reflect: true }) small = false;
  @property({ attribute: false }) state: TileState = STARTING;
  /** How it goes for whom listens; nothing while nobody does. */
  @property({ attribute: "data-hearing", reflect: true }) hearing: Hearing | undefined;
  @property({ attribute: false }) words!: Words;
  @property() name = "";
  @property() path = "";

  /** The canvas, once it is there; its picture comes from the worker. */
  onCanvas: (canvas: HTMLCanvasElement) => void = () => undefined;
  /** Somebody wants to listen, or to listen no longer. */
  onSound: () => void = () => undefined;

  /** Whether there is something to listen to, or no longer. */
  get hasSound(): boolean {
    return this.state.hasSound || this.hearing !== undefined;
  }

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
      <canvas data-camera=${this.camera} class=${isShut ? "shut" : isOld ? "old" : ""} aria-hidden="true"></canvas>
      <mashrabiya-lattice .open=${this.openness(isShut)} .cell=${this.small ? 34 : 48}></mashrabiya-lattice>
      ${this.way(this.words.describe(this.name, said))} ${this.explanation()}
      <div class="caption">
        <b dir="auto">${this.name}</b>
        <div class="signs">
        ${
          this.state.refusals > 0 && trouble !== "refused"
            ? html`<span class="state more"><i class="triangle"></i>${this.words.refusals(this.state.refusals)}</span>`
            : nothing
        }
        ${this.sound()} ${this.stream()}
        <span class="state"><i class=${shapeOf(this.state)}></i><span class=${isShut ? "why-not" : ""}>${said}</span></span>
        </div>
        ${this.streamWhy()}
      </div>
    `;
  }

  /**
   * What a click or Enter follows. It stays when the picture is large, without leading anywhere: whoever opened it by the
   * keyboard has the focus on it, which would fall to the page.
   */
  private way(description: string): unknown {
    const leads = this.path !== "";
    return html`<a
      class="open"
      tabindex=${leads ? 0 : -1}
      role=${leads ? nothing : "img"}
      href=${leads ? this.path : nothing}
      aria-label=${description}
    ></a>`;
  }

  /** Which stream it is, where it is not the camera's own best. */
  private stream(): unknown {
    const { stream, picture } = this.state;
    if (stream === "main" || picture.is === "none") return nothing;
    return html`<span class="state stream">${this.words.stream[stream]}</span>`;
  }

  /** Where there is room for it, and in the open: a finger finds no tooltip. */
  private streamWhy(): unknown {
    const { stream, picture } = this.state;
    if (!this.large || stream === "main" || picture.is === "none") return nothing;
    return html`<small>${this.words.streamWhy[stream]}</small>`;
  }

  /** Muted until somebody asks: browsers play nothing unasked, and nor should a house. */
  private sound(): unknown {
    const { hearing, words } = this;
    if (!this.hasSound) return nothing;
    const trouble = hearing === "unsupported" || hearing === "declined" ? words.soundTrouble[hearing] : undefined;
    return html`<button
        class="sound"
        aria-pressed=${hearing !== undefined}
        aria-label=${words.describe(this.name, words.listen)}
        title=${hearing === undefined ? words.listen : words.hush}
        @click=${() => this.onSound()}
      >
        ${hearing === undefined || trouble !== undefined ? muted : speaking}
      </button>
      ${trouble === undefined ? nothing : html`<span class="state more" role="status">${trouble}</span>`}`;
  }

  /** Closed for what stays outside; the further a wanted picture is on its way, the more open; gone when it is there. */
  private openness(isShut: boolean): number {
    if (!isShut) return 4;
    return this.state.trouble === "connecting" ? 1 + this.state.step : 0;
  }

  private explanation(): unknown {
    const { trouble } = this.state;
    if (trouble === "none" || trouble === "connecting" || isOfTheHouse(trouble)) return nothing;
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
