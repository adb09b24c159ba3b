import type { Bytes } from "../wire/codec/bytes";
import { same } from "../wire/codec/bytes";
import type { SoundFrame } from "../wire/soundFrame";
import { decodeG711 } from "./g711";

/** Decoded sound of one channel, as it goes to the loudspeaker's side. */
export interface Samples {
  readonly samples: Float32Array<ArrayBuffer>;
  readonly rateHz: number;
  /** When the last of it was captured, by the home's clock. */
  readonly endMicros: number;
}

export interface SoundDecoderEvents {
  decoded(sound: Samples): void;
  /** This browser cannot decode such sound. */
  unsupported(): void;
}

/** A decoder that is this far behind will not catch up: begin again. */
const MAX_QUEUED_FRAMES = 50;

/** Decodes one camera's sound: G.711 here, the rest by WebCodecs. Makes a new decoder whenever the format changes or one is lost. */
export class SoundDecoder {
  private decoder: AudioDecoder | undefined;
  private format: SoundFrame | undefined;

  constructor(private readonly events: SoundDecoderEvents) {}

  decode(frame: SoundFrame, captureMicros: number): void {
    const { codec, channels, sampleRateHz } = frame;
    if (codec === "pcmu" || codec === "pcma") {
      const samples = mixed(decodeG711(codec, frame.data), channels);
      return this.events.decoded({ samples, rateHz: sampleRateHz, endMicros: captureMicros });
    }
    if (this.format === undefined || !isAlike(this.format, frame)) this.begin(frame);
    const { decoder } = this;
    if (decoder === undefined || decoder.state !== "configured") return;
    if (decoder.decodeQueueSize > MAX_QUEUED_FRAMES) return this.close();
    decoder.decode(new EncodedAudioChunk({ type: "key", timestamp: captureMicros, data: frame.data }));
  }

  close(): void {
    if (this.decoder !== undefined && this.decoder.state !== "closed") this.decoder.close();
    this.decoder = undefined;
    this.format = undefined;
  }

  private begin(frame: SoundFrame): void {
    this.close();
    this.format = frame; // also when it cannot be decoded: once is enough to find out
    if (typeof AudioDecoder === "undefined") return this.events.unsupported();
    const made = new AudioDecoder({
      output: (data) => this.output(data),
      error: (fault) => this.lost(made, fault),
    });
    made.configure(configOf(frame));
    this.decoder = made;
  }

  private lost(decoder: AudioDecoder, fault: DOMException): void {
    if (decoder !== this.decoder) return;
    this.decoder = undefined;
    if (fault.name === "NotSupportedError") this.events.unsupported();
    else this.format = undefined; // the next frame makes a new one
  }

  private output(data: AudioData): void {
    const channels = Array.from({ length: data.numberOfChannels }, (_, planeIndex) => {
      const plane = new Float32Array(data.numberOfFrames);
      data.copyTo(plane, { planeIndex, format: "f32-planar" });
      return plane;
    });
    const { sampleRate: rateHz, timestamp: endMicros } = data;
    data.close();
    this.events.decoded({ samples: mean(channels), rateHz, endMicros });
  }
}

function configOf({ codec, sampleRateHz, channels, configuration }: SoundFrame): AudioDecoderConfig {
  const shape = { sampleRate: sampleRateHz, numberOfChannels: channels };
  if (codec === "opus") return { codec, ...shape };
  return { codec: `mp4a.40.${objectType(configuration)}`, ...shape, description: configuration.slice() };
}

/** The first five bits of an AudioSpecificConfig. */
function objectType(configuration: Bytes): number {
  return (configuration[0] ?? 0x10) >> 3;
}

function isAlike(one: SoundFrame, other: SoundFrame): boolean {
  return (
    one.codec === other.codec &&
    one.sampleRateHz === other.sampleRateHz &&
    one.channels === other.channels &&
    same(one.configuration, other.configuration)
  );
}

/** One channel out of samples that take turns. */
function mixed(samples: Float32Array<ArrayBuffer>, channels: number): Float32Array<ArrayBuffer> {
  if (channels === 1) return samples;
  const frames = Math.floor(samples.length / channels);
  return mean(
    Array.from({ length: channels }, (_, channel) =>
      Float32Array.from({ length: frames }, (_, frame) => samples[frame * channels + channel]!),
    ),
  );
}

function mean(channels: readonly Float32Array<ArrayBuffer>[]): Float32Array<ArrayBuffer> {
  if (channels.length === 1) return channels[0]!;
  const { length } = channels[0]!;
  return Float32Array.from({ length }, (_, index) =>
    channels.reduce((sum, channel) => sum + channel[index]! / channels.length, 0),
  );
}
