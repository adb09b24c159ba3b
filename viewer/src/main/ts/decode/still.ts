import type { Bytes } from "../wire/codec/bytes";

/** Decodes a still: JPEG or WebP, by its first bytes; nothing for anything else. */
export async function decodeStill(picture: Bytes): Promise<ImageBitmap | undefined> {
  const type = typeOf(picture);
  if (type === undefined) return undefined;
  return createImageBitmap(new Blob([picture], { type })).catch(() => undefined);
}

function typeOf(picture: Bytes): string | undefined {
  if (picture[0] === 0xff && picture[1] === 0xd8) return "image/jpeg";
  const text = String.fromCharCode(...picture.subarray(0, 12));
  return /^RIFF.{4}WEBP$/s.test(text) ? "image/webp" : undefined;
}
