import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";

import { fromHex, toHex } from "../../static/js/protocol/bytes.js";
import { FileKey } from "../../static/js/protocol/content.js";
import { ProtocolError } from "../../static/js/protocol/errors.js";
import * as keys from "../../static/js/protocol/keys.js";
import { SignInKey, Stretched, WayKey } from "../../static/js/protocol/password.js";
import { VaultKey } from "../../static/js/protocol/vault.js";
import { VaultContents } from "../../static/js/protocol/vault_contents.js";

const HEX = "a7".repeat(32);
const KINDS = [
  keys.SigningKey,
  keys.SealingKey,
  keys.EpochSeed,
  keys.CardSecret,
  keys.MessageKey,
  keys.KitSecret,
  FileKey,
  SignInKey,
  Stretched,
  WayKey,
  VaultKey,
];

for (const kind of KINDS) {
  test(`a ${kind.name} shows nothing of itself, however it is printed`, () => {
    const secret = new kind(fromHex(HEX));
    for (const holder of [secret, { secret }, [secret]]) {
      const shown = [String(secret), JSON.stringify(holder), inspect(holder, { depth: 9, showHidden: true })].join();
      assert.ok(!/a7,? ?a7|167, ?167|"0":/i.test(shown), shown);
      assert.ok(shown.includes(`<${kind.name}>`));
    }
    assert.ok(!JSON.stringify(structuredClone({ ...secret, public: null })).includes("167"));
  });

  test(`a ${kind.name} is not made of 31 or 33 bytes`, () => {
    for (const size of [0, 31, 33]) assert.throws(() => new kind(new Uint8Array(size)), ProtocolError);
  });

  test(`a ${kind.name} forgets its bytes when it is wiped`, () => {
    const secret = new kind(fromHex(HEX));
    secret.wipe();
    assert.equal(toHex(secret.reveal()), "00".repeat(32));
  });
}

test("a wiped signing key signs nothing that its public key would accept", () => {
  const key = new keys.SigningKey(fromHex(HEX));
  const before = key.signBytes(new Uint8Array(1));
  key.wipe();
  assert.notDeepEqual(key.signBytes(new Uint8Array(1)), before);
});

test("a secret keeps its own copy of the bytes that it was made of", () => {
  const bytes = fromHex(HEX);
  const secret = new keys.CardSecret(bytes);
  bytes.fill(0);
  assert.equal(toHex(secret.reveal()), HEX);
});

test("two secrets are equal only if they are of one kind", () => {
  const card = new keys.CardSecret(fromHex(HEX));
  assert.ok(card.equals(new keys.CardSecret(fromHex(HEX))));
  assert.ok(!card.equals(new keys.CardSecret(new Uint8Array(32))));
  assert.ok(!card.equals(new keys.MessageKey(fromHex(HEX))));
});

test("a locked vault's contents hold no key any more", () => {
  const own = keys.PrivateKeys.generate();
  const contents = new VaultContents(own.signing, own.sealing, {
    nextSealing: keys.generate(keys.SealingKey),
    epochs: new Map([[1, keys.generate(keys.EpochSeed)]]),
  });
  contents.wipe();
  const secrets = [contents.signing, contents.sealing, contents.nextSealing, contents.epochs.get(1)];
  assert.deepEqual(new Set(secrets.map((secret) => toHex(secret?.reveal() ?? new Uint8Array(1)))), new Set(["00".repeat(32)]));
});

test("an error tells strangers nothing, and tests which check failed", () => {
  const error = new ProtocolError("padding");
  assert.equal(error.message, "This object does not follow the protocol and was refused.");
  assert.equal(error.reason, "padding");
});
