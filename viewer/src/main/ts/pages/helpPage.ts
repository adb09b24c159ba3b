import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Words } from "../i18n/words";
import { look } from "./look";
import { roomLook } from "./roomLook";
import { sign, signLook } from "./signs";

const SIGNS = { live: "round", aged: "square", private: "diamond", refused: "triangle" } as const;

/** What the signs say, the keys, and what to do when something is wrong. */
@customElement("mashrabiya-help")
export class HelpPage extends LitElement {
  static override styles = [
    look,
    roomLook,
    signLook,
    css`
      li > i {
        flex: none;
      }
      kbd {
        padding: 2px 10px;
        border: 1px solid var(--line);
        border-radius: 8px;
        font: inherit;
        font-size: 0.92rem;
        white-space: nowrap;
      }
      li > div:first-child,
      li > div {
        flex: 1 1 12rem;
      }
      .keys li {
        padding: 8px 0;
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;

  protected override render(): unknown {
    const { words } = this;
    return html`
      <section>
        <h2>${words.helpTitle}</h2>
        <ul>
          ${(Object.keys(SIGNS) as (keyof typeof SIGNS)[]).map((one) => {
            const [name, text] = words.helpSigns[one];
            return html`<li>
              ${sign(SIGNS[one])}
              <div>${name}<small>${text}</small></div>
            </li>`;
          })}
        </ul>
      </section>
      <section>
        <h2>${words.wrongTitle}</h2>
        <ul>
          ${words.wrong.map(
            ([what, then]) =>
              html`<li>
                <div>${what}<small>${then}</small></div>
              </li>`,
          )}
        </ul>
      </section>
      <section class="keys">
        <h2>${words.keysTitle}</h2>
        <ul>
          ${words.keys.map(
            ([key, does]) =>
              html`<li>
                <div>${does}</div>
                <kbd dir="ltr">${key}</kbd>
              </li>`,
          )}
        </ul>
      </section>
    `;
  }
}
