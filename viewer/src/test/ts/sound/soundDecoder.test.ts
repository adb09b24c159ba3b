// Sound in every codec that comes from cameras, decoded by this browser.

import { decodeG711 } from "../../../main/ts/sound/g711";
import { type Samples, SoundDecoder } from "../../../main/ts/sound/soundDecoder";
import type { Bytes } from "../../../main/ts/wire/codec/bytes";
import type { SoundCodec, SoundFrame } from "../../../main/ts/wire/soundFrame";
import { equal, table, test } from "../harness";
import { hex } from "../hex";

const none: Bytes = new Uint8Array();

function frame(codec: SoundCodec, sampleRateHz: number, channels: number, data: Bytes, configuration = none): SoundFrame {
  return { codec, sampleRateHz, channels, configuration, data };
}

/** Decodes frames until something came out, or the browser said that it cannot. */
function decode(...frames: readonly SoundFrame[]): Promise<Samples | "unsupported"> {
  return new Promise((resolve, reject) => {
    const guard = setTimeout(() => reject(new Error("nothing was decoded")), 20_000);
    const end = (outcome: Samples | "unsupported"): void => {
      clearTimeout(guard);
      resolve(outcome);
    };
    const decoder = new SoundDecoder({ decoded: end, unsupported: () => end("unsupported") });
    frames.forEach((each, index) => decoder.decode(each, 1_000_000 + index * 20_000));
  });
}

// ITU-T G.711, tables 1a to 2b: the decoder's output values, of 14 bits for mu-law and 13 for A-law, at 16 bits here.
table(
  [
    ["pcmu", 0xff, 0],
    ["pcmu", 0x7f, 0],
    ["pcmu", 0x80, 32_124],
    ["pcmu", 0x00, -32_124],
    ["pcmu", 0xf0, 120],
    ["pcma", 0xd5, 8],
    ["pcma", 0x55, -8],
    ["pcma", 0xaa, 32_256],
    ["pcma", 0x2a, -32_256],
    ["pcma", 0xc5, 264],
  ] as const,
  ([law, byte, level]) => `g711_${law}_${byte}_is${level}`,
  ([law, byte, level]) => equal(Math.round(decodeG711(law, new Uint8Array([byte]))[0]! * 32_768), level),
);

test("decode_g711InTwoChannels_isTheirMean", async () => {
  const sound = (await decode(frame("pcma", 16_000, 2, hex("aad5aad5")))) as Samples;
  equal(sound.rateHz, 16_000);
  equal([...sound.samples].map((sample) => Math.round(sample * 32_768)), [16_132, 16_132]);
});

test("decode_opus_isHeard", async () => {
  const encoded = await encode("opus");
  const sound = (await decode(...encoded)) as Samples;
  equal(sound.rateHz, 48_000);
  equal(sound.samples.length > 0, true);
});

test("decode_garbage_isForgottenAndTheNextIsHeard", async () => {
  const garbage = frame("opus", 48_000, 1, hex("ffffffffffffffff"));
  const good = await encode("opus");
  let heard: Samples | undefined;
  const decoder = new SoundDecoder({ decoded: (sound) => (heard = sound), unsupported: () => undefined });
  const guard = performance.now() + 20_000;
  while (heard === undefined && performance.now() < guard) {
    for (const frames of [[garbage], good]) {
      frames.forEach((each, index) => decoder.decode(each, index));
      await new Promise((resolve) => setTimeout(resolve, 20)); // so that the browser can say what it thinks of them
    }
  }
  equal(heard?.rateHz, 48_000);
});

/** A second of a tone, by this browser's own encoder. */
async function encode(codec: "opus"): Promise<readonly SoundFrame[]> {
  const frames: SoundFrame[] = [];
  const encoder = new AudioEncoder({
    output: (chunk) => {
      const data = new Uint8Array(chunk.byteLength);
      chunk.copyTo(data);
      frames.push(frame(codec, 48_000, 1, data));
    },
    error: (fault) => {
      throw fault;
    },
  });
  encoder.configure({ codec, sampleRate: 48_000, numberOfChannels: 1 });
  const data = Float32Array.from({ length: 48_000 }, (_, index) => Math.sin(index / 10) / 2);
  encoder.encode(
    new AudioData({ format: "f32", sampleRate: 48_000, numberOfFrames: 48_000, numberOfChannels: 1, timestamp: 0, data }),
  );
  await encoder.flush();
  encoder.close();
  return frames;
}
