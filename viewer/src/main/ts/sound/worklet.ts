import type { Samples } from "./soundDecoder";
import { SoundLine } from "./soundLine";

/** The part of the audio worklet's scope (Web Audio, section 1.32) that is used here. */
declare const sampleRate: number;
declare function registerProcessor(name: string, processor: new () => unknown): void;
declare const AudioWorkletProcessor: new () => { readonly port: MessagePort };

/** Plays what a house's worker sends, on the browser's own thread for sound, where no page makes it wait. */
class SoundProcessor extends AudioWorkletProcessor {
  private readonly line = new SoundLine(sampleRate);

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<MessagePort>) => {
      data.onmessage = ({ data: sound }: MessageEvent<Samples>) => this.line.push(sound.samples, sound.rateHz);
    };
  }

  process(_inputs: unknown, [output]: readonly (readonly Float32Array[])[]): boolean {
    const first = output?.[0];
    if (first === undefined) return true;
    this.line.pull(first);
    for (const channel of output!.slice(1)) channel.set(first);
    return true;
  }
}

registerProcessor("mashrabiya-sound", SoundProcessor);
