import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { atWall, daysLater, wallDay } from "../i18n/wall";
import type { RelayKnows } from "../house/messages";
import type { Words } from "../i18n/words";
import type { CameraId } from "../wire/ids";
import { type Closure, NEVER, type Privacy, privacyOf } from "../wire/privacy";
import type { Hours, Week } from "../wire/rights";
import { closureWords } from "./closureWords";
import type { HouseModel } from "./houseModel";
import "./hoursForm";
import { look } from "./look";
import { orderLine } from "./orderLine";
import { fieldLook, roomLook } from "./roomLook";

const NIGHTS: Hours = { days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 22 * 60, toMinute: 30 * 60 };
const ASK_EACH_MILLIS = 5_000;
const HOW = ["open", "hour", "evening", "morning"] as const;
type How = (typeof HOW)[number];

/** What somebody closes: a camera, or with an empty one the whole house. */
type Place = CameraId | "";

/** What is closed to everybody and when, and what the relay knows. */
@customElement("mashrabiya-privacy")
export class PrivacyPage extends LitElement {
  static override styles = [
    look,
    roomLook,
    fieldLook,
    css`
      .diamond {
        display: inline-block;
        width: 9px;
        height: 9px;
        margin-inline-end: 6px;
        background: var(--brass);
        transform: rotate(45deg);
      }
      details {
        flex: 1 0 100%;
      }
      summary {
        min-height: 44px;
        padding: 10px 0;
        color: var(--quiet);
        cursor: pointer;
      }
      .relay p + p {
        margin-top: 8px;
      }
    `,
  ];

  private asking: ReturnType<typeof setInterval> | undefined;

  @property({ attribute: false }) model!: HouseModel;
  @property({ attribute: false }) words!: Words;
  /** Rises with every change of the model, which is one object all along. */
  @property({ type: Number }) change = 0;

  protected override render(): unknown {
    const { words, model } = this;
    const told = model.view?.told;
    return html`
      <section>
        <h2>${words.privateTitle}</h2>
        <p>${told === undefined ? words.peopleWaiting : words.privateText}</p>
        ${told === undefined || model.manages ? nothing : html`<p>${words.notYours}</p>`}
        <ul>
          ${told === undefined ? nothing : this.row("", words.wholeHouse, told.privacy.house, this.houseClosure)}
          ${
            told === undefined
              ? nothing
              : model.view?.cameras.map(({ camera, name, closure }) =>
                  this.row(camera, name, privacyOf(told.privacy, camera), closure),
                )
          }
        </ul>
      </section>
      ${this.relay()}
    `;
  }

  /** The house is closed where its hand or its hours say so; every camera then tells why. */
  private get houseClosure(): Closure | undefined {
    const hand = this.model.view?.told?.privacy.house.hand[0];
    const holds = hand?.shutter === "closed" && (hand.untilMicros === 0 || hand.untilMicros > Date.now() * 1000);
    return holds ? hand : undefined;
  }

  private row(place: Place, name: string, privacy: Privacy, closure: Closure | undefined): unknown {
    const { words, model } = this;
    return html`<li data-place=${place === "" ? "house" : place} ?data-closed=${closure !== undefined}>
      <div>
        <span dir="auto">${name}</span>
        <small
          >${closure === undefined ? words.isOpen : html`<i class="diamond"></i>${closureWords(closure, words, Date.now())}`}</small
        >
        ${orderLine(model.wanted.get(orderKey(place)), words)}
      </div>
      ${model.manages ? this.choices(place, name, privacy, closure) : nothing}
    </li>`;
  }

  private choices(place: Place, name: string, privacy: Privacy, closure: Closure | undefined): unknown {
    const { words } = this;
    const isOwn = place === "" || privacy.hand.length > 0 || privacy.week.length > 0;
    const open = html`<button class="quiet" aria-label="${words.openNow}: ${name}" @click=${() => this.open(place, privacy)}>
      ${words.openNow}
    </button>`;
    const close = html`<label class="field">
      <select aria-label="${words.closeFor}: ${name}" @change=${(event: Event) => this.close(place, privacy, event)}>
        <option value="" selected>${words.closeFor}…</option>
        ${HOW.map((how) => html`<option value=${how}>${words.closeHow[how]}</option>`)}
      </select>
    </label>`;
    return html`
      ${closure === undefined ? close : isOwn ? open : html`<small>${words.closedHere}</small>`}
      <details ?open=${privacy.week.length > 0}>
        <summary aria-label="${words.privateHours}: ${name}">${words.privateHours}</summary>
        ${privacy.week.map(
          (hours, index) =>
            html`<fieldset>
              <mashrabiya-hours
                .hours=${hours}
                .words=${words}
                @hours=${({ detail }: CustomEvent<Hours>) => this.setWeek(place, privacy, privacy.week.with(index, detail))}
              ></mashrabiya-hours>
              <div class="beside">
                <button class="shut" @click=${() => this.setWeek(place, privacy, privacy.week.toSpliced(index, 1))}>
                  ${words.removeHours}
                </button>
              </div>
            </fieldset>`,
        )}
        <button class="quiet" @click=${() => this.setWeek(place, privacy, [...privacy.week, NIGHTS])}>${words.addHours}</button>
        <p>${words.byTheHome}</p>
      </details>
    `;
  }

