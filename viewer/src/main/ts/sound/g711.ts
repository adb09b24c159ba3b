import type { Bytes } from "../wire/codec/bytes";

/** What each byte of G.711 stands for (ITU-T G.711), in parts of full scale. */
const TABLES = { pcmu: table(muLaw), pcma: table(aLaw) };

/** Decodes samples of one channel, or of several in turn. */
export function decodeG711(law: "pcmu" | "pcma", data: Bytes): Float32Array<ArrayBuffer> {
  const levels = TABLES[law];
  const samples = new Float32Array(data.length);
  for (let index = 0; index < data.length; index++) samples[index] = levels[data[index]!]!;
  return samples;
}

function table(level: (byte: number) => number): Float32Array {
  return Float32Array.from({ length: 256 }, (_, byte) => level(byte) / 32_768);
}

function muLaw(byte: number): number {
  const code = ~byte & 0xff;
  const magnitude = (((code & 0x0f) << 3) + 0x84) << ((code >> 4) & 7);
  return code & 0x80 ? 0x84 - magnitude : magnitude - 0x84;
}

function aLaw(byte: number): number {
  const code = byte ^ 0x55;
  const segment = (code >> 4) & 7;
  const step = ((code & 0x0f) << 4) + 8;
  const magnitude = segment === 0 ? step : (step + 0x100) << (segment - 1);
  return code & 0x80 ? magnitude : -magnitude;
}
