import { html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Words } from "../i18n/words";
import type { Hours } from "../wire/rights";
import { look } from "./look";
import { fieldLook } from "./roomLook";

const DAYS = [1, 2, 3, 4, 5, 6, 7];
const MINUTES_OF_DAY = 1_440;

/** Which days, from when to when. Says `hours` with each change that makes sense. */
@customElement("mashrabiya-hours")
export class HoursForm extends LitElement {
  static override styles = [look, fieldLook];

  @property({ attribute: false }) hours!: Hours;
  @property({ attribute: false }) words!: Words;

  protected override render(): unknown {
    const { words, hours } = this;
    return html`
      <div class="pills" role="group" aria-label=${words.termsWhen}>
        ${DAYS.map(
          (day) =>
            html`<label class="pill">
              <input type="checkbox" .checked=${hours.days.includes(day)} aria-label=${words.day(day, "long")} @change=${() => this.toggle(day)} />
              <span aria-hidden="true">${words.day(day, "short")}</span>
            </label>`,
        )}
      </div>
      <div class="beside">
        ${this.time(words.from, hours.fromMinute, (minute) => this.span(minute, hours.toMinute))}
        ${this.time(words.to, hours.toMinute, (minute) => this.span(hours.fromMinute, minute))}
      </div>
    `;
  }

  private time(name: string, minute: number, set: (minute: number) => void): unknown {
    const change = (event: Event): void => {
      const [hour, past] = (event.target as HTMLInputElement).value.split(":").map(Number);
      if (hour !== undefined && past !== undefined) set(hour * 60 + past);
    };
    return html`<label class="field">${name}<input type="time" required .value=${clock(minute)} @change=${change} /></label>`;
  }

  private toggle(day: number): void {
    const { days } = this.hours;
    const changed = days.includes(day) ? days.filter((one) => one !== day) : [...days, day].sort();
    if (changed.length === 0) this.requestUpdate();
    else this.say({ ...this.hours, days: changed });
  }

  /** An end before the beginning is on the next day. */
  private span(from: number, to: number): void {
    const end = to % MINUTES_OF_DAY;
    this.say({ ...this.hours, fromMinute: from, toMinute: end > from ? end : end + MINUTES_OF_DAY });
  }

  private say(hours: Hours): void {
    this.dispatchEvent(new CustomEvent<Hours>("hours", { detail: hours }));
  }
}

function clock(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(Math.floor((minute % MINUTES_OF_DAY) / 60))}:${two(minute % 60)}`;
}
