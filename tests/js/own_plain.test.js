import assert from "node:assert/strict";
import { test } from "node:test";

import { fromHex, toHex } from "../../static/js/protocol/bytes.js";
import { LogKey, readCheckpoint } from "../../static/js/protocol/checkpoint.js";
import { decode, encode } from "../../static/js/protocol/codec.js";
import { derive, digits, hashOf, keyId, mailboxId } from "../../static/js/protocol/digest.js";
import { ProtocolError, SecretTextError } from "../../static/js/protocol/errors.js";
import { openSealed, seal } from "../../static/js/protocol/hpke.js";
import * as keys from "../../static/js/protocol/keys.js";
import { EMPTY_ROOT, leafHash, nodeHash, verifyConsistency, verifyInclusion } from "../../static/js/protocol/log.js";
import { pad, padmeLength, unpad } from "../../static/js/protocol/padding.js";
import * as passwords from "../../static/js/protocol/password.js";
import { readSecretText, secretText } from "../../static/js/protocol/secret_text.js";
import { Head } from "../../static/js/protocol/wire.js";
import { labelled, valued, vectors } from "./own.js";

const codec = vectors("codec");
for (const { value, hex } of codec.accept) {
  test(`codec: ${hex.slice(0, 40)} is written and read`, () => {
    assert.equal(toHex(encode(valued(value))), hex);
    assert.deepEqual(decode(fromHex(hex)), valued(value));
  });
}
for (const { why, hex } of codec.refuse) {
  test(`codec: refused: ${why}`, () => assert.throws(() => decode(fromHex(hex)), ProtocolError));
}
for (const { why, value } of codec.unencodable) {
  test(`codec: not written: ${why}`, () => assert.throws(() => encode(valued(value)), ProtocolError));
}

const digest = vectors("digest");
test("digest: hashes, keys, identifiers and digits are the same", () => {
  for (const { label, payload, hash } of digest.hash_of) assert.equal(toHex(hashOf(labelled(label), fromHex(payload))), hash);
  for (const { key, label, context, out } of digest.derive) {
    assert.equal(toHex(derive(fromHex(key), labelled(label), fromHex(context))), out);
  }
  assert.equal(toHex(keyId(fromHex(digest.key_id.key))), digest.key_id.id);
  assert.equal(toHex(mailboxId(fromHex(digest.mailbox_id.payload))), digest.mailbox_id.id);
  for (const { label, value, groups } of digest.digits) assert.deepEqual(digits(labelled(label), valued(value)), groups);
});

const padding = vectors("padding");
test("padding: lengths and padded contents are the same", () => {
  for (const [length, padded] of padding.lengths) assert.equal(padmeLength(length), padded);
  for (const { content, padded } of padding.pad) {
    assert.equal(toHex(pad(fromHex(content))), padded);
    assert.equal(toHex(unpad(fromHex(padded))), content);
  }
});
for (const { why, padded } of padding.refuse) {
  test(`padding: refused: ${why}`, () => assert.throws(() => unpad(fromHex(padded)), ProtocolError));
}

const own = vectors("keys");
test("keys: what derives from a kit is the same", () => {
  for (const kit of own.kits) {
    const { signing, sealing } = new keys.KitSecret(fromHex(kit.secret)).keys();
    assert.deepEqual(
      [signing.reveal(), signing.public.raw, sealing.reveal(), sealing.public.raw, signing.keyId].map(toHex),
      [kit.signing_seed, kit.signing_public, kit.sealing_seed, kit.sealing_public, kit.key_id],
    );
  }
});
test("keys: a secret is printed and read the same", () => {
  for (const { secret, text } of own.kits) assert.equal(secretText(fromHex(secret)), text);
  for (const { secret, text } of [...own.kits, ...own.also_read]) assert.equal(toHex(readSecretText(text)), secret);
});
test("keys: a misspelt secret is refused with the same advice", () => {
  for (const { text, advice } of own.refuse_text) {
    assert.throws(() => readSecretText(text), (error) => error instanceof SecretTextError && error.advice === advice);
  }
});
test("keys: weak and malformed public keys are refused", () => {
  for (const hex of own.refuse_sealing_public) assert.throws(() => new keys.SealingPublic(fromHex(hex)), ProtocolError);
  for (const hex of own.refuse_signing_public) assert.throws(() => new keys.SigningPublic(fromHex(hex)), ProtocolError);
});

