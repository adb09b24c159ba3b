import { equal, table, test, throws } from "./harness";

const different: readonly [string, unknown, unknown][] = [
  ["numbers", 1, 2],
  ["aNumberAndItsText", 1, "1"],
  ["aNumberAndABigInt", 1, 1n],
  ["theTwoZeros", 0, -0],
  ["bytes", new Uint8Array([1, 2]), new Uint8Array([1, 3])],
  ["kindsOfBytes", new Uint8Array([1]), new Int8Array([1])],
  ["aListAndItsText", ["a"], "[\"a\"]"],
  ["missingAndUndefinedFields", { one: 1 }, { one: 1, two: undefined }],
  ["deepFields", { one: { two: [3] } }, { one: { two: [4] } }],
  ["nullAndUndefined", null, undefined],
];

table(different, ([name]) => `equal_${name}_areToldApart`, async ([, one, other]) => {
  await throws(() => equal(one, other), /expected .* but was /s);
});

const same: readonly [string, unknown, unknown][] = [
  ["bytes", new Uint8Array([1, 255]), Uint8Array.of(1, 255)],
  ["viewsOfOneBuffer", new Uint8Array([9, 1, 2]).subarray(1), new Uint8Array([1, 2])],
  ["fieldsInAnotherOrder", { one: 1, two: [2] }, { two: [2], one: 1 }],
  ["notANumber", Number.NaN, Number.NaN],
  ["maps", new Map([["a", 1n]]), new Map([["a", 1n]])],
];

table(same, ([name]) => `equal_${name}_areTheSame`, ([, one, other]) => equal(one, other));

test("throws_nothingThrown_fails", async () => {
  let fault: unknown;
  try {
    await throws(() => 1);
  } catch (caught) {
    fault = caught;
  }
  equal(fault instanceof Error && fault.message, "expected a fault that matches /./, but nothing was thrown");
});

test("throws_laterFault_isSeen", async () => {
  const fault = await throws(() => Promise.reject(new RangeError("too far")), /RangeError/);
  equal(fault.message, "too far");
});
