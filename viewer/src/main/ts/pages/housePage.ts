import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Words } from "../i18n/words";
import type { CameraId } from "../wire/ids";
import { isOfTheHouse } from "../accept/houseTrouble";
import { arrange } from "./arrange";
import "./devicesPage";
import type { HouseModel } from "./houseModel";
import { mark } from "./icons";
import { stepFocus } from "./keys";
import { look } from "./look";
import { houseLook } from "./houseLook";
import { cameraPath, devicesPath, gridPath, type Route } from "./route";
import { STARTING, type Tile } from "./tile";

const SHAPE = 16 / 9;

/** One household: all its cameras, one of them large, or its devices. The tiles stay, so that no picture is ever lost. */
@customElement("mashrabiya-house")
export class HousePage extends LitElement {
  static override styles = [look, houseLook];

  @property({ attribute: false }) model!: HouseModel;
  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) route!: Extract<Route, { at: "grid" | "camera" | "devices" }>;
  /** Rises with every change of the model, which is one object all along. */
  @property({ type: Number }) change = 0;
  /** What the pictures have to themselves; a guess until it was measured. */
  @state() private room = { width: innerWidth - 40, height: innerHeight - 110 };

  private readonly watcher = new ResizeObserver(([entry]) => {
    const { width, height } = entry!.contentRect;
    if (width > 0) this.room = { width, height }; // else they are hidden
  });
  private readonly onKey = (event: KeyboardEvent): void => this.press(event);

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("keydown", this.onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("keydown", this.onKey);
    this.watcher.disconnect();
  }

  protected override updated(): void {
    const tiles = this.renderRoot.querySelector(".tiles");
    if (tiles !== null) this.watcher.observe(tiles); // again and again changes nothing
  }

  protected override render(): unknown {
    const { words, model } = this;
    return html`
      <header>
        <a class="mark" href="#" aria-label=${words.toStart}>${mark}</a>
        <div>
          <h1>${model.view?.name ?? words.title}</h1>
          <p>${words.motto}</p>
        </div>
        ${this.isPhone ? nothing : this.navigation()}
      </header>
      <main>
        <div class="notes">
          ${model.stray ? html`<p class="note stray" role="alert">${words.stray}</p>` : nothing} ${this.houseTrouble()}
        </div>
        ${this.tiles()}
        ${
          this.route.at === "devices"
            ? html`<mashrabiya-devices .model=${model} .words=${words} .change=${this.change}></mashrabiya-devices>`
            : nothing
        }
      </main>
      ${this.isPhone ? this.navigation() : nothing}
    `;
  }

  /** What keeps all pictures away is said once, not on each of them. */
  private houseTrouble(): unknown {
    const tiles = [...this.model.tiles.values()]; // one that is live yet shall not be talked over
    const trouble = tiles.length === 0 ? this.model.trouble : tiles.map((state) => state.trouble).find(isOfTheHouse);
    if (trouble === undefined) return nothing;
    const [what, then] = this.words.why[trouble];
    return html`<p class="note" role="status"><b>${what}.</b> ${then}</p>`;
  }

  private get isPhone(): boolean {
    return matchMedia("(max-width: 700px)").matches;
  }

  /** None is large once the home has taken that camera away. */
  private get chosen(): CameraId | undefined {
    const { route } = this;
    if (route.at !== "camera") return undefined;
    return this.model.view?.cameras.find(({ camera }) => camera === route.camera)?.camera;
  }

  private navigation(): unknown {
    const { household } = this.model;
    const link = (path: string, name: string, isCurrent: boolean): unknown =>
      html`<a href=${path} aria-current=${isCurrent ? "page" : nothing}>${name}</a>`;
    return html`<nav>
      ${link(gridPath(household), this.words.cameras, this.route.at !== "devices")}
      ${link(devicesPath(household), this.words.devices, this.route.at === "devices")}
    </nav>`;
  }

  private tiles(): unknown {
    const cameras = this.model.view?.cameras ?? [];
    if (cameras.length === 0) return this.route.at === "devices" ? nothing : this.empty();
    const { chosen } = this;
    const { columns, width } = arrange(cameras.length, this.room.width, this.room.height, SHAPE);
    const left = cameras.length % columns; // in the last row, which is centred when it is shorter
    const indent = 1 + columns - left;
    const mode = chosen === undefined ? "" : cameras.length === 1 ? "one alone" : "one";
    return html`<div
      class="tiles ${mode}"
      ?hidden=${this.route.at === "devices"}
      .style=${`--columns:${columns};--width:${width}px;--indent:${indent};--others:${cameras.length - 1 || 1};--room:${Math.max(200, this.room.height)}px`}
    >
      ${chosen === undefined ? nothing : html`<a class="back" href=${gridPath(this.model.household)}>${this.words.back}</a>`}
      ${repeat(
        cameras,
        ({ camera }) => camera,
        ({ camera, name }, index) =>
          html`<mashrabiya-tile
            class=${left > 0 && index === cameras.length - left ? "shorter" : ""}
            .camera=${camera}
            name=${name}
            .words=${this.words}
            .state=${this.model.tiles.get(camera) ?? STARTING}
            .large=${camera === chosen}
            .small=${chosen !== undefined && camera !== chosen}
            .path=${camera === chosen ? "" : cameraPath(this.model.household, camera)}
            .hearing=${this.model.heard?.camera === camera ? this.model.heard.hearing : undefined}
            .onCanvas=${(canvas: HTMLCanvasElement) => this.model.giveCanvas(camera, canvas)}
            .onSound=${() => this.model.toggleSound(camera)}
          ></mashrabiya-tile>`,
      )}
    </div>`;
  }

  private empty(): unknown {
    const isAnswered = this.model.view?.devices !== undefined;
    const [title, text] = isAnswered ? this.words.noCameras : [this.words.opening, ""];
    return html`<div class="empty" role="status">
      <h2>${title}</h2>
      <p>${text}</p>
    </div>`;
  }

  /** Escape leads back; arrows go from picture to picture; m listens. Enter on a picture is its link. */
  private press(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || this.route.at === "devices") return;
    if (event.key === "m") this.toggleSound();
    else if (event.key === "Escape" && this.chosen !== undefined) {
      const { chosen } = this;
      location.hash = gridPath(this.model.household);
      void this.updateComplete.then(() => this.tileOf(chosen)?.focus());
    } else if (this.chosen !== undefined) this.turn(event);
    else if (stepFocus([...this.renderRoot.querySelectorAll<Tile>("mashrabiya-tile")], event.key))
      event.preventDefault();
  }

  /** Of the large camera, else of the one that has the focus. */
  private toggleSound(): void {
    const tiles = [...this.renderRoot.querySelectorAll<Tile>("mashrabiya-tile")];
    const tile = tiles.find((one) => (this.chosen === undefined ? one.matches(":focus-within") : one.large));
    if (tile?.hasSound === true) this.model.toggleSound(tile.camera);
  }

  /** From the large camera to the next or last one, as the language reads. */
  private turn(event: KeyboardEvent): void {
    const forward = this.words.direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = this.words.direction === "rtl" ? "ArrowRight" : "ArrowLeft";
    const step =
      event.key === forward || event.key === "ArrowDown"
        ? 1
        : event.key === backward || event.key === "ArrowUp"
          ? -1
          : 0;
    const cameras = this.model.view?.cameras ?? [];
    const index = cameras.findIndex(({ camera }) => camera === this.chosen);
    const next = cameras[(index + step + cameras.length) % cameras.length];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    location.hash = cameraPath(this.model.household, next.camera);
  }

  private tileOf(camera: CameraId): Tile | undefined {
    return [...this.renderRoot.querySelectorAll<Tile>("mashrabiya-tile")].find((tile) => tile.camera === camera);
  }
}