const password = vectors("password");
test("password: salt, stretched password, sign-in key and ways in are the same", () => {
  const cost = new passwords.Cost(password.cost.passes, password.cost.mebibytes);
  for (const vector of password.passwords) {
    const salt = passwords.passwordSalt(vector.sign_in_name, fromHex(vector.server_bytes));
    const stretched = passwords.stretch(vector.password, salt, cost);
    const card = new keys.CardSecret(fromHex(vector.card));
    assert.deepEqual([toHex(salt), toHex(stretched.reveal())], [vector.salt, vector.stretched]);
    assert.equal(toHex(passwords.signInKey(stretched).reveal()), vector.sign_in_key);
    assert.equal(toHex(passwords.cardWay(stretched, card).reveal()), vector.card_way);
    assert.equal(toHex(passwords.securityKeyWay(stretched, fromHex(vector.prf)).reveal()), vector.security_key_way);
  }
});
test("password: a cost outside the bounds is refused", () => {
  for (const [passes, mebibytes] of password.refuse_cost) {
    assert.throws(() => new passwords.Cost(passes, mebibytes), ProtocolError);
  }
});

const log = vectors("log");
const leaves = log.leaves.map((/** @type {any} */ leaf) => leafHash(fromHex(leaf.hex)));
const head = (/** @type {number} */ size) => new Head(size, fromHex(log.roots[size]));
const logKey = new LogKey(log.log_key.origin, new keys.SigningKey(fromHex(log.log_key.seed)).public);

/**
 * @param {Uint8Array[]} hashes
 * @returns {Uint8Array}  the root of RFC 6962 over them
 */
function rootOf(hashes) {
  if (hashes.length < 2) return hashes[0] ?? EMPTY_ROOT;
  const middle = 2 ** (Math.ceil(Math.log2(hashes.length)) - 1);
  return nodeHash(rootOf(hashes.slice(0, middle)), rootOf(hashes.slice(middle)));
}

test("log: leaves and roots are the same", () => {
  assert.deepEqual(leaves.map(toHex), log.leaves.map((/** @type {any} */ leaf) => leaf.hash));
  for (const size of log.roots.keys()) assert.equal(toHex(rootOf(leaves.slice(0, size))), log.roots[size]);
});
test("log: every proof holds where it belongs and nowhere else", () => {
  for (const { index, size, proof } of log.inclusion) {
    verifyInclusion(leaves[index], index, proof.map(fromHex), head(size));
    const other = leaves[(index + 1) % leaves.length];
    assert.throws(() => verifyInclusion(other, index, proof.map(fromHex), head(size)), ProtocolError);
  }
  for (const { old, new: size, proof } of log.consistency) {
    verifyConsistency(head(old), head(size), proof.map(fromHex));
    const forked = new Head(size, new Uint8Array(32));
    if (old > 0) assert.throws(() => verifyConsistency(head(old), forked, proof.map(fromHex)), ProtocolError);
  }
});
test("log: the checkpoint is read, and the key written, the same", () => {
  assert.equal(logKey.text(), log.log_key.text);
  for (const note of [log.checkpoint.note, ...log.accept_note]) {
    const { number, hash } = readCheckpoint(note, logKey);
    assert.deepEqual([number, toHex(hash)], [log.checkpoint.size, log.checkpoint.root]);
  }
});
test("log: forged and malformed checkpoints are refused", () => {
  for (const note of log.refuse_note) assert.throws(() => readCheckpoint(note, logKey), ProtocolError);
});

for (const { seed, label, items, plaintext, sealed } of vectors("hpke").seals) {
  const key = new keys.SealingKey(fromHex(seed));
  const context = /** @type {import("../../static/js/protocol/value.js").Value[]} */ (valued(items));
  test(`hpke: a seal under ${label} opens, and under no other label, key or context`, () => {
    const bytes = fromHex(sealed);
    assert.equal(toHex(openSealed(key, labelled(label), context, bytes)), plaintext);
    assert.throws(() => openSealed(key, labelled(`${label}s`), context, bytes), ProtocolError);
    assert.throws(() => openSealed(key, labelled(label), [...context, 0], bytes), ProtocolError);
    assert.throws(() => openSealed(keys.generate(keys.SealingKey), labelled(label), context, bytes), ProtocolError);
  });
}

test("hpke: flipping any bit of a seal makes it refused", () => {
  const key = keys.generate(keys.SealingKey);
  const sealed = seal(key.public, labelled("stanza"), [], new Uint8Array(32));
  for (let bit = 0; bit < 8 * sealed.length; bit += 37) {
    const changed = sealed.slice();
    changed[bit >> 3] ^= 1 << (bit & 7);
    assert.throws(() => openSealed(key, labelled("stanza"), [], changed), ProtocolError, `bit ${bit}`);
  }
});
