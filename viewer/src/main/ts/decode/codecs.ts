import type { Bytes } from "../wire/codec/bytes";

/** The ways in which pictures come, by what the names of their codecs begin with (RFC 6381). */
export const FAMILIES = ["avc1", "hev1", "jpeg"] as const;
export type Family = (typeof FAMILIES)[number];

const H264_SPS = 7;
const H265_VPS = 32;
const H265_SPS = 33;
/** The longest part of a parameter set that is looked at. */
const LOOKED_AT_BYTES = 32;

/**
 * What to call a stream so that a decoder knows it (RFC 6381), by the key frame's own parameter sets: H.264 and H.265 in
 * Annex B form, or JPEG. Nothing where there is none of them.
 */
export function codecOf(picture: Bytes): string | undefined {
  if (isJpeg(picture)) return "jpeg";
  let isH265 = false;
  for (const start of unitStarts(picture)) {
    const header = picture[start]!;
    const h265Type = (header >> 1) & 63;
    isH265 ||= h265Type === H265_VPS && picture[start + 1] === 1; // no H.264 has a unit like that
    if (isH265 ? h265Type === H265_SPS : (header & 31) === H264_SPS) {
      const set = withoutEmulation(picture.subarray(start, start + LOOKED_AT_BYTES));
      return isH265 ? h265(set) : h264(set);
    }
  }
  return undefined;
}

export function familyOf(codec: string): Family | undefined {
  return FAMILIES.find((family) => codec.startsWith(family));
}

export function isJpeg(picture: Bytes): boolean {
  return picture[0] === 0xff && picture[1] === 0xd8;
}

function* unitStarts(picture: Bytes): Generator<number> {
  for (let index = 0; index + 4 < picture.length; index++) {
    if (picture[index] === 0 && picture[index + 1] === 0 && picture[index + 2] === 1) yield index + 3;
  }
}

/** Without the bytes that only keep start codes from appearing (clause 7.4 of both standards). */
function withoutEmulation(unit: Bytes): readonly number[] {
  const bytes: number[] = [];
  let zeros = 0;
  for (const byte of unit) {
    if (zeros >= 2 && byte === 3) {
      zeros = 0;
      continue;
    }
    zeros = byte === 0 ? zeros + 1 : 0;
    bytes.push(byte);
  }
  return bytes;
}

function h264(set: readonly number[]): string | undefined {
  if (set.length < 4) return undefined;
  return `avc1.${set.slice(1, 4).map(hexByte).join("")}`;
}

/** ISO/IEC 14496-15, annex E.3: space and profile, compatibilities in reverse, tier and level, constraints. */
function h265(set: readonly number[]): string | undefined {
  const [profile, ...rest] = set.slice(3); // behind the unit's header and the byte of ids
  if (profile === undefined || rest.length < 11) return undefined;
  const space = ["", "A", "B", "C"][profile >> 6]!;
  const compatibilities = reversed32(rest.slice(0, 4)).toString(16).toUpperCase();
  const constraints = rest.slice(4, 10).map((byte) => byte.toString(16).toUpperCase());
  while (constraints.at(-1) === "0") constraints.pop();
  const tier = profile & 32 ? "H" : "L";
  return ["hev1", `${space}${profile & 31}`, compatibilities, `${tier}${rest[10]!}`, ...constraints].join(".");
}

function reversed32(bytes: readonly number[]): number {
  let reversed = 0;
  for (let bit = 31; bit >= 0; bit--) reversed = reversed * 2 + ((bytes[bit >> 3]! >> (7 - (bit & 7))) & 1);
  return reversed;
}

function hexByte(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

/** Names that this browser is asked about, from the simplest to the largest that cameras send. */
const ASKED = ["avc1.42e01e", "avc1.4d4028", "avc1.640028", "avc1.640033", "hev1.1.6.L93.B0", "hev1.1.6.L153.B0"];

let asked: Promise<readonly string[]> | undefined;

/** Which of the usual streams this browser decodes: what the home is told when a session is opened. Asked once. */
export function decodable(): Promise<readonly string[]> {
  return (asked ??= ask());
}

async function ask(): Promise<readonly string[]> {
  if (typeof VideoDecoder === "undefined") return [];
  const supported = await Promise.all(
    ASKED.map(async (codec) => (await VideoDecoder.isConfigSupported({ codec, optimizeForLatency: true })).supported),
  );
  return [...ASKED.filter((_, index) => supported[index]), "jpeg"];
}
