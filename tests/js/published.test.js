import assert from "node:assert/strict";
import { test } from "node:test";

import { concat, fromHex, toHex } from "../../static/js/protocol/bytes.js";
import { hkdf, hmac } from "../../static/js/protocol/digest.js";
import { ProtocolError } from "../../static/js/protocol/errors.js";
import { keySchedule, openWithInfo } from "../../static/js/protocol/hpke.js";
import { SigningPublic } from "../../static/js/protocol/keys.js";
import { verifyBytes } from "../../static/js/protocol/signed.js";
import sodium from "../../static/js/protocol/sodium.js";
import { fromCryptography, needs, published } from "./published.js";

/**
 * @param {string} name
 * @returns {any[]}  the cases of a file of Wycheproof, each with its group
 */
function cases(name) {
  const file = published(`wycheproof/${name}_test.json`);
  return (file?.testGroups ?? []).flatMap((/** @type {any} */ group) =>
    group.tests.map((/** @type {any} */ vector) => ({ ...vector, group })),
  );
}

/** @param {() => void} action */
function holds(action) {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}

for (const [name, decrypt, nonceSize] of /** @type {const} */ ([
  ["chacha20_poly1305", sodium.crypto_aead_chacha20poly1305_ietf_decrypt, 12],
  ["xchacha20_poly1305", sodium.crypto_aead_xchacha20poly1305_ietf_decrypt, 24],
])) {
  const vectors = cases(name);
  test(`Wycheproof: ${name} opens what is valid and nothing else`, needs(vectors.length), () => {
    for (const vector of vectors) {
      const [key, iv, aad] = [vector.key, vector.iv, vector.aad].map(fromHex);
      const sealed = fromHex(vector.ct + vector.tag);
      const opens = holds(() => assert.equal(toHex(decrypt(null, sealed, aad, iv, key)), vector.msg));
      assert.equal(opens, vector.result === "valid" && iv.length === nonceSize, `case ${vector.tcId}`);
    }
  });
}

const signatures = cases("ed25519");
test("Wycheproof: ed25519 accepts what is valid and nothing else", needs(signatures.length), () => {
  for (const vector of signatures) {
    const accepted = holds(() =>
      verifyBytes(new SigningPublic(fromHex(vector.group.publicKey.pk)), fromHex(vector.msg), fromHex(vector.sig)),
    );
    assert.equal(accepted, vector.result === "valid", `case ${vector.tcId}`);
  }
});

const expansions = cases("hkdf_sha256").filter((vector) => vector.result === "valid");
test("Wycheproof: hkdf_sha256 gives every valid output", needs(expansions.length), () => {
  for (const { ikm, salt, info, size, okm } of expansions) {
    assert.equal(toHex(hkdf(fromHex(ikm), fromHex(salt), fromHex(info), size)), okm);
  }
});

const tags = cases("hmac_sha256").filter((vector) => vector.result === "valid");
test("Wycheproof: hmac_sha256 gives every valid tag", needs(tags.length), () => {
  for (const { key, msg, tag } of tags) {
    assert.ok(toHex(hmac(fromHex(key), [fromHex(msg)])).startsWith(tag));
  }
});

const exchanges = cases("x25519");
test("Wycheproof: x25519 gives every shared secret, and refuses those that everybody knows", needs(exchanges.length), () => {
  for (const vector of exchanges) {
    const known = /^0+$/.test(vector.shared);
    const [scalar, point] = [fromHex(vector.private), fromHex(vector.public)];
    const given = holds(() => assert.equal(toHex(sodium.crypto_scalarmult(scalar, point)), vector.shared));
    assert.equal(given, !known, `case ${vector.tcId}`);
  }
});

const pairs = published("xwing.json");
test("X-Wing: the draft's key pairs, ciphertexts and secrets are reproduced", needs(pairs), () => {
  for (const { seed, eseed, ss, pk, ct } of pairs) {
    const pair = sodium.crypto_kem_xwing_seed_keypair(fromHex(seed));
    const made = sodium.crypto_kem_xwing_enc_deterministic(fromHex(pk), fromHex(eseed));
    assert.equal(toHex(pair.publicKey), pk);
    assert.deepEqual([toHex(made.ciphertext), toHex(made.sharedSecret)], [ct, ss]);
    assert.equal(toHex(sodium.crypto_kem_xwing_dec(fromHex(ct), pair.privateKey)), ss);
  }
});

const suites = fromCryptography("HPKE/hpke-pq-test-vectors.json");
const suite = suites?.find((/** @type {any} */ vector) =>
  vector.mode === 0 && vector.kem_id === 0x647a && vector.kdf_id === 1 && vector.aead_id === 3);

test("HPKE: the published key schedule of suite 647A, 1, 3 is reproduced", needs(suite), () => {
  const { key, nonce } = keySchedule(fromHex(suite.shared_secret), fromHex(suite.info));
  assert.deepEqual([toHex(key), toHex(nonce)], [suite.key, suite.base_nonce]);
});

test("HPKE: the encapsulation and the first seal of suite 647A, 1, 3 open", needs(suite), () => {
  const secret = sodium.crypto_kem_xwing_dec(fromHex(suite.enc), fromHex(suite.skRm));
  assert.equal(toHex(secret), suite.shared_secret);
  const { key, nonce } = keySchedule(secret, fromHex(suite.info));
  const { aad, ct, pt } = suite.encryptions[0];
  const opened = sodium.crypto_aead_chacha20poly1305_ietf_decrypt(null, fromHex(ct), fromHex(aad), nonce, key);
  assert.equal(toHex(opened), pt);
});

test("HPKE: the published seal does not open with our empty associated data", needs(suite), () => {
  const sealed = concat([fromHex(suite.enc), fromHex(suite.encryptions[0].ct)]);
  assert.throws(() => openWithInfo(fromHex(suite.skRm), fromHex(suite.info), sealed), ProtocolError);
});
