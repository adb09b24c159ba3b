import { decodeBase64url } from "./base64url";
import type { Bytes } from "./bytes";
import type { Json } from "./json";
import { Malformed } from "./malformed";

/** How one JSON value becomes a typed one; `at` names it in the complaint. */
export type Read<T> = (value: Json, at: string) => T;

type Shape = Readonly<Record<string, Read<unknown>>>;
export type Shaped<S extends Shape> = { readonly [name in keyof S]: ReturnType<S[name]> };

/** An object of exactly these members: one that is missing or unknown is malformed. */
export function members<S extends Shape>(shape: S): Read<Shaped<S>> {
  const names = Object.keys(shape);
  return (value, at) => {
    if (typeof value !== "object" || Array.isArray(value)) throw new Malformed(at);
    const object = value as { readonly [name: string]: Json };
    if (Object.keys(object).length !== names.length) throw new Malformed(at);
    const read = names.map((name) => {
      if (!Object.hasOwn(object, name)) throw new Malformed(`${at}.${name}`);
      return [name, shape[name]!(object[name]!, `${at}.${name}`)] as const;
    });
    return Object.fromEntries(read) as Shaped<S>;
  };
}

export function items<T>(item: Read<T>, most: number): Read<readonly T[]> {
  return (value, at) => {
    if (!Array.isArray(value) || value.length > most) throw new Malformed(at);
    return value.map((one) => item(one as Json, at));
  };
}

export const text: Read<string> = (value, at) => {
  if (typeof value !== "string") throw new Malformed(at);
  return value;
};

/** What people call their things: 1 to 64 characters without control characters. */
export const words: Read<string> = (value, at) => {
  const read = text(value, at);
  if (read.length < 1 || read.length > 64 || /[\u0000-\u001F\u007F-\u009F]/.test(read)) throw new Malformed(at);
  return read;
};

/** An integer from 0 to 2^53 - 1; `parseJson` lets no other number in. */
export const whole: Read<number> = (value, at) => {
  if (typeof value !== "number") throw new Malformed(at);
  return value;
};

/** Serials of certificates begin at 1. */
export const positive: Read<number> = (value, at) => {
  const read = whole(value, at);
  if (read < 1) throw new Malformed(at);
  return read;
};

/** A place that is kept for later. */
export const zero: Read<0> = (value, at) => {
  if (value !== 0) throw new Malformed(at);
  return 0;
};

export const flag: Read<boolean> = (value, at) => {
  if (typeof value !== "boolean") throw new Malformed(at);
  return value;
};

export function oneOf<T extends string>(...allowed: readonly T[]): Read<T> {
  return (value, at) => {
    const found = allowed.find((one) => one === value);
    if (found === undefined) throw new Malformed(at);
    return found;
  };
}

export function exactly(sizeBytes: number): Read<Bytes> {
  return (value, at) => {
    const bytes = decodeBase64url(at, text(value, at));
    if (bytes.length !== sizeBytes) throw new Malformed(at);
    return bytes;
  };
}

export function atMost(sizeBytes: number): Read<Bytes> {
  return (value, at) => {
    const bytes = decodeBase64url(at, text(value, at));
    if (bytes.length > sizeBytes) throw new Malformed(at);
    return bytes;
  };
}
