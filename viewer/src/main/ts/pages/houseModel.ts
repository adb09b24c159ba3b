import type { HouseTrouble } from "../accept/houseTrouble";
import type { TileState } from "../accept/tileState";
import type { Hearing } from "../house/ear";
import type { FromHouse, HouseholdView, RemovalProgress, ToHouse } from "../house/messages";
import type { OpenSpeaker, Speaker } from "../sound/speaker";
import type { CameraId, DeviceId, HouseholdId } from "../wire/ids";

/** A removal that somebody asked for in this tab. */
export interface Removal {
  readonly name: string;
  readonly progress: RemovalProgress;
}

/** What the pages know of one household: the newest of everything that its worker told. */
export class HouseModel {
  view: HouseholdView | undefined;
  trouble: HouseTrouble | undefined;
  readonly tiles = new Map<CameraId, TileState>();
  readonly removals = new Map<DeviceId, Removal>();
  standing: "member" | "removed" | "not-held" | "no-storage" = "member";
  stray = false;
  /** The one camera that is listened to, and how that goes. */
  heard: { readonly camera: CameraId; readonly hearing: Hearing } | undefined;
  private speaker: Speaker | undefined;

  /** @param openSpeaker is called from a gesture only */
  constructor(
    readonly household: HouseholdId,
    private readonly worker: Worker,
    private readonly openSpeaker: OpenSpeaker,
    private readonly changed: () => void,
  ) {
    this.worker.onmessage = ({ data }: MessageEvent<FromHouse>) => this.receive(data);
    this.say({ is: "open", household });
  }

  giveCanvas(camera: CameraId, canvas: HTMLCanvasElement): void {
    const offscreen = canvas.transferControlToOffscreen();
    this.worker.postMessage({ is: "canvas", camera, canvas: offscreen } satisfies ToHouse, [offscreen]);
  }

  remove(device: DeviceId): void {
    this.say({ is: "remove", device });
  }

  /** Somebody looks again; phones silence a page that nobody sees. */
  hurry(): void {
    this.speaker?.resume();
    this.say({ is: "hurry" });
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
      case "removal":
        this.removals.set(message.device, { name: this.nameOf(message.device), progress: message.progress });
        break;
      case "hearing":
        // Nobody hears anything any more whose loudspeaker is closed.
        if (this.speaker !== undefined && this.heard?.camera === message.camera) this.heard = message;
        break;
      case "stray":
        this.stray = true;
        break;
      case "not-held":
      case "no-storage":
      case "removed":
        this.standing = message.is;
        this.hush();
        break;
    }
    this.changed();
  }

  /** Of cameras that are gone nothing is known any more. */
  private show(view: HouseholdView): void {
    this.view = view;
    const named = new Set(view.cameras.map(({ camera }) => camera));
    for (const camera of this.tiles.keys()) if (!named.has(camera)) this.tiles.delete(camera);
    if (this.heard !== undefined && !named.has(this.heard.camera)) this.hush();
  }

  private nameOf(device: DeviceId): string {
    const row = this.view?.devices?.find((one) => one.device === device);
    return row?.name ?? this.removals.get(device)?.name ?? "";
  }
}
