import type { Bytes } from "../wire/codec/bytes";

const SPS = 7;

/**
 * What to call a stream so that a decoder knows it (RFC 6381): profile, constraints and level from the first sequence
 * parameter set of an access unit in Annex B form. Nothing where there is none.
 */
export function codecOf(accessUnit: Bytes): string | undefined {
  for (let index = 0; index + 6 < accessUnit.length; index++) {
    if (accessUnit[index] !== 0 || accessUnit[index + 1] !== 0 || accessUnit[index + 2] !== 1) continue;
    if ((accessUnit[index + 3]! & 31) !== SPS) continue;
    const profile = [...accessUnit.subarray(index + 4, index + 7)];
    return `avc1.${profile.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  }
  return undefined;
}

/** Names that this browser is asked about, from the simplest to the largest that cameras send. */
const ASKED = ["avc1.42e01e", "avc1.4d4028", "avc1.640028", "avc1.640033"];

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
  return ASKED.filter((_, index) => supported[index]);
}
