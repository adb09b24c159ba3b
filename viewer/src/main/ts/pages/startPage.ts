import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Words } from "../i18n/words";
import { HouseholdStore } from "../store/householdStore";
import type { HouseholdId } from "../wire/ids";
import { look } from "./look";
import "./messagePage";
import { gridPath } from "./route";

interface Held {
  readonly household: HouseholdId;
  readonly name: string;
}

/** The houses that this browser holds; without any, how to pair in plain words. */
@customElement("mashrabiya-start")
export class StartPage extends LitElement {
  static override styles = [
    look,
    css`
      section {
        max-width: 30rem;
        margin: 0 auto;
        padding: calc(12vh + 24px) 24px 24px;
      }
      h1 {
        margin-bottom: 16px;
        font-size: 1.5rem;
        font-weight: 600;
      }
      a {
        display: block;
        margin-bottom: 10px;
        padding: 16px 20px;
        border: 1px solid var(--line);
        border-radius: var(--round);
        background: var(--wall);
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @state() private held: readonly Held[] | "no-storage" | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void findHeld()
      .catch(() => "no-storage" as const)
      .then((held) => (this.held = held));
  }

  protected override render(): unknown {
    const { words, held } = this;
    if (held === undefined) return html``;
    const [heading, text] = held === "no-storage" ? words.pairingFailed["no-storage"] : words.startEmpty;
    if (held === "no-storage" || held.length === 0)
      return html`<mashrabiya-message .heading=${heading} .text=${text} .open=${1}></mashrabiya-message>`;
    return html`<section>
      <h1>${words.startTitle}</h1>
      ${held.map(({ household, name }) => this.link(household, name))}
    </section>`;
  }

  private link(household: HouseholdId, name: string): unknown {
    const approach = (): boolean => this.dispatchEvent(new CustomEvent("approach", { detail: household }));
    return html`<a
      href=${gridPath(household)}
      @pointerenter=${approach}
      @pointerdown=${approach}
      @focus=${approach}
      >${name}</a
    >`;
  }
}

async function findHeld(): Promise<readonly Held[]> {
  return Promise.all(
    (await HouseholdStore.held()).map(async (household) => ({ household, name: await nameOf(household) })),
  );
}

async function nameOf(household: HouseholdId): Promise<string> {
  const store = await HouseholdStore.open(household);
  try {
    return (await store.learned()).household?.name ?? household;
  } finally {
    store.close();
  }
}
