import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { DeviceRow, InviteRow } from "../house/messages";
import type { Words } from "../i18n/words";
import type { DeviceId } from "../wire/ids";
import type { Terms } from "../wire/rights";
import type { HouseModel } from "./houseModel";
import { INVITE_KEY } from "./inviteCard";
import { look } from "./look";
import { orderLine } from "./orderLine";
import { fieldLook, roomLook } from "./roomLook";
import "./termsForm";
import { termsLine } from "./termsWords";

/** Somebody's name and terms while they are changed. */
interface Draft {
  readonly device: DeviceId;
  readonly name: string;
  readonly terms: Terms;
}

/** Who can look, what each may, and how another one comes in. */
@customElement("mashrabiya-devices")
export class DevicesPage extends LitElement {
  static override styles = [
    look,
    roomLook,
    fieldLook,
    css`
      form {
        flex: 1 0 100%;
      }
      .this {
        color: var(--brass);
      }
    `,
  ];

  @property({ attribute: false }) model!: HouseModel;
  @property({ attribute: false }) words!: Words;
  /** Rises with every change of the model, which is one object all along. */
  @property({ type: Number }) change = 0;
  @state() private asking: DeviceId | undefined;
  @state() private draft: Draft | undefined;

  protected override render(): unknown {
    const { words, model } = this;
    const told = model.view?.told;
    return html`
      <mashrabiya-invite .model=${model} .words=${words} .change=${this.change}></mashrabiya-invite>
      <section>
        <h2>${words.peopleTitle}</h2>
        <p>${told === undefined ? words.peopleWaiting : words.peopleText}</p>
        <ul>
          ${told?.devices.map((row) => this.row(row))} ${this.gone()}
        </ul>
      </section>
      ${told !== undefined && told.invites.length > 0 ? this.waiting(told.invites) : nothing}
    `;
  }

  private row(row: DeviceRow): unknown {
    const key = removalKey(row.device);
    const removal = this.model.wanted.get(key);
    const isThis = row.device === this.model.view?.thisDevice;
    const line = termsLine(row.terms, this.model.view?.cameras ?? [], this.words, Date.now());
    return html`<li data-device=${row.device} data-removal=${removal?.progress ?? nothing}>
      <div>
        <span dir="auto">${row.name}</span>
        <small>${line}</small>
        <small class=${isThis ? "this" : ""}>${this.seen(row, isThis)}</small>
        ${orderLine(removal ?? this.model.wanted.get(changeKey(row.device)), this.words)}
      </div>
      ${this.draft?.device === row.device ? this.form(this.draft) : this.choices(row, isThis)}
    </li>`;
  }

  private seen(row: DeviceRow, isThis: boolean): string {
    if (this.asking === row.device) return this.words.removeAsk(row.name);
    if (isThis) return this.words.thisDevice;
    if (row.lastSeenMicros === 0) return this.words.neverSeen;
    return this.words.lastSeen(this.words.moment(row.lastSeenMicros, Date.now()));
  }

  /** Removing takes two clicks, the second of which says the name. */
  private choices(row: DeviceRow, isThis: boolean): unknown {
    const { words, model } = this;
    if (!model.manages) return nothing;
    const { device, name } = row;
    const progress = model.wanted.get(removalKey(device))?.progress;
    if (progress === "asked" || progress === "done") return nothing;
    const button = (word: string, look: string, choose: () => void): unknown =>
      html`<button class=${look} aria-label="${word}: ${name}" @click=${choose}>${word}</button>`;
    if (this.asking === device)
      return html`<div class="choices">
        ${button(words.remove, "shut", () => this.strike(device))} ${button(words.keep, "quiet", () => (this.asking = undefined))}
      </div>`;
    return html`<div class="choices">
      ${button(words.change, "quiet", () => this.edit(row))}
      ${
        isThis
          ? nothing
          : html`${button(words.pairAgain, "quiet", () => this.replace(row))}
            ${button(words.remove, "shut", () => (this.asking = device))}`
      }
    </div>`;
  }

  private form(draft: Draft): unknown {
    const { words, model } = this;
    return html`<form
      @submit=${(event: Event) => {
        event.preventDefault();
        this.keep(draft);
      }}
    >
      <fieldset>
        <label class="field"
          >${words.nameOfDevice}<input
            type="text"
            required
            maxlength="64"
            dir="auto"
            .value=${draft.name}
            @change=${(event: Event) => (this.draft = { ...draft, name: (event.target as HTMLInputElement).value.trim() })}
        /></label>
      </fieldset>
      <mashrabiya-terms
        .terms=${draft.terms}
        .cameras=${model.view?.cameras ?? []}
        .words=${words}
        zone=${model.view?.told?.zone ?? "UTC"}
        @terms=${({ detail }: CustomEvent<Terms>) => (this.draft = { ...draft, terms: detail })}
      ></mashrabiya-terms>
      <div class="choices">
        <button type="submit">${words.save}</button>
        <button type="button" class="quiet" @click=${() => (this.draft = undefined)}>${words.cancel}</button>
      </div>
    </form>`;
  }

  private edit({ device, name, terms }: DeviceRow): void {
    this.model.wanted.delete(changeKey(device));
    this.draft = { device, name, terms };
  }

  private keep({ device, name, terms }: Draft): void {
    this.draft = undefined;
    if (name !== "") this.model.want(changeKey(device), { type: "set-member", members: { device, name, terms } });
  }

  private strike(device: DeviceId): void {
    this.asking = undefined;
    this.model.want(removalKey(device), { type: "remove", members: { device } });
  }

  /** One tap for whoever's browser has forgotten the house: the newcomer takes the old one's place. */
  private replace({ device, terms }: DeviceRow): void {
    this.model.want(INVITE_KEY, { type: "invite", members: { goodForSeconds: 600, replaces: [device], terms } });
    this.renderRoot.querySelector("mashrabiya-invite")?.scrollIntoView({ block: "nearest" });
  }

  private waiting(invites: readonly InviteRow[]): unknown {
    const { words, model } = this;
    return html`<section>
      <h2>${words.waiting}</h2>
      <ul>
        ${invites.map(({ invite, terms, untilMicros }) => {
          const key = `uninvite:${invite}`;
          const until = words.waitingText(words.end(untilMicros, Date.now()));
          return html`<li data-invite=${invite}>
            <div>
              ${termsLine(terms, model.view?.cameras ?? [], words, Date.now())}<small>${until}</small>
              ${orderLine(model.wanted.get(key), words)}
            </div>
            <button class="shut" @click=${() => model.want(key, { type: "uninvite", members: { invite } })}>
              ${words.withdraw}
            </button>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  /** What was removed in this tab and is no longer in the home's list. */
  private gone(): unknown {
    const listed = new Set(this.model.view?.told?.devices.map(({ device }) => device));
    return [...this.model.wanted.values()].map((wanted) => {
      const { order, progress, name } = wanted;
      if (order.type !== "remove" || listed.has(order.members.device as DeviceId)) return nothing;
      return html`<li data-device=${order.members.device} data-removal=${progress}>
        <div><span dir="auto">${name}</span>${orderLine(wanted, this.words)}</div>
      </li>`;
    });
  }
}

function removalKey(device: DeviceId): string {
  return `remove:${device}`;
}

function changeKey(device: DeviceId): string {
  return `change:${device}`;
}
