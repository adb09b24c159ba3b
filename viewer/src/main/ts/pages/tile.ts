import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { isOfTheHouse } from "../accept/houseTrouble";
import { type TileState, tileWord, type TileWord } from "../accept/tileState";
import type { Hearing } from "../house/ear";
import type { Explained } from "../i18n/en";
import type { Words } from "../i18n/words";
import type { CameraId } from "../wire/ids";
import { closureTitle, closureWhy } from "./closureWords";
import { Floating } from "./floating";
import * as icons from "./icons";
import "./lattice";
import { look } from "./look";
import { ShownSize } from "./shownSize";
import { type Sign, sign, signLook } from "./signs";
import { keepSnapshot } from "./snapshot";
import { tileLook } from "./tileLook";
import { transformOf } from "./zoom";
import { ZoomGestures } from "./zoomGestures";

/** As ages are said at first. */
const AGE_STEP_MILLIS = 500;
/** And of one that is older than this, each minute. */
const OLD_MILLIS = 90_000;
const OLD_STEP_MILLIS = 60_000;

/** What is known of a camera before its worker has said anything. */
export const STARTING: TileState = {
  picture: { is: "none" },
  trouble: "connecting",
  step: 0,
  refusals: 0,
  hasSound: false,
  stream: "main",
  closure: undefined,
  leftOut: 0,
};

/** One camera's picture, with its name and what may be said about it. */
@customElement("mashrabiya-tile")
export class Tile extends LitElement {
  static override styles = [look, signLook, tileLook];

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
  /** In so many pixels of the screen it is shown by now; 0 when it is out of sight. */
  onSize: (heightPixels: number) => void = () => undefined;
  /** Whether whoever looks may close it. */
  @property({ type: Boolean }) manages = false;
  /** Somebody wants it closed to everybody. */
  onPrivate: () => void = () => undefined;
  /** Somebody wants to listen, or to listen no longer. */
  onSound: () => void = () => undefined;

  /** Whether there is something to listen to, or no longer. */
  get hasSound(): boolean {
    return this.state.hasSound || this.hearing !== undefined;
  }

  /** The age that is said of the picture by now, where one is. */
  toldSeconds: number | undefined;
  private growsOlder: ReturnType<typeof setTimeout> | undefined;

  private readonly floating = new Floating();
  private readonly shownSize = new ShownSize(
    (heightPixels) => this.onSize(heightPixels),
    () => this.floating.isShown,
  );
  private readonly zoom = new ZoomGestures(
    () => this.getBoundingClientRect(),
    (zoom) => {
      this.canvas.style.transform = transformOf(zoom);
      this.toggleAttribute("near", zoom.scale > 1);
    },
  );

  private get canvas(): HTMLCanvasElement {
    return this.renderRoot.querySelector("canvas")!;
  }

  /** What the keyboard does with a large picture; false when the key means nothing here. */
  command(key: string): boolean {
    switch (key) {
      case "+":
      case "=":
        return done(this.zoom.nearer());
      case "-":
        return done(this.zoom.farther());
      case "0":
        return done(this.zoom.whole());
      case "f":
        return done(this.toggleFullScreen());
      case "p":
        return done(this.float());
      case "s":
        return done(this.keep());
      default:
        return this.zoom.isNear && this.panBy(key);
    }
  }

