import assert from "node:assert/strict";
import { test } from "node:test";

import { fromHex, toHex } from "../../static/js/protocol/bytes.js";
import { decode, encode } from "../../static/js/protocol/codec.js";
import { ProtocolError } from "../../static/js/protocol/errors.js";

/** @typedef {import("../../static/js/protocol/value.js").Value} Value */

/**
 * @param {[number, Value][]} entries
 * @returns {Map<number, Value>}
 */
function mapOf(...entries) {
  return new Map(entries);
}

/** @type {[Value, string][]} */
const PAIRS = [
  [0, "00"],
  [23, "17"],
  [24, "1818"],
  [255, "18ff"],
  [256, "190100"],
  [65_535, "19ffff"],
  [65_536, "1a00010000"],
  [2 ** 32 - 1, "1affffffff"],
  [2 ** 32, "1b0000000100000000"],
  [2 ** 53 - 1, "1b001fffffffffffff"],
  [new Uint8Array(0), "40"],
  [Uint8Array.of(1, 2), "420102"],
  ["", "60"],
  ["é", "62c3a9"],
  ["\ufeffa", "64efbbbf61"],
  ["😀", "64f09f9880"],
  [[], "80"],
  [[1, [true, false, null]], "820183f5f4f6"],
  [new Map(), "a0"],
  [mapOf([1, "a"], [24, Uint8Array.of(9)]), "a201616118184109"],
];

for (const [value, hex] of PAIRS) {
  test(`${hex} is written and read`, () => {
    assert.equal(toHex(encode(value)), hex);
    assert.deepEqual(decode(fromHex(hex)), value);
  });
}

const REFUSED = {
  "nothing at all": "",
  "a byte too many": "0000",
  "a number in a longer form than needed": "1817",
  "a length in a longer form than needed": "5800",
  "two bytes where one does": "1900ff",
  "four bytes where two do": "1a0000ffff",
  "eight bytes where four do": "1b00000000ffffffff",
  "2^53": "1b0020000000000000",
  "2^64 - 1": "1bffffffffffffffff",
  "a negative number": "20",
  "a tag": "c000",
  "a float": "f90000",
  "undefined": "f7",
  "a simple value in two bytes": "f814",
  "null in two bytes": "f816",
  "a break": "ff",
  "a byte string of no definite length": "5f4101ff",
  "an array of no definite length": "9fff",
  "a reserved head": "1c",
  "a byte string cut short": "4201",
  "an array cut short": "8201",
  "an array longer than all memory": "9b001fffffffffffff",
  "a key twice": "a201000100",
  "keys that descend": "a202000100",
  "a key of text": "a1616100",
  "a key that is true": "a1f500",
  "text with half a surrogate pair": "63eda080",
  "text with an overlong zero": "62c080",
  "text above U+10FFFF": "64f4908080",
  "text cut within a character": "61c3",
  "nine arrays in one another": "81".repeat(9).slice(0, 16) + "80",
};

for (const [name, hex] of Object.entries(REFUSED)) {
  test(`${name} is refused`, () => {
    assert.throws(() => decode(fromHex(hex)), ProtocolError);
  });
}

test("eight arrays in one another are read", () => {
  const hex = "81".repeat(7) + "80";
  assert.equal(toHex(encode(decode(fromHex(hex)))), hex);
});

test("the keys of a map are written in ascending order, whatever their order was", () => {
  assert.equal(toHex(encode(new Map([[2, 0], [1, 0]]))), "a201000200");
});

for (const [name, value] of Object.entries({
  "a negative number": -1,
  "minus zero": -0,
  "a fraction": 1.5,
  "2^53": 2 ** 53,
  "not a number": Number.NaN,
  "a big integer": 1n,
  "undefined": undefined,
  "half of a character": "\ud800",
  "an object": {},
  "nothing in an array": [undefined],
  "a map with a key of text": new Map([["1", 1]]),
  "a value nested nine deep": [[[[[[[[[]]]]]]]]],
})) {
  test(`${name} is not written`, () => {
    assert.throws(() => encode(/** @type {Value} */ (value)), ProtocolError);
  });
}

test("a byte string that was read does not change with the bytes that it was read from", () => {
  const bytes = fromHex("420102");
  const value = decode(bytes);
  bytes.fill(0);
  assert.deepEqual(value, Uint8Array.of(1, 2));
});

test("bytes within a larger buffer are read by themselves", () => {
  assert.deepEqual(decode(fromHex("ff1901ffff").subarray(1, 4)), 511);
});
