import type { HouseTrouble } from "../accept/houseTrouble";
import type { TileState } from "../accept/tileState";
import type { Hearing } from "../house/ear";
import type { CameraRow, FromHouse, HouseholdView, Order, OrderProgress, RelayKnows, ToHouse } from "../house/messages";
import type { OpenSpeaker, Speaker } from "../sound/speaker";
import type { DataUsed } from "../store/dataUsed";
import type { CameraId, HouseholdId } from "../wire/ids";
import type { Terms } from "../wire/rights";
import { forgetLastView, keepLastView, readLastView } from "./lastView";
import { inOrder, keepOrder, readOrder } from "./preferences";

/** Something that somebody wants of the home in this tab, and how far it has come. */
export interface Wanted {
  /** What the device is called that it is about, as it was when it was asked. */
  readonly name: string;
  readonly order: Order;
  readonly progress: OrderProgress;
}

/** An invite that was made in this tab: only here is its secret known. */
export type Invited = Omit<Extract<FromHouse, { is: "invited" }>, "is" | "key">;

/** What the pages know of one household: the newest of everything that its worker told. */
export class HouseModel {
  /** At first as it was the last time. */
  view: HouseholdView | undefined;
  trouble: HouseTrouble | undefined;
  readonly tiles = new Map<CameraId, TileState>();
  /** By the key that a page gave: what it is about. */
  readonly wanted = new Map<string, Wanted>();
  invited: Invited | undefined;
  /** The home has named it since: if it no longer does, it is gone. */
  private invitedIsKnown = false;
  standing: "member" | "removed" | "not-held" | "no-storage" = "member";
  stray = false;
  /** Nothing until it was asked and has answered. */
  relayKnows: RelayKnows | undefined;
  /** How much came of each camera; nothing before the worker has said. */
  used: DataUsed | undefined;
  /** The one camera that is listened to, and how that goes. */
  heard: { readonly camera: CameraId; readonly hearing: Hearing } | undefined;
  private speaker: Speaker | undefined;
  private order: readonly CameraId[];

  /** @param openSpeaker is called from a gesture only */
  constructor(
    readonly household: HouseholdId,
    private readonly worker: Worker,
    private readonly openSpeaker: OpenSpeaker,
    private readonly changed: () => void,
  ) {
    this.order = readOrder(household);
    this.view = readLastView(household);
    this.worker.onmessage = ({ data }: MessageEvent<FromHouse>) => this.receive(data);
    this.say({ is: "open", household });
  }

  /** Whether there is something that only this tab knows, or that somebody hears. */
  get holdsAnything(): boolean {
    return this.invited !== undefined || this.wanted.size > 0 || this.heard !== undefined;
  }

  giveCanvas(camera: CameraId, canvas: HTMLCanvasElement): void {
    const offscreen = canvas.transferControlToOffscreen();
    this.worker.postMessage({ is: "canvas", camera, canvas: offscreen } satisfies ToHouse, [offscreen]);
  }

  /** Whether less is to come than the connection carries. */
  saveData(isSaving: boolean): void {
    this.say({ is: "save-data", isSaving });
  }

  /** The camera is shown in so many pixels of the screen. */
  sized(camera: CameraId, heightPixels: number): void {
    this.say({ is: "sized", camera, heightPixels });
  }

  /** The newest for a key replaces what was wanted before. */
  want(key: string, order: Order): void {
    this.say({ is: "order", key, order });
  }

  /** What was said of it has been read. */
  settle(key: string): void {
    this.wanted.delete(key);
    this.changed();
  }

  /** The invite's code is no longer to be seen. */
  putAway(): void {
    this.invited = undefined;
    this.changed();
  }

  /** What this device itself may do; nothing known before the home has answered. */
  get terms(): Terms | undefined {
    return this.view?.told?.devices.find(({ device }) => device === this.view?.thisDevice)?.terms;
  }

  get manages(): boolean {
    return this.terms?.rights.manage === true;
  }

  /** The answer comes as what was used. */
  askUsed(): void {
    this.say({ is: "ask-used" });
  }

  /** The answer comes as what the relay knows. */
  askRelay(): void {
    this.say({ is: "ask-relay" });
  }

