import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Words } from "../i18n/words";
import type { CameraId, HouseholdId } from "../wire/ids";
import { isOfTheHouse } from "../accept/houseTrouble";
import { arrange } from "./arrange";
import { Carry, moved } from "./carry";
import "./devicesPage";
import type { HouseModel } from "./houseModel";
import "./helpPage";
import * as icons from "./icons";
import { stepFocus } from "./keys";
import { look } from "./look";
import { houseLook } from "./houseLook";
import type { Preferences } from "./preferences";
import { shutterOrder } from "./privacyPage";
import { cameraPath, gridPath, type Room, roomPath, ROOMS, type Route } from "./route";
import "./settingsPage";
import { STARTING, Tile } from "./tile";

const SHAPE = 16 / 9;
const ICONS: Readonly<Record<Room, unknown>> = {
  devices: icons.people,
  privacy: icons.shutters,
  settings: icons.settings,
  help: icons.help,
};

/** One household: all its cameras, one of them large, or another of its pages. The tiles stay, so that no picture is ever lost. */
@customElement("mashrabiya-house")
export class HousePage extends LitElement {
  static override styles = [look, houseLook];

  @property({ attribute: false }) model!: HouseModel;
  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) route!: Extract<Route, { household: HouseholdId }>;
  @property({ attribute: false }) preferences!: Preferences;
  /** Rises with every change of the model, which is one object all along. */
  @property({ type: Number }) change = 0;
  /** What the pictures have to themselves; a guess until it was measured. */
  @state() private room = { width: innerWidth - 40, height: innerHeight - 110 };

  private readonly watcher = new ResizeObserver(([entry]) => {
    const { width, height } = entry!.contentRect;
    if (width > 0) this.room = { width, height }; // else they are hidden
  });
  private readonly carry = new Carry(
    (x, y) => this.cameraAt(x, y),
    (camera, to) => this.move(camera, to),
  );
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
        <a class="mark" href="#" aria-label=${words.toStart}>${icons.mark}</a>
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
        ${this.otherPage()}
      </main>
      ${this.isPhone ? this.navigation() : nothing}
    `;
  }

  private otherPage(): unknown {
    const { model, words, change } = this;
    switch (this.route.at) {
      case "devices":
        return html`<mashrabiya-devices class="room" .model=${model} .words=${words} .change=${change}></mashrabiya-devices>`;
      case "privacy":
        return html`<mashrabiya-privacy class="room" .model=${model} .words=${words} .change=${change}></mashrabiya-privacy>`;
      case "settings":
        return html`<mashrabiya-settings
          class="room"
          .model=${model}
          .words=${words}
          .preferences=${this.preferences}
          .change=${change}
        ></mashrabiya-settings>`;
      case "help":
        return html`<mashrabiya-help class="room" tabindex="0" role="region" aria-label=${words.rooms.help} .words=${words}></mashrabiya-help>`;
      default:
        return nothing;
    }
  }

  /** Where pictures are to be seen, and not another page. */
  private get isGallery(): boolean {
    return this.route.at === "grid" || this.route.at === "camera";
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
    const link = (path: string, icon: unknown, name: string, isCurrent: boolean): unknown =>
      html`<a href=${path} aria-current=${isCurrent ? "page" : nothing}>${icon}<span>${name}</span></a>`;
    return html`<nav>
      ${link(gridPath(household), icons.tiles, this.words.cameras, this.isGallery)}
      ${ROOMS.map((room) => link(roomPath(household, room), ICONS[room], this.words.rooms[room], this.route.at === room))}
    </nav>`;
  }

  private tiles(): unknown {
    const { cameras } = this.model;
    if (cameras.length === 0) return this.isGallery ? this.empty() : nothing;
    const { chosen } = this;
    const { columns, width } = arrange(cameras.length, this.room.width, this.room.height, SHAPE);
    const left = cameras.length % columns; // in the last row, which is centred when it is shorter
    const indent = 1 + columns - left;
    const mode = chosen === undefined ? "" : cameras.length === 1 ? "one alone" : "one";
    return html`<div
      class="tiles ${mode}"
      ?hidden=${!this.isGallery}
      @pointerdown=${(event: PointerEvent) => this.takeUp(event)}
      @pointermove=${(event: PointerEvent) => this.carry.over(event.clientX, event.clientY)}
      @pointerup=${() => this.putDown()}
      @pointercancel=${() => this.putDown()}
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
            .manages=${this.model.manages}
            .onPrivate=${() => shutterOrder(this.model, camera)}
            ?carried=${this.carry.camera === camera}
            .path=${camera === chosen ? "" : cameraPath(this.model.household, camera)}
            .hearing=${this.model.heard?.camera === camera ? this.model.heard.hearing : undefined}
            .onCanvas=${(canvas: HTMLCanvasElement) => this.model.giveCanvas(camera, canvas)}
            .onSize=${(pixels: number) => this.model.sized(camera, pixels)}
            .onSound=${() => this.model.toggleSound(camera)}
          ></mashrabiya-tile>`,
      )}
    </div>`;
  }

  private empty(): unknown {
    const isAnswered = this.model.view?.told !== undefined;
    const [title, text] = isAnswered ? this.words.noCameras : [this.words.opening, ""];
    return html`<div class="empty" role="status">
      <h2>${title}</h2>
      <p>${text}</p>
    </div>`;
  }

  /** Escape leads back; arrows go from picture to picture; m listens. Enter on a picture is its link. */
  private press(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || !this.isGallery) return;
    const large = this.chosen === undefined ? undefined : this.tileOf(this.chosen);
    if (event.shiftKey && event.key.startsWith("Arrow")) this.shift(event);
    else if (large?.command(event.key) === true) event.preventDefault();
    else if (event.key === "m") this.toggleSound();
    else if (event.key === "Escape" && this.chosen !== undefined) {
      const { chosen } = this;
      location.hash = gridPath(this.model.household);
      void this.updateComplete.then(() => this.tileOf(chosen)?.focus());
    } else if (this.chosen !== undefined) this.turn(event);
    else if (stepFocus(this.tileElements, event.key))
      event.preventDefault();
  }

  /** Of the large camera, else of the one that has the focus. */
  private toggleSound(): void {
    const tile = this.tileElements.find((one) => (this.chosen === undefined ? one.matches(":focus-within") : one.large));
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
    const { cameras } = this.model;
    const index = cameras.findIndex(({ camera }) => camera === this.chosen);
    const next = cameras[(index + step + cameras.length) % cameras.length];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    location.hash = cameraPath(this.model.household, next.camera);
  }

  private get tileElements(): readonly Tile[] {
    return [...this.renderRoot.querySelectorAll<Tile>("mashrabiya-tile")];
  }

  /** By its name, so that a finger on the picture still scrolls and opens. */
  private takeUp(event: PointerEvent): void {
    if (this.chosen !== undefined || event.button !== 0) return;
    const path = event.composedPath();
    const isName = path.some((one) => one instanceof HTMLElement && one.classList.contains("caption"));
    const tile = path.find((one) => one instanceof Tile);
    if (!isName || tile === undefined) return;
    this.carry.take(tile.camera);
    this.requestUpdate();
  }

  private putDown(): void {
    if (this.carry.camera === undefined) return;
    this.carry.letGo();
    this.requestUpdate();
  }

  private cameraAt(x: number, y: number): CameraId | undefined {
    return this.tileElements.find((tile) => {
      const { left, right, top, bottom } = tile.getBoundingClientRect();
      return x >= left && x < right && y >= top && y < bottom;
    })?.camera;
  }

  /** The picture that has the focus changes places with its neighbour in the reading order. */
  private shift(event: KeyboardEvent): void {
    const tiles = this.tileElements;
    const index = tiles.findIndex((tile) => tile.matches(":focus-within"));
    const forward = this.words.direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const step = event.key === forward || event.key === "ArrowDown" ? 1 : -1;
    const [tile, to] = [tiles[index], tiles[index + step]];
    if (tile === undefined || to === undefined) return;
    event.preventDefault();
    this.move(tile.camera, to.camera);
    void this.updateComplete.then(() => this.tileOf(tile.camera)?.focus());
  }

  private move(camera: CameraId, to: CameraId): void {
    this.model.arrange(moved(this.model.cameras.map((one) => one.camera), camera, to));
  }

  private tileOf(camera: CameraId): Tile | undefined {
    return this.tileElements.find((tile) => tile.camera === camera);
  }
}
