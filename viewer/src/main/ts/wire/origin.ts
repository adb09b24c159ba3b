import { Malformed } from "./codec/malformed";
import { type Read, text } from "./codec/shape";

/** A relay's origin as browsers write it (RFC 6454), by one of the two schemes that a relay has. */
export const origin: Read<string> = (value, at) => {
  const read = text(value, at);
  const url = URL.canParse(read) ? new URL(read) : undefined;
  if (url?.origin !== read || (url.protocol !== "https:" && url.protocol !== "http:")) throw new Malformed(at);
  return read;
};
