import { type HouseholdStore, keptInBackground } from "../store/householdStore";
import type { Bytes } from "../wire/codec/bytes";
import type { CameraId } from "../wire/ids";
import type { CameraWatch } from "./cameraWatch";
import type { Picture } from "./gate";

/** A storage that answers late is not waited for: what comes from the home is newer. */
const PATIENCE_MILLIS = 1_000;

/** What this browser keeps for the next time: of a household's cameras the newest stills, as they came, and how they encode; of its line, what it carries. */
export class Keepsakes {
  private readonly codecs: Map<CameraId, string>;

  constructor(
    private readonly store: HouseholdStore,
    codecs: ReadonlyMap<CameraId, string> | undefined,
    private readonly stills: ReadonlyMap<CameraId, Promise<Bytes | undefined>>,
  ) {
    this.codecs = new Map(codecs);
  }

  /** Shows what was kept of these. Ends when all of it is judged. */
  async show(watches: readonly [CameraId, CameraWatch][]): Promise<void> {
    await Promise.all(watches.map(([camera, watch]) => this.showStill(camera, watch)));
  }

  private async showStill(camera: CameraId, watch: CameraWatch): Promise<void> {
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MILLIS));
    const envelope = await Promise.race([this.stills.get(camera), late]);
    if (envelope !== undefined) await watch.receiveKept(envelope);
  }

  keepStill(camera: CameraId, { envelope }: Picture): void {
    keptInBackground(this.store.keepStill(camera, envelope));
  }

  /** It was closed: what was taken before is shown no more either. */
  forgetStill(camera: CameraId): void {
    keptInBackground(this.store.forgetStill(camera));
  }

  codecOf(camera: CameraId): string | undefined {
    return this.codecs.get(camera);
  }

  keepCodec(camera: CameraId, codec: string): void {
    this.codecs.set(camera, codec);
    keptInBackground(this.store.keep("codecs", this.codecs));
  }

  /** The line carries so much; 0 where it is far, and carries all that there is. */
  keepLine(bitsPerSecond: number): void {
    keptInBackground(this.store.keep("line", { bitsPerSecond, atMillis: Date.now() }));
  }

  /** These are the cameras, and this is what the home's clock says. */
  learned(name: string, cameras: readonly { readonly camera: CameraId; readonly name: string }[], offsetMicros: number): void {
    keptInBackground(this.store.keep("household", { name, cameras }));
    keptInBackground(this.store.keep("clock", { offsetMicros }));
    keptInBackground(this.store.tidyStills(cameras.map(({ camera }) => camera)));
  }
}
