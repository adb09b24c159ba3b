import { ByteReader } from "./codec/byteReader";
import type { Bytes } from "./codec/bytes";
import { Malformed } from "./codec/malformed";

const CODECS = ["opus", "aac", "pcmu", "pcma"] as const;
export type SoundCodec = (typeof CODECS)[number];

/** What stands inside the seal of a frame of sound (formats, section 4). Each says itself how it is encoded. */
export interface SoundFrame {
  readonly codec: SoundCodec;
  readonly sampleRateHz: number;
  readonly channels: number;
  /** AudioSpecificConfig of AAC, else nothing. */
  readonly configuration: Bytes;
  /** One Opus packet, one AAC access unit, or samples of G.711. */
  readonly data: Bytes;
}

const MAX_SAMPLE_RATE_HZ = 192_000;
const MAX_CHANNELS = 8;
const MAX_DATA_BYTES = 65_536;

export function parseSoundFrame(bytes: Bytes): SoundFrame {
  const reader = new ByteReader("sound-frame", bytes);
  const codec = CODECS[reader.u8() - 1];
  const sampleRateHz = reader.u32();
  const channels = reader.u8();
  const configuration = reader.take(reader.u8());
  const data = reader.rest();
  if (codec === undefined || data.length === 0 || data.length > MAX_DATA_BYTES) throw new Malformed("sound-frame");
  if (sampleRateHz === 0 || sampleRateHz > MAX_SAMPLE_RATE_HZ) throw new Malformed("sound-frame.rate");
  if (channels === 0 || channels > MAX_CHANNELS) throw new Malformed("sound-frame.channels");
  return { codec, sampleRateHz, channels, configuration, data };
}
