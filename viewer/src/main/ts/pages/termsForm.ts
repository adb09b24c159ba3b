import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { CameraName } from "../house/messages";
import { atWall, dateText, daysLater, parseDate, wallDay } from "../i18n/wall";
import type { Words } from "../i18n/words";
import type { CameraId } from "../wire/ids";
import { type Hours, onlyAt, type Right, RIGHTS, rightsAt, type Terms } from "../wire/rights";
import "./hoursForm";
import { look } from "./look";
import { fieldLook } from "./roomLook";
import { READING } from "./termsWords";

const WORKDAYS: Hours = { days: [1, 2, 3, 4, 5], fromMinute: 8 * 60, toMinute: 16 * 60 };

/** What a device may, where and when. Says `terms` with each change. */
@customElement("mashrabiya-terms")
export class TermsForm extends LitElement {
  static override styles = [look, fieldLook];

  @property({ attribute: false }) terms!: Terms;
  @property({ attribute: false }) cameras: readonly CameraName[] = [];
  @property({ attribute: false }) words!: Words;
  /** Where the home's clock hangs. */
  @property() zone = "UTC";

  protected override render(): unknown {
    return html`${this.what()} ${this.where()} ${this.terms.rights.manage ? nothing : this.when()}`;
  }

  private what(): unknown {
    const { words, terms } = this;
    const rights = this.rights;
    return html`<fieldset>
      <legend>${words.termsWhat}</legend>
      <div class="pills">
        ${READING.map((right) => this.check(words.right[right], rights.includes(right), () => this.toggle(right)))}
        ${this.check(words.manage, terms.rights.manage, () => this.toggleManage(), words.manageText)}
      </div>
    </fieldset>`;
  }

  private where(): unknown {
    const { words } = this;
    const chosen = this.chosen;
    return html`<fieldset>
      <legend>${words.termsWhere}</legend>
      <div class="pills">
        ${this.radio("where", words.allCameras, chosen === undefined, () => this.setRights(this.rights, undefined))}
        ${this.radio("where", words.chosenCameras, chosen !== undefined, () => this.setRights(this.rights, []))}
      </div>
      ${
        chosen === undefined
          ? nothing
          : html`<div class="pills beside">
              ${this.cameras.map(({ camera, name }) =>
                this.check(name, chosen.includes(camera), () => this.setRights(this.rights, toggled(chosen, camera))),
              )}
            </div>`
      }
    </fieldset>`;
  }

  private when(): unknown {
    const { words, terms, zone } = this;
    const { untilMicros, week } = terms;
    const today = wallDay(Date.now(), zone);
    const until = (date: string): void => {
      const day = parseDate(date);
      if (day !== undefined) this.say({ ...terms, untilMicros: atWall(daysLater(day, 1), 0, zone) * 1000 });
    };
    return html`<fieldset>
      <legend>${words.termsWhen}</legend>
      <div class="pills">
        ${this.radio("when", words.always, untilMicros === 0 && week.length === 0, () => this.say({ ...terms, untilMicros: 0, week: [] }))}
        ${this.radio("when", words.untilDay, untilMicros > 0, () => until(dateText(daysLater(today, 7))))}
        ${this.check(words.atHours, week.length > 0, () => this.say({ ...terms, week: week.length > 0 ? [] : [WORKDAYS] }))}
      </div>
      ${
        untilMicros === 0
          ? nothing
          : html`<div class="beside">
              <label class="field"
                >${words.lastDay}<input
                  type="date"
                  required
                  min=${dateText(today)}
                  .value=${dateText(wallDay(untilMicros / 1000 - 1, zone))}
                  @change=${(event: Event) => until((event.target as HTMLInputElement).value)}
              /></label>
            </div>`
      }
      ${week.map(
        (hours, index) =>
          html`<div class="beside">
            <mashrabiya-hours
              .hours=${hours}
              .words=${words}
              @hours=${({ detail }: CustomEvent<Hours>) => this.say({ ...terms, week: week.with(index, detail) })}
            ></mashrabiya-hours>
          </div>`,
      )}
      ${week.length === 0 ? nothing : html`<p>${words.byTheHome}</p>`}
    </fieldset>`;
  }

  private check(name: string, isChecked: boolean, toggle: () => void, title?: string): unknown {
    return html`<label class="pill" title=${title ?? nothing}
      ><input type="checkbox" .checked=${isChecked} @change=${toggle} />${name}</label
    >`;
  }

  private radio(group: string, name: string, isChecked: boolean, choose: () => void): unknown {
    return html`<label class="pill"
      ><input type="radio" name=${group} .checked=${isChecked} @change=${choose} />${name}</label
    >`;
  }

  /** The rights that it has wherever it has any. */
  private get rights(): readonly Right[] {
    const { everywhere, cameras } = this.terms.rights;
    return everywhere.length > 0 ? everywhere : (cameras.find(({ rights }) => rights.length > 0)?.rights ?? ["view"]);
  }

  /** The cameras at which it has any; nothing where that is all, also those to come. */
  private get chosen(): readonly CameraId[] | undefined {
    const { everywhere, cameras } = this.terms.rights;
    if (everywhere.length > 0 && cameras.length === 0) return undefined;
    return this.cameras.map(({ camera }) => camera).filter((camera) => rightsAt(this.terms, camera).length > 0);
  }

  private toggle(right: Right): void {
    const changed = RIGHTS.filter((one) => (one === right) !== this.rights.includes(one));
    if (changed.length === 0) this.requestUpdate();
    else this.setRights(changed, this.chosen);
  }

  private setRights(rights: readonly Right[], chosen: readonly CameraId[] | undefined): void {
    const { manage } = this.terms.rights;
    const changed = chosen === undefined ? { manage, everywhere: rights, cameras: [] } : { ...onlyAt(chosen, rights), manage };
    this.say({ ...this.terms, rights: changed });
  }

  /** Whoever manages does so at any time. */
  private toggleManage(): void {
    const { rights, untilMicros, week } = this.terms;
    const manage = !rights.manage;
    const when = manage ? { untilMicros: 0, week: [] } : { untilMicros, week };
    this.say({ rights: { ...rights, manage }, ...when });
  }

  private say(terms: Terms): void {
    this.dispatchEvent(new CustomEvent<Terms>("terms", { detail: terms }));
  }
}

function toggled(chosen: readonly CameraId[], camera: CameraId): readonly CameraId[] {
  return chosen.includes(camera) ? chosen.filter((one) => one !== camera) : [...chosen, camera];
}
