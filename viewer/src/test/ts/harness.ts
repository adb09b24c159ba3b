// What a test needs, and no more. A test file registers its tests as it is loaded; TypeScriptFiles.java loads it in
// Chromium, asks for the names, and runs them one by one, so that each is a test of JUnit.

type Body = () => void | Promise<void>;

/** What TypeScriptFiles.java calls in the page. `run` answers "" for a test that passed, else what went wrong. */
interface Registry {
  names(): string[];
  run(name: string): Promise<string>;
}

const registered = new Map<string, Body>();

const registry: Registry = {
  names: () => [...registered.keys()],
  run: async (name) => {
    const body = registered.get(name);
    if (body === undefined) {
      return `no test has the name ${name}`;
    }
    try {
      await body();
      return "";
    } catch (fault) {
      return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    }
  },
};
Object.assign(globalThis, { mashrabiyaTests: registry });

/** Registers one test. Names are unique within a file and read `subject_condition_result`. */
export function test(name: string, body: Body): void {
  if (registered.has(name)) {
    throw new Error(`two tests have the name ${name}`);
  }
  registered.set(name, body);
}

/** Registers one test per row, for what is true of a whole table. A table without rows is a mistake. */
export function table<Row>(
  rows: readonly Row[],
  name: (row: Row) => string,
  body: (row: Row) => void | Promise<void>,
): void {
  if (rows.length === 0) {
    throw new Error("a table without rows tests nothing");
  }
  for (const row of rows) {
    test(name(row), () => body(row));
  }
}

/** Fails unless both are the same value: deeply, by type, and byte for byte. */
export function equal(actual: unknown, expected: unknown, what = "value"): void {
  const left = show(actual);
  const right = show(expected);
  if (left !== right) {
    throw new Error(`${what}\n  expected ${right}\n  but was  ${left}`);
  }
}

/** Fails unless the body fails (at once or later) with a message that matches. Answers the fault, to look closer. */
export async function throws(body: () => unknown, message: RegExp = /./): Promise<Error> {
  try {
    await body();
  } catch (fault) {
    if (fault instanceof Error && message.test(`${fault.name}: ${fault.message}`)) {
      return fault;
    }
    throw new Error(`expected a fault that matches ${message}, but was ${String(fault)}`);
  }
  throw new Error(`expected a fault that matches ${message}, but nothing was thrown`);
}

/** A text that two values share only if they are equal. */
function show(value: unknown): string {
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
    const bytes =
      value instanceof ArrayBuffer
        ? new Uint8Array(value)
        : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return `${value.constructor.name}(${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")})`;
  }
  if (Array.isArray(value)) {
    return `[${value.map(show).join(", ")}]`;
  }
  if (value instanceof Map || value instanceof Set) {
    return `${value.constructor.name}${show([...value])}`;
  }
  if (value instanceof Error) {
    return `${value.name}: ${value.message}`;
  }
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${fields.map(([name, field]) => `${name}: ${show(field)}`).join(", ")}}`;
  }
  if (typeof value === "string") {
    return JSON.stringify(value);
  }
  return typeof value === "bigint" ? `${value}n` : Object.is(value, -0) ? "-0" : String(value);
}
