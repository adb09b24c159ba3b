import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Words } from "../i18n/words";
import { dayOf, sumSince } from "../store/dataUsed";
import type { HouseModel } from "./houseModel";
import { installer } from "./install";
import { look } from "./look";
import type { Preferences } from "./preferences";
import { fieldLook, roomLook } from "./roomLook";

/** What this browser does as its person likes it. */
@customElement("mashrabiya-settings")
export class SettingsPage extends LitElement {
  static override styles = [look, roomLook, fieldLook];

  @property({ attribute: false }) model!: HouseModel;
  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) preferences!: Preferences;
  @property({ type: Number }) change = 0;
  @state() private isForgetting = false;

  protected override render(): unknown {
    const { words, preferences } = this;
    const { language, theme, digits, data } = preferences;
    return html`
      <section>
        <h2>${words.settingsTitle}</h2>
        <p>${words.settingsText}</p>
        <div class="choices">
          ${this.choice(words.languageTitle, words.languages, language, (chosen) => this.say({ ...preferences, language: chosen }))}
        </div>
        ${this.choice(words.themeTitle, words.themes, theme, (chosen) => this.say({ ...preferences, theme: chosen }))}
        ${
          words.language === "ar"
            ? this.choice(words.digitsTitle, words.digits, digits, (chosen) => this.say({ ...preferences, digits: chosen }))
            : nothing
        }
      </section>
      <section>
        <h2>${words.dataTitle}</h2>
        <p>${words.dataText}</p>
        ${this.choice(words.dataLegend, words.dataChoices, data, (chosen) => this.say({ ...preferences, data: chosen }))}
        ${this.used()}
      </section>
      <section>
        <h2>${words.orderTitle}</h2>
        <p>${words.orderText}</p>
        <div class="choices">
          <button class="quiet" @click=${() => this.model.arrange([])}>${words.orderReset}</button>
        </div>
      </section>
      ${this.installing()}
      <section>
        <h2>${words.forgetTitle}</h2>
        <p>${words.forgetText}</p>
        <div class="choices">${this.forgetting()}</div>
      </section>
    `;
  }

  protected override firstUpdated(): void {
    this.model.askUsed();
  }

  /** By camera: today, and in all of the days that were counted. */
  private used(): unknown {
    const { words, model } = this;
    if (model.used === undefined) return nothing;
    const [today, all] = [sumSince(model.used, dayOf(new Date())), sumSince(model.used, "")];
    const rows = (model.view?.cameras ?? []).filter(({ camera }) => all.has(camera));
    if (rows.length === 0) return nothing;
    return html`<dl>
      ${rows.map(
        ({ camera, name }) =>
          html`<dt>${name}</dt>
            <dd>${words.usedToday(words.bytes(today.get(camera) ?? 0), words.bytes(all.get(camera)!))}</dd>`,
      )}
    </dl>`;
  }

  private choice<T extends string>(title: string, names: Readonly<Record<T, string>>, chosen: T, choose: (one: T) => void): unknown {
    return html`<fieldset>
      <legend>${title}</legend>
      <div class="pills">
        ${(Object.keys(names) as T[]).map(
          (one) =>
            html`<label class="pill"
              ><input type="radio" name=${title} value=${one} .checked=${one === chosen} @change=${() => choose(one)} />${names[one]}</label
            >`,
        )}
      </div>
    </fieldset>`;
  }

  private installing(): unknown {
    const { words } = this;
    if (matchMedia("(display-mode: standalone)").matches) return nothing;
    return html`<section>
      <h2>${words.installTitle}</h2>
      <p>${words.installText} ${installer.isReady ? "" : words.installBy}</p>
      ${
        installer.isReady
          ? html`<div class="choices"><button @click=${() => void installer.ask()}>${words.install}</button></div>`
          : nothing
      }
    </section>`;
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

  private say(preferences: Preferences): void {
    this.dispatchEvent(new CustomEvent("preferences", { detail: preferences, bubbles: true, composed: true }));
  }
}
