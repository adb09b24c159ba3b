import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Preset } from "../i18n/rooms.en";
import { atWall, daysLater, wallDay } from "../i18n/wall";
import type { Words } from "../i18n/words";
import type { DeviceId } from "../wire/ids";
import { FULL, RIGHTS, type Terms } from "../wire/rights";
import type { HouseModel, Invited } from "./houseModel";
import { look } from "./look";
import { orderLine } from "./orderLine";
import { qrPicture } from "./qrPicture";
import { fieldLook, roomLook } from "./roomLook";
import "./termsForm";
import { termsLine } from "./termsWords";

const PRESETS: readonly Preset[] = ["family", "guest", "manager"];
const GOOD_FOR_SECONDS = [600, 3_600, 86_400];
/** There is one invite at a time in a tab. */
export const INVITE_KEY = "invite";

/** How another device comes in: who it is for, and then a code to scan or a link to send. */
@customElement("mashrabiya-invite")
export class InviteCard extends LitElement {
  static override styles = [
    look,
    roomLook,
    fieldLook,
    css`
      :host {
        overflow: visible;
      }
      form {
        margin-top: 14px;
      }
      .pill small {
        color: inherit;
      }
      .code {
        display: grid;
        justify-items: center;
        gap: 12px;
        margin-top: 14px;
        text-align: center;
      }
      .qr {
        width: min(320px, 100%);
        border-radius: 12px;
      }
      .code p {
        max-width: 26rem;
      }
      details {
        margin-bottom: 14px;
      }
      summary {
        min-height: 44px;
        padding: 10px 0;
        color: var(--quiet);
        cursor: pointer;
      }
    `,
  ];

  @property({ attribute: false }) model!: HouseModel;
  @property({ attribute: false }) words!: Words;
  @property({ type: Number }) change = 0;
  @state() private terms: Terms | undefined;
  @state() private preset: Preset = "family";
  @state() private goodForSeconds = 600;
  @state() private copied = false;

  protected override render(): unknown {
    const { words, model } = this;
    if (model.view?.told === undefined) return nothing;
    const wanted = model.wanted.get(INVITE_KEY);
    return html`<section>
      <h2>${words.addDevice}</h2>
      <p>${model.manages ? words.addText : words.notYours}</p>
      ${model.invited !== undefined ? this.code(model.invited) : this.terms !== undefined ? this.form(this.terms) : this.begin()}
      ${wanted?.progress === "done" ? nothing : orderLine(wanted, words)}
    </section>`;
  }

  private begin(): unknown {
    if (!this.model.manages) return nothing;
    return html`<div class="choices">
      <button @click=${() => this.choose("family")}>${this.words.addDevice}</button>
    </div>`;
  }

  private form(terms: Terms): unknown {
    const { words, model } = this;
    return html`<form
      @submit=${(event: Event) => {
        event.preventDefault();
        this.ask(terms);
      }}
    >
      <fieldset>
        <legend>${words.addWho}</legend>
        <div class="pills">
          ${PRESETS.map(
            (preset) =>
              html`<label class="pill" title=${words.presets[preset][1]}
                ><input type="radio" name="preset" .checked=${this.preset === preset} @change=${() => this.choose(preset)} />${words.presets[preset][0]}</label
              >`,
          )}
        </div>
        <p class="beside">${termsLine(terms, model.view?.cameras ?? [], words, Date.now())}</p>
      </fieldset>
      <details>
        <summary>${words.adjust}</summary>
        <mashrabiya-terms
          .terms=${terms}
          .cameras=${model.view?.cameras ?? []}
          .words=${words}
          zone=${model.view?.told?.zone ?? "UTC"}
          @terms=${({ detail }: CustomEvent<Terms>) => (this.terms = detail)}
        ></mashrabiya-terms>
        <fieldset>
          <legend>${words.goodFor}</legend>
          <div class="pills">
            ${GOOD_FOR_SECONDS.map(
              (seconds) =>
                html`<label class="pill"
                  ><input
                    type="radio"
                    name="good-for"
                    .checked=${this.goodForSeconds === seconds}
                    @change=${() => (this.goodForSeconds = seconds)}
                  />${words.goodForHow[seconds]}</label
                >`,
            )}
          </div>
        </fieldset>
      </details>
      <div class="choices">
        <button type="submit">${words.showCode}</button>
        <button type="button" class="quiet" @click=${() => (this.terms = undefined)}>${words.cancel}</button>
      </div>
    </form>`;
  }

  private code({ fragment, untilMicros }: Invited): unknown {
    const { words, model } = this;
    const link = `${location.origin}${location.pathname}#${fragment}`;
    const replaced = this.replaced;
    return html`<div class="code">
      ${qrPicture(link, words.codeName)}
      <h3>${words.scan}</h3>
      <p>${words.scanText(words.end(untilMicros, Date.now()))}</p>
      ${replaced === undefined ? nothing : html`<p>${words.replaces(replaced)}</p>`}
      <div class="choices">
        <button class="quiet" @click=${() => void this.copy(link)}>${this.copied ? words.copied : words.copyLink}</button>
        ${
          "share" in navigator
            ? html`<button class="quiet" @click=${() => void navigator.share({ url: link }).catch(() => undefined)}>${words.share}</button>`
            : nothing
        }
        <button
          @click=${() => {
            this.terms = undefined;
            this.copied = false;
            model.putAway();
          }}
        >
          ${words.close}
        </button>
      </div>
    </div>`;
  }

  /** Whose place the newcomer takes. */
  private get replaced(): string | undefined {
    const order = this.model.wanted.get(INVITE_KEY)?.order;
    const device = order?.type === "invite" ? order.members.replaces[0] : undefined;
    return this.model.view?.told?.devices.find((one) => one.device === (device as DeviceId | undefined))?.name;
  }

  private choose(preset: Preset): void {
    this.preset = preset;
    this.terms = this.termsOf(preset);
  }

  private termsOf(preset: Preset): Terms {
    if (preset === "manager") return FULL;
    if (preset === "family") return { ...FULL, rights: { ...FULL.rights, manage: false, everywhere: RIGHTS } };
    const zone = this.model.view?.told?.zone ?? "UTC";
    const untilMicros = atWall(daysLater(wallDay(Date.now(), zone), 8), 0, zone) * 1000; // a week, and the day that it is
    return { rights: { manage: false, everywhere: ["view"], cameras: [] }, untilMicros, week: [] };
  }

  private ask(terms: Terms): void {
    this.copied = false;
    const { goodForSeconds } = this;
    this.model.want(INVITE_KEY, { type: "invite", members: { goodForSeconds, replaces: [], terms } });
  }

  private async copy(link: string): Promise<void> {
    await navigator.clipboard?.writeText(link).then(
      () => (this.copied = true),
      () => undefined, // the browser does not let us: the code is still there to be scanned
    );
  }
}