  /** Somebody looks again; phones silence a page that nobody sees. */
  hurry(): void {
    this.speaker?.resume();
    this.say({ is: "hurry" });
  }

  /** The device is on another network, or on one again. */
  networkChanged(): void {
    this.say({ is: "network" });
  }

  /** Nobody sees the page: after a moment nothing is decoded, and only sound that somebody listens to is asked for. */
  hidden(): void {
    this.say({ is: "hidden" });
  }

  /** From a gesture: listens to the camera and to no other, or no longer. */
  toggleSound(camera: CameraId): void {
    if (this.heard?.camera === camera) this.hush();
    else this.listen(camera);
    this.changed();
  }

  /** Nobody listens any more. */
  hush(): void {
    if (this.heard === undefined) return;
    this.speaker?.close();
    this.speaker = undefined;
    this.heard = undefined;
    this.say({ is: "hush" });
  }

  private listen(camera: CameraId): void {
    this.speaker?.close();
    const { speaker, port } = this.openSpeaker(
      (captureMicros, playedMicros) => this.say({ is: "heard", camera, captureMicros, playedMicros }),
      () => this.deafened(camera, speaker),
    );
    this.speaker = speaker;
    this.heard = { camera, hearing: "waits" };
    this.worker.postMessage({ is: "listen", camera, port } satisfies ToHouse, [port]);
  }

  /** The loudspeaker does not open: there is nobody to decode for, and somebody to be told. */
  private deafened(camera: CameraId, speaker: Speaker): void {
    if (this.speaker !== speaker) return;
    this.hush();
    this.heard = { camera, hearing: "unsupported" };
    this.changed();
  }

  close(): void {
    this.speaker?.close();
    this.worker.terminate();
  }

  /** In which order somebody wants the cameras here; nothing is as the home has them. */
  arrange(order: readonly CameraId[]): void {
    this.order = order;
    keepOrder(this.household, order);
    this.changed();
  }

  get cameras(): readonly CameraRow[] {
    return inOrder(this.view?.cameras ?? [], this.order);
  }

  /** Whether a pairing link at hand is worth more than what this browser holds; nothing is given up before it succeeds. */
  get isLost(): boolean {
    return this.standing === "removed" || this.standing === "not-held" || this.trouble === "barred";
  }

  private say(message: ToHouse): void {
    this.worker.postMessage(message);
  }

  private receive(message: FromHouse): void {
    switch (message.is) {
      case "household":
        this.show(message.view);
        break;
      case "tile":
        this.tiles.set(message.camera, message.state);
        break;
      case "trouble":
        this.trouble = message.trouble;
        break;
      case "order":
        this.wanted.set(message.key, { ...message, name: this.nameFor(message) });
        break;
      case "invited":
        this.invited = message;
        this.invitedIsKnown = false;
        break;
      case "hearing":
        // Nobody hears anything any more whose loudspeaker is closed.
        if (this.speaker !== undefined && this.heard?.camera === message.camera) this.heard = message;
        break;
      case "relay-knows":
        this.relayKnows = message.known;
        break;
      case "used":
        this.used = message.used;
        break;
      case "stray":
        this.stray = true;
        break;
      case "not-held":
      case "no-storage":
      case "removed":
        this.standing = message.is;
        forgetLastView(this.household);
        this.hush();
        break;
    }
    this.changed();
  }

  /** Of cameras that are gone nothing is known any more. */
  private show(view: HouseholdView): void {
    this.view = view;
    keepLastView(view);
    const named = new Set(view.cameras.map(({ camera }) => camera));
    for (const camera of this.tiles.keys()) if (!named.has(camera)) this.tiles.delete(camera);
    const stands = view.told?.invites.some(({ invite }) => invite === this.invited?.invite);
    if (stands === false && this.invitedIsKnown) this.invited = undefined; // somebody came in by it, or it was withdrawn
    this.invitedIsKnown ||= stands === true;
    if (this.heard !== undefined && !named.has(this.heard.camera)) this.hush();
  }

  private nameFor({ key, order }: { readonly key: string; readonly order: Order }): string {
    const device = "device" in order.members ? order.members.device : undefined;
    const row = this.view?.told?.devices.find((one) => one.device === device);
    return row?.name ?? this.wanted.get(key)?.name ?? "";
  }
}
