import { html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { PairingTrouble } from "../i18n/en";
import { chooseWords, type Words } from "../i18n/words";
import { deviceName } from "../pair/deviceName";
import { Pairing } from "../pair/pair";
import type { OpenSpeaker } from "../sound/speaker";
import { HouseholdStore } from "../store/householdStore";
import { same } from "../wire/codec/bytes";
import type { PairingLink } from "../wire/enrolment";
import type { HouseholdId } from "../wire/ids";
import { HouseModel } from "./houseModel";
import "./housePage";
import { forgetLastView } from "./lastView";
import type { Choice } from "./messagePage";
import "./messagePage";
import { NetworkWatch } from "./networkWatch";
import { keepPreferences, type Preferences, readPreferences } from "./preferences";
import { gridPath, parseRoute, type Route } from "./route";
import "./startPage";
import type { Workers } from "./workers";

/** The whole viewer in one tab: which page, of which household. */
@customElement("mashrabiya-viewer")
export class ViewerApp extends LitElement {
  /** Where this tab begins; a pairing link's fragment was cleared before. */
  arrival: Route = { at: "start" };
  workers!: Workers;
  openSpeaker!: OpenSpeaker;

  @state() private route: Route = { at: "start" };
  @state() private pairing: PairingTrouble | "running" | undefined;
  @state() private change = 0;
  private model: HouseModel | undefined;
  /** Kept in memory only, for another try, and for the case that the house it belongs to is held but lost. */
  private invite: Pairing | undefined;
  @state() private preferences = readPreferences();
  private words = this.spoken();
  private readonly light = matchMedia("(prefers-color-scheme: light)");
  private readonly onLight = (): void => this.dress();
  private readonly onHash = (): void => this.go(arrive());
  private readonly network = new NetworkWatch(() => this.model?.networkChanged());
  private readonly onReturn = (): void => {
    if (document.visibilityState === "visible") this.model?.hurry();
    else this.model?.hidden();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.dress();
    this.light.addEventListener("change", this.onLight);
    addEventListener("hashchange", this.onHash);
    this.network.begin();
    document.addEventListener("visibilitychange", this.onReturn);
    this.go(this.arrival);
    if (this.arrival.at === "start" && location.hash === "") void this.enterTheOnly();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.light.removeEventListener("change", this.onLight);
    removeEventListener("hashchange", this.onHash);
    this.network.end();
    document.removeEventListener("visibilitychange", this.onReturn);
    this.model?.close();
  }

  protected override render(): unknown {
    if (this.pairing !== undefined) return this.pairingPage(this.pairing);
    const { route, words, model } = this;
    if (route.at === "start") return html`<mashrabiya-start .words=${words} @approach=${this.approach}></mashrabiya-start>`;
    if (route.at === "pair" || model === undefined) return nothing;
    if (model.standing === "not-held") return this.message(words.notHeld, [this.toStart()]);
    if (model.standing === "no-storage") return this.message(words.pairingFailed["no-storage"], []);
    if (model.standing === "removed") return this.message(words.removed, [this.forget(model.household)]);
    return html`<mashrabiya-house
      .model=${model}
      .words=${words}
      .route=${route}
      .change=${this.change}
      .preferences=${this.preferences}
      @preferences=${this.prefer}
      @forget=${this.forget(model.household).choose}
    ></mashrabiya-house>`;
  }

  /** The address goes first (`?lang=ar`), then what was set here, then the browser's own languages. */
  private spoken(): Words {
    const asked = new URLSearchParams(location.search).get("lang");
    const { language, digits } = this.preferences;
    const first = [...(asked === null ? [] : [asked]), ...(language === "auto" ? [] : [language])];
    return chooseWords([...first, ...navigator.languages], digits);
  }

  /** Language, direction and light of the whole page. */
  private dress(): void {
    const { language, direction } = this.words;
    const { theme } = this.preferences;
    const page = document.documentElement;
    page.lang = language;
    page.dir = direction;
    page.dataset["theme"] = theme === "auto" ? (this.light.matches ? "light" : "dark") : theme;
  }

  private readonly prefer = ({ detail }: CustomEvent<Preferences>): void => {
    this.preferences = detail;
    keepPreferences(detail);
    this.model?.saveData(detail.data === "little");
    this.words = this.spoken();
    this.dress();
  };

  private go(route: Route): void {
    this.route = route;
    if (route.at !== "grid" && route.at !== "camera") this.model?.hush(); // where no picture shows that somebody listens
    if (route.at === "pair") void this.follow(route.link);
    else if (route.at !== "start") this.enter(route.household);
  }

  /** Whoever has one house means that one: the list is for those who have several, and where the mark leads. */
  private async enterTheOnly(): Promise<void> {
    const [only, ...others] = await HouseholdStore.held().catch(() => []);
    if (only !== undefined && others.length === 0 && this.route.at === "start") this.open(only);
  }

  private readonly approach = ({ detail }: CustomEvent<HouseholdId>): void => this.workers.approach(detail);

  private enter(household: HouseholdId): void {
    this.pairing = undefined;
    if (this.model?.household === household) return;
    this.model?.close();
    this.model = new HouseModel(household, this.workers.take(), this.openSpeaker, () => this.modelChanged());
    this.model.saveData(this.preferences.data === "little");
    if (document.visibilityState === "hidden") this.model.hidden(); // nobody says so before somebody has seen it
  }

  private modelChanged(): void {
    this.change++;
    document.title = this.model?.view?.name ?? this.words.title;
    const { invite, model } = this;
    if (invite === undefined || invite.link.household !== model?.household) return;
    if (model.isLost) {
      this.leave();
      void this.pairBy(invite);
    } else if (model.view?.told !== undefined) this.invite = undefined; // its home answers: nothing is lost
  }

  /** A pairing link. Who holds the house already just enters it, and pairs anew only if it turns out to be lost. */
  private async follow(link: PairingLink | undefined): Promise<void> {
    if (globalThis.crypto?.subtle === undefined) return this.fail("no-crypto");
    if (link === undefined) return this.fail("bad-link");
    const invite = this.pairingBy(link);
    this.invite = invite;
    const held = await HouseholdStore.held().catch(() => undefined);
    if (held === undefined) this.fail("no-storage");
    else if (held.includes(link.household)) this.open(link.household);
    else await this.pairBy(invite);
  }

  /** A link that is opened once more goes on with the keys that its first try made. */
  private pairingBy(link: PairingLink): Pairing {
    const { invite } = this;
    return invite !== undefined && isSame(invite.link, link)
      ? invite
      : new Pairing(link, deviceName(navigator.userAgent, this.words.deviceName));
  }

  /** Whether a reload would lose something that is nowhere else: an invite, or what became of one. */
  get holdsAnything(): boolean {
    return this.invite !== undefined || this.pairing !== undefined || (this.model?.holdsAnything ?? false);
  }

  private async pairBy(invite: Pairing): Promise<void> {
    this.pairing = "running";
    const outcome = await invite.attempt();
    if (outcome.is !== "paired") return this.fail(outcome.is);
    this.invite = undefined;
    this.open(invite.link.household);
  }

  private open(household: HouseholdId): void {
    this.pairing = undefined;
    location.replace(gridPath(household));
    this.go(parseRoute(location.hash.slice(1)));
  }

  private fail(trouble: PairingTrouble): void {
    this.pairing = trouble;
  }

  private leave(): void {
    this.model?.close();
    this.model = undefined;
  }

  private pairingPage(pairing: PairingTrouble | "running"): unknown {
    const { words, invite } = this;
    if (pairing === "running") return this.message(words.pairing, [], 3);
    const retry = (by: Pairing): Promise<void> => (pairing === "no-storage" ? this.follow(by.link) : this.pairBy(by));
    const canRetry = invite !== undefined && pairing !== "spent" && pairing !== "no-keys";
    const again = { name: words.again, choose: () => invite !== undefined && void retry(invite) };
    return this.message(words.pairingFailed[pairing], canRetry ? [again] : []);
  }

  private message([heading, text]: readonly [string, string], choices: readonly Choice[], open = 0): unknown {
    return html`<mashrabiya-message
      .heading=${heading}
      .text=${text}
      .open=${open}
      .choices=${choices}
    ></mashrabiya-message>`;
  }

  private toStart(): Choice {
    return { name: this.words.toStart, choose: () => (location.hash = "") };
  }

  private forget(household: HouseholdId): Choice {
    const choose = async (): Promise<void> => {
      this.leave();
      forgetLastView(household);
      await HouseholdStore.forget(household);
      location.hash = "";
    };
    return { name: this.words.forget, choose: () => void choose() };
  }
}

function isSame(one: PairingLink, other: PairingLink): boolean {
  return one.household === other.household && one.origin === other.origin && same(one.secret, other.secret);
}

/**
 * Reads where somebody comes to. A pairing link holds a secret: it leaves the address, and so the history, before
 * anything is asked of the network.
 */
export function arrive(): Route {
  const route = parseRoute(location.hash.slice(1));
  if (route.at === "pair") history.replaceState(null, "", location.pathname + location.search);
  return route;
}