  private panBy(key: string): boolean {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [0.1, 0],
      ArrowRight: [-0.1, 0],
      ArrowUp: [0, 0.1],
      ArrowDown: [0, -0.1],
    };
    const step = steps[key];
    if (step !== undefined) this.zoom.pan(...step);
    return step !== undefined;
  }

  private toggleFullScreen(): void {
    const change = document.fullscreenElement === null ? this.requestFullscreen?.() : document.exitFullscreen();
    change?.catch(() => undefined); // the browser does not let us: the picture stays as large as it is
  }

  private float(): void {
    if (Floating.isSupported && !this.isShut) this.floating.toggle(this.canvas).catch(() => this.floating.end());
  }

  private keep(): void {
    if (!this.isShut) void keepSnapshot(this.canvas, this.name, new Date());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.shownSize.of(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.shownSize.stop();
    clearTimeout(this.growsOlder);
    void this.floating.end();
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>(".open")?.focus();
  }

  protected override willUpdate(): void {
    this.word = tileWord(this.state);
    this.refusals = this.state.refusals;
    if (this.isShut) void this.floating.end();
  }

  protected override updated(changed: PropertyValues): void {
    this.sayAgainInTime();
    if (changed.has("large") && !this.large) this.zoom.whole();
  }

  /** What is said of a picture's age is said anew when it would be too little. */
  private sayAgainInTime(): void {
    clearTimeout(this.growsOlder);
    if (this.toldSeconds === undefined) return;
    const ageMillis = this.ageMillis();
    const step = ageStepMillis(ageMillis);
    const leftMillis = step - (ageMillis % step);
    this.growsOlder = setTimeout(() => this.requestUpdate(), leftMillis);
  }

  private ageMillis(): number {
    const { picture } = this.state;
    return picture.is === "aged" ? Math.max(0, Date.now() - picture.sinceMillis) : 0;
  }

  /** Nothing of it may be seen: it is closed, it is refused, or there is none. */
  private get isShut(): boolean {
    const { picture, trouble } = this.state;
    return trouble === "refused" || trouble === "private" || picture.is === "none";
  }

  protected override firstUpdated(_: PropertyValues): void {
    this.onCanvas(this.renderRoot.querySelector("canvas")!);
  }

  protected override render(): unknown {
    const { picture, trouble } = this.state;
    const { isShut } = this;
    const isOld = picture.is === "taken" || picture.is === "aged";
    const said = this.say();
    return html`
      <canvas data-camera=${this.camera} class=${isShut ? "shut" : isOld ? "old" : ""} aria-hidden="true"></canvas>
      ${this.large && !isShut ? this.grip() : nothing}
      <mashrabiya-lattice .open=${this.openness(isShut)} .cell=${this.small ? 34 : 48}></mashrabiya-lattice>
      ${this.way(this.words.describe(this.name, said))} ${this.explanation()}
      <div class="caption">
        <b dir="auto">${this.name}</b>
        <div class="signs">
        ${
          this.state.refusals > 0 && trouble !== "refused"
            ? html`<span class="state more">${sign("triangle")}${this.words.refusals(this.state.refusals)}</span>`
            : nothing
        }
        ${this.sound()} ${this.stream()}
        <span class="state">${sign(shapeOf(this.state))}<span class=${isShut ? "why-not" : ""}>${said}</span></span>
        </div>
        ${this.streamWhy()}
      </div>
      ${this.large ? this.controls() : nothing}
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

  /** Where a finger or the mouse takes hold of a large picture. */
  private grip(): unknown {
    const { zoom } = this;
    return html`<div
      class="grip"
      @wheel=${(event: WheelEvent) => zoom.wheel(event)}
      @dblclick=${(event: MouseEvent) => zoom.doubleClick(event)}
      @pointerdown=${(event: PointerEvent) => zoom.down(event)}
      @pointermove=${(event: PointerEvent) => zoom.move(event)}
      @pointerup=${(event: PointerEvent) => zoom.up(event)}
      @pointercancel=${(event: PointerEvent) => zoom.up(event)}
      @pointerleave=${(event: PointerEvent) => zoom.up(event)}
    ></div>`;
  }

  /** They come with the pointer, a touch or the keyboard, and leave by themselves. */
  private controls(): unknown {
    const { words, isShut } = this;
    const control = (name: string, icon: unknown, act: () => void, kind = ""): unknown =>
      html`<button class="control ${kind}" title=${name} aria-label=${name} @click=${act}>${icon}</button>`;
    return html`<div class="controls">
      ${this.manages && this.state.trouble !== "private" ? control(words.makePrivate, icons.shutters, () => this.onPrivate()) : nothing}
      ${
        isShut
          ? nothing
          : html`${control(words.zoomOut, icons.farther, () => this.zoom.farther(), "zoom")}
            ${control(words.zoomIn, icons.nearer, () => this.zoom.nearer(), "zoom")}
            ${control(words.snapshot, icons.camera, () => this.keep())}
            ${Floating.isSupported ? control(words.pictureInPicture, icons.floating, () => this.float()) : nothing}`
      }
      ${document.fullscreenEnabled ? control(words.fullScreen, icons.full, () => this.toggleFullScreen()) : nothing}
    </div>`;
  }

  /** Which stream it is, where it is not the camera's own best. */
  private stream(): unknown {
    const { stream, picture } = this.state;
    if (stream === "main" || picture.is === "none") return nothing;
    return html`<span class="state stream">${this.words.stream[stream]}</span>`;
  }

  /** Where there is room for it, and in the open: a finger finds no tooltip. */
  private streamWhy(): unknown {
    const { stream, picture, leftOut } = this.state;
    if (!this.large || picture.is === "none") return nothing;
    const isBest = stream === "main" && picture.is === "live"; // a few that are missing there nobody would miss
    return html`${stream === "main" ? nothing : html`<small>${this.words.streamWhy[stream]}</small>`}
      ${leftOut === 0 || isBest ? nothing : html`<small class="left-out">${this.words.leftOut(leftOut)}</small>`}`;
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
        ${hearing === undefined || trouble !== undefined ? icons.muted : icons.speaking}
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
    const [what, then] = this.why(trouble);
    return html`<div class="why" role="status">
      <div><b>${what}</b><small>${then}</small></div>
    </div>`;
  }

  /** Of what is closed: until when, by whom. */
  private why(trouble: Explained): readonly [string, string] {
    const { closure } = this.state;
    const [what, then] = this.words.why[trouble];
    if (trouble !== "private" || closure === undefined) return [what, then];
    return [closureTitle(closure, this.words, Date.now()), `${then} ${closureWhy(closure, this.words, Date.now())}`];
  }

  private say(): string {
    const { picture, trouble } = this.state;
    this.toldSeconds = undefined;
    if (trouble === "refused" || trouble === "private") return this.words[trouble];
    switch (picture.is) {
      case "live":
        return this.words.live;
      case "aged":
        this.toldSeconds = toldAgeMillis(this.ageMillis()) / 1000;
        return this.words.ago(this.toldSeconds);
      case "taken":
        return this.words.moment(picture.captureMicros, Date.now());
      case "none":
        return trouble === "none" ? this.words.connecting : this.words[trouble];
    }
  }
}

function ageStepMillis(ageMillis: number): number {
  return ageMillis < OLD_MILLIS ? AGE_STEP_MILLIS : OLD_STEP_MILLIS;
}

/** Rounded up, because an age is said as at most. */
function toldAgeMillis(ageMillis: number): number {
  const step = ageStepMillis(ageMillis);
  return Math.ceil(ageMillis / step) * step;
}

function done(_: void): true {
  return true;
}

function shapeOf({ picture, trouble }: TileState): Sign {
  if (trouble === "refused") return "triangle";
  if (trouble === "private") return "diamond";
  if (picture.is === "live") return "round";
  if (picture.is !== "none") return "square";
  return trouble === "none" || trouble === "connecting" ? "ring" : "triangle";
}
