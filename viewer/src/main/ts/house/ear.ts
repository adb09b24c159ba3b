import { SoundDecoder } from "../sound/soundDecoder";
import { unlessMalformed } from "../wire/codec/malformed";
import type { CameraId } from "../wire/ids";
import { parseSoundFrame } from "../wire/soundFrame";
import type { Picture } from "./gate";
import { Session } from "./session";

/** Whether somebody who listens hears something. */
export type Hearing = "waits" | "hears" | SoundTrouble;

/** Why nothing is heard, for people: this browser cannot play it, or the home does not open it. */
export type SoundTrouble = "unsupported" | "declined";

/** One camera that somebody listens to: the session with its home, the decoder, and the way to the loudspeaker. */
export class Ear {
  readonly session = new Session(() => this.say("declined"));
  private hearing: Hearing = "waits";
  private readonly decoder: SoundDecoder;

  /** @param port takes decoded sound, and is this ear's own from now on */
  constructor(
    readonly camera: CameraId,
    private readonly port: MessagePort,
    private tell: (hearing: Hearing) => void,
  ) {
    this.decoder = new SoundDecoder({
      decoded: (sound) => {
        this.say("hears");
        this.port.postMessage(sound, [sound.samples.buffer]);
      },
      unsupported: () => this.say("unsupported"),
    });
    tell(this.hearing);
  }

  /** Sound that was let in, and that is live. */
  hear({ picture, captureMicros }: Picture): void {
    const frame = unlessMalformed(() => parseSoundFrame(picture)); // the home itself wrote it so: then it is nothing to play
    if (frame !== undefined) this.decoder.decode(frame, captureMicros);
  }

  /** Nobody listens any more, nor is told anything. */
  close(): void {
    this.tell = () => undefined;
    this.decoder.close();
    this.port.close();
  }

  private say(hearing: Hearing): void {
    if (hearing === this.hearing) return;
    this.hearing = hearing;
    this.tell(hearing);
  }
}
