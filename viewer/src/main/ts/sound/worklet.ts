import type { Samples } from "./soundDecoder";
import { SoundLine } from "./soundLine";

/** The part of the audio worklet's scope (Web Audio, section 1.32) that is used here. */
declare const sampleRate: number;
declare const currentTime: number;
declare function registerProcessor(name: string, processor: new () => unknown): void;
declare const AudioWorkletProcessor: new () => { readonly port: MessagePort };

const TELL_SECONDS = 0.25;

/** Plays what a house's worker sends, on the browser's own thread for sound, where no page makes it wait. */
class SoundProcessor extends AudioWorkletProcessor {
  private readonly line = new SoundLine(sampleRate);
  private tellAt = 0;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<MessagePort>) => {
      data.onmessage = ({ data: sound }: MessageEvent<Samples>) =>
        this.line.push(sound.samples, sound.rateHz, sound.endMicros);
    };
  }

  process(_inputs: unknown, [output]: readonly (readonly Float32Array[])[]): boolean {
    const first = output?.[0];
    if (first === undefined) return true;
    this.line.pull(first);
    for (const channel of output!.slice(1)) channel.set(first);
    if (currentTime >= this.tellAt) this.tell();
    return true;
  }

  private tell(): void {
    this.tellAt = currentTime + TELL_SECONDS;
    const captureMicros = this.line.playingMicros();
    if (captureMicros !== undefined) {
      this.port.postMessage({ captureMicros, contextSeconds: currentTime } satisfies Playing);
    }
  }
}

/** What of the camera's time is played at which of the context's: so pictures can keep in step. */
export interface Playing {
  readonly captureMicros: number;
  readonly contextSeconds: number;
}

registerProcessor("mashrabiya-sound", SoundProcessor);
