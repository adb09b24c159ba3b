import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import "./lattice";
import { look } from "./look";

/** Something to do from a message. */
export interface Choice {
  readonly name: string;
  choose(): void;
}

/** A window with its shutters, and what there is to say: pairing, its failures, a house that is not held. */
@customElement("mashrabiya-message")
export class MessagePage extends LitElement {
  static override styles = [
    look,
    css`
      :host {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 16px;
        min-height: 100dvh;
        padding: 24px;
        text-align: center;
      }
      .window {
        position: relative;
        overflow: hidden;
        width: min(320px, 64vw, 42vh);
        aspect-ratio: 4 / 5;
        border-radius: 999px 999px 12px 12px;
        background: linear-gradient(var(--sky), var(--glow));
        box-shadow: 0 20px 60px rgb(0 0 0 / 0.35);
      }
      h1 {
        font-size: 1.5rem;
        font-weight: 600;
      }
      p {
        max-width: 27rem;
        color: var(--quiet);
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 10px;
      }
    `,
  ];

  @property() heading = "";
  @property() text = "";
  @property({ type: Number }) open = 0;
  @property({ attribute: false }) choices: readonly Choice[] = [];

  protected override render(): unknown {
    return html`
      <div class="window"><mashrabiya-lattice .open=${this.open} .cell=${56}></mashrabiya-lattice></div>
      <h1 role="status">${this.heading}</h1>
      ${this.text === "" ? nothing : html`<p>${this.text}</p>`}
      <div class="choices">
        ${this.choices.map(({ name, choose }) => html`<button class="quiet" @click=${choose}>${name}</button>`)}
      </div>
    `;
  }
}
