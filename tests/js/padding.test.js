import assert from "node:assert/strict";
import { test } from "node:test";

import { ProtocolError } from "../../static/js/protocol/errors.js";
import { isPadmeLength, pad, padmeLength, unpad } from "../../static/js/protocol/padding.js";

test("what was padded is what comes back", () => {
  for (const length of [0, 1, 254, 255, 256, 257, 1_000, 5_000]) {
    const content = new Uint8Array(length).fill(7);
    const padded = pad(content);
    assert.ok(isPadmeLength(padded.length));
    assert.deepEqual(unpad(padded), content);
  }
});

test("lengths are those of Padmé, never under 256", () => {
  const known = [[0, 256], [256, 256], [257, 272], [1_000, 1_024], [1_025, 1_088], [2 ** 40 + 1, 2 ** 40 + 2 ** 34]];
  for (const [length, padded] of known) assert.equal(padmeLength(length), padded);
});

test("a padding that the sender would not have made is refused", () => {
  const wrong = [
    new Uint8Array(0),
    new Uint8Array(256),
    new Uint8Array(256).fill(0x80, 0, 1).fill(1, 255),
    pad(new Uint8Array(10)).subarray(0, 255),
    Uint8Array.from([...pad(new Uint8Array(10)), ...new Uint8Array(16)]),
  ];
  for (const padded of wrong) assert.throws(() => unpad(padded), ProtocolError);
});
