import { Malformed } from "./codec/malformed";
import { type Read, text } from "./codec/shape";

const MAX_CHARACTERS = 255;
const NAME = "(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?";
/** Browsers take more for a name (`_`, `~`, empty labels) than names are made of, and than homes take. */
const FORM = new RegExp(`^https?://(?:${NAME}|[0-9]+(?:\\.[0-9]+){3}|\\[[0-9a-f:]+\\])(?::[1-9][0-9]*)?$`);

/** A relay's origin as browsers write it (RFC 6454), by one of the two schemes that a relay has (formats, section 7). */
export const origin: Read<string> = (value, at) => {
  const read = text(value, at);
  const isForm = read.length <= MAX_CHARACTERS && FORM.test(read) && URL.canParse(read);
  if (!isForm || new URL(read).origin !== read) throw new Malformed(at);
  return read;
};
