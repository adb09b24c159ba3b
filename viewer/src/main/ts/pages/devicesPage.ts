import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { DeviceRow } from "../house/messages";
import type { Words } from "../i18n/words";
import type { DeviceId } from "../wire/ids";
import type { HouseModel } from "./houseModel";
import { look } from "./look";

/** Who can look, and how to end it. */
@customElement("mashrabiya-devices")
export class DevicesPage extends LitElement {
  static override styles = [
    look,
    css`
      :host {
        display: block;
        overflow: auto;
      }
      section {
        max-width: 820px;
        margin: 0 auto 14px;
        padding: 20px;
        border: 1px solid var(--line);
        border-radius: var(--round);
        background: var(--wall);
      }
      h2 {
        font-size: 1.02rem;
        font-weight: 600;
      }
      p,
      small {
        font-size: 0.92rem;
        color: var(--quiet);
      }
      ul {
        margin-top: 12px;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 10px 14px;
        align-items: center;
        padding: 14px 0;
        border-top: 1px solid var(--line);
      }
      li > div {
        flex: 1 1 12rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      small {
        display: block;
      }
      .forget p {
        margin-bottom: 12px;
      }
      .asked small,
      .unanswered small,
      .refused small {
        color: var(--aged);
      }
      .done small {
        color: var(--live);
      }
    `,
  ];

  @property({ attribute: false }) model!: HouseModel;
  @property({ attribute: false }) words!: Words;
  /** Rises with every change of the model, which is one object all along. */
  @property({ type: Number }) change = 0;
  @state() private asking: DeviceId | undefined;
  @state() private isForgetting = false;

  protected override render(): unknown {
    const { words } = this;
    const devices = this.model.view?.devices;
    return html`
      <section>
        <h2>${words.devicesTitle}</h2>
        <p>${devices === undefined ? words.devicesWaiting : words.devicesText}</p>
        <ul>
          ${devices?.map((row) => this.row(row))} ${this.gone()}
        </ul>
      </section>
      <section>
        <h2>${words.inviteTitle}</h2>
        <p>${words.inviteText}</p>
      </section>
      <section class="forget">
        <h2>${words.forgetTitle}</h2>
        <p>${words.forgetText}</p>
        ${this.forgetting()}
      </section>
    `;
  }

  /** For whoever wants to, whatever relay and home say; two clicks, as for a removal. */
  private forgetting(): unknown {
    const { words } = this;
    if (!this.isForgetting) {
      return html`<button class="quiet" @click=${() => (this.isForgetting = true)}>${words.forget}</button>`;
    }
    const forget = (): boolean => this.dispatchEvent(new Event("forget", { bubbles: true, composed: true }));
    return html`
      <button class="shut" @click=${forget}>${words.forget}</button>
      <button class="quiet" @click=${() => (this.isForgetting = false)}>${words.keep}</button>
    `;
  }

  private row(row: DeviceRow): unknown {
    const removal = this.model.removals.get(row.device);
    const isThis = row.device === this.model.view?.thisDevice;
    return html`<li
      class=${removal?.progress ?? ""}
      data-device=${row.device}
      data-removal=${removal?.progress ?? nothing}
    >
      <div>
        ${row.name}
        <small role="status">${this.note(row, isThis)}</small>
      </div>
      ${isThis ? nothing : this.choice(row)}
    </li>`;
  }

  private note(row: DeviceRow, isThis: boolean): string {
    const removal = this.model.removals.get(row.device);
    if (removal !== undefined) return this.words.removal[removal.progress];
    if (this.asking === row.device) return this.words.removeAsk(row.name);
    if (isThis) return this.words.thisDevice;
    if (row.lastSeenMicros === 0) return this.words.neverSeen;
    return this.words.lastSeen(this.words.moment(row.lastSeenMicros, Date.now()));
  }

  /** Removing takes two clicks, the second of which says the name. */
  private choice({ device, name }: DeviceRow): unknown {
    const progress = this.model.removals.get(device)?.progress;
    if (progress === "asked" || progress === "done") return nothing;
    const { words } = this;
    if (this.asking !== device) {
      return html`<button class="shut" aria-label="${words.remove}: ${name}" @click=${() => (this.asking = device)}>
        ${words.remove}
      </button>`;
    }
    return html`
      <button class="shut" aria-label="${words.remove}: ${name}" @click=${() => this.strike(device)}>
        ${words.remove}
      </button>
      <button class="quiet" @click=${() => (this.asking = undefined)}>${words.keep}</button>
    `;
  }

  private strike(device: DeviceId): void {
    this.asking = undefined;
    this.model.remove(device);
  }

  /** What was removed in this tab and is no longer in the home's list. */
  private gone(): unknown {
    const listed = new Set(this.model.view?.devices?.map(({ device }) => device));
    return [...this.model.removals]
      .filter(([device]) => !listed.has(device))
      .map(
        ([device, { name, progress }]) =>
          html`<li class=${progress} data-device=${device} data-removal=${progress}>
            <div>${name}<small role="status">${this.words.removal[progress]}</small></div>
          </li>`,
      );
  }
}
