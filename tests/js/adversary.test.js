import assert from "node:assert/strict";
import { test } from "node:test";

import { CLOCK_LEEWAY, DAY, isOpenAt } from "../../static/js/protocol/chain.js";
import { ProtocolError } from "../../static/js/protocol/errors.js";
import { SealingKey, SigningKey, generate } from "../../static/js/protocol/keys.js";
import { MAX_PINS, VaultContents, readContents } from "../../static/js/protocol/vault_contents.js";
import { Head } from "../../static/js/protocol/wire.js";

const BEGUN = 1_790_000_000;

test("an epoch is sealed to from its beginning to its last moment", () => {
  const rotation = { notBefore: BEGUN, notAfter: BEGUN + 90 * DAY };
  const epoch = /** @type {import("../../static/js/protocol/chain.js").Epoch} */ (/** @type {unknown} */ ({ rotation }));
  const times = [-CLOCK_LEEWAY - 1, -CLOCK_LEEWAY, 0, 90 * DAY, 90 * DAY + 1];
  assert.deepEqual(times.map((after) => isOpenAt(epoch, BEGUN + after)), [false, true, true, true, false]);
});

test("a vault that nobody could read again is not written", () => {
  const pins = Array.from({ length: MAX_PINS }, (_, i) => /** @type {[string, Head]} */ ([
    i.toString(16).padStart(32, "0"),
    new Head(0, new Uint8Array(32)),
  ]));
  const empty = new VaultContents(generate(SigningKey), generate(SealingKey));
  const full = empty.with({ conversations: new Map(pins) });
  assert.equal(readContents(full.encoded(1), 1).conversations.size, MAX_PINS);
  const more = full.with({ conversations: new Map([...pins, ["ff".repeat(16), pins[0][1]]]) });
  assert.throws(() => more.encoded(1), ProtocolError);
});