  private close(place: Place, privacy: Privacy, event: Event): void {
    const field = event.target as HTMLSelectElement;
    const how = HOW.find((one) => one === field.value);
    field.value = "";
    if (how !== undefined) this.set(place, "closed", this.endOf(how), privacy.week);
  }

  /** By the home's wall: whoever closes the house from afar means its evening. */
  private endOf(how: How): number {
    const zone = this.model.view?.told?.zone ?? "UTC";
    const [now, today] = [Date.now(), wallDay(Date.now(), zone)];
    switch (how) {
      case "open":
        return 0;
      case "hour":
        return (now + 3_600_000) * 1000;
      case "evening": {
        const evening = atWall(today, 20 * 60, zone);
        return (evening > now ? evening : atWall(daysLater(today, 1), 20 * 60, zone)) * 1000;
      }
      case "morning":
        return atWall(daysLater(today, 1), 8 * 60, zone) * 1000;
    }
  }

  /** In hours in which it is private by itself it stays open until they end. */
  private open(place: Place, privacy: Privacy): void {
    const hand = privacy.hand[0];
    const byHand = hand?.shutter === "closed" && (hand.untilMicros === 0 || hand.untilMicros > Date.now() * 1000);
    if (byHand) this.set(place, "by-week", 0, privacy.week);
    else this.set(place, "open", this.endOfHours(place), privacy.week);
  }

  private endOfHours(place: Place): number {
    return this.model.view?.cameras.find(({ camera }) => camera === place)?.closure?.untilMicros ?? 0;
  }

  private setWeek(place: Place, privacy: Privacy, week: Week): void {
    const hand = privacy.hand[0];
    this.set(place, hand?.shutter ?? "by-week", hand?.untilMicros ?? 0, week);
  }

  private set(place: Place, hand: "closed" | "open" | "by-week", untilMicros: number, week: Week): void {
    this.model.want(orderKey(place), { type: "set-privacy", members: { camera: place, hand, untilMicros, week } });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.asking = setInterval(() => this.model.askRelay(), ASK_EACH_MILLIS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.asking);
  }

  protected override firstUpdated(): void {
    this.model.askRelay();
  }

  private counts({ devices, links, addresses, carriedBytes, cachedBytes, sinceMicros }: RelayKnows): unknown {
    const { words } = this;
    const counts = words.relayCounts;
    const rows: readonly (readonly [string, string])[] = [
      [counts.devices, words.number(devices)],
      [counts.links, words.number(links)],
      [counts.addresses, words.number(addresses)],
      [counts.bytes, words.bytes(carriedBytes)],
      [counts.cached, words.bytes(cachedBytes)],
      [counts.since, words.moment(sinceMicros, Date.now())],
    ];
    return html`<dl>
      ${rows.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>`;
  }

  private relay(): unknown {
    const { words, model } = this;
    return html`<section class="relay">
      <h2>${words.relayTitle}</h2>
      <p>${words.relayText}</p>
      <p>${words.relayCannot}</p>
      <p>${words.relayCan}</p>
      ${model.relayKnows === undefined ? html`<p role="status">${words.relaySilent}</p>` : this.counts(model.relayKnows)}
    </section>`;
  }
}

/** Closes a camera, or opens it, from its picture. */
export function shutterOrder(model: HouseModel, camera: CameraId): void {
  const privacy = model.view?.told === undefined ? NEVER : privacyOf(model.view.told.privacy, camera);
  const members = { camera, hand: "closed" as const, untilMicros: 0, week: privacy.week };
  model.want(orderKey(camera), { type: "set-privacy", members });
}

export function orderKey(place: Place): string {
  return `privacy:${place}`;
}
