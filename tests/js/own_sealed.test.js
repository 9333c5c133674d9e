import assert from "node:assert/strict";
import { test } from "node:test";

import { openBundle } from "../../static/js/protocol/bundle.js";
import { equal, fromHex, toHex } from "../../static/js/protocol/bytes.js";
import { extend, verifyChain } from "../../static/js/protocol/chain.js";
import { encode } from "../../static/js/protocol/codec.js";
import { decodeContent, encodeContent } from "../../static/js/protocol/content.js";
import { beginMembership, parseControl } from "../../static/js/protocol/control.js";
import * as envelopes from "../../static/js/protocol/envelope.js";
import { ProtocolError } from "../../static/js/protocol/errors.js";
import * as keys from "../../static/js/protocol/keys.js";
import * as labels from "../../static/js/protocol/labels.js";
import { linkBytes, parseLink, statementPayload } from "../../static/js/protocol/links.js";
import { enrol, openMailbox } from "../../static/js/protocol/new_links.js";
import { Stretched, cardWay, securityKeyWay } from "../../static/js/protocol/password.js";
import { receive } from "../../static/js/protocol/receiving.js";
import { sign, verify } from "../../static/js/protocol/signed.js";
import * as vaults from "../../static/js/protocol/vault.js";
import { VaultContents, readContents } from "../../static/js/protocol/vault_contents.js";
import { Head } from "../../static/js/protocol/wire.js";
import { drawing, valued, vectors } from "./own.js";

/** @param {any} secrets */
const officersOf = (secrets) =>
  secrets.officers.map(
    (/** @type {any} */ one) =>
      new keys.PrivateKeys(new keys.SigningKey(fromHex(one.signing)), new keys.SealingKey(fromHex(one.sealing))),
  );
/** @param {any} secrets */
const seedsOf = (secrets) =>
  new Map(secrets.epochs.map((/** @type {string} */ seed, /** @type {number} */ i) => [i + 1, new keys.EpochSeed(fromHex(seed))]));
/** @param {string[]} links */
const chainOf = (links) => verifyChain(links.map((link) => parseLink(fromHex(link))));

const chain = vectors("chain");
/** @type {keys.PrivateKeys[]} */
const officers = officersOf(chain.secrets);
const kit = new keys.KitSecret(fromHex(chain.secrets.kit));
const rawLinks = chain.links.map((/** @type {any} */ link) => link.link);

test("chain: every link is written again from what it says", () => {
  for (const vector of chain.links) {
    const link = parseLink(fromHex(vector.link));
    assert.equal(toHex(encode(valued(vector.fields))), vector.payload);
    assert.equal(toHex(statementPayload(link.statement)), vector.payload);
    assert.deepEqual([linkBytes(link), link.signature, link.hash].map(toHex), [vector.link, vector.signature, vector.hash]);
  }
});

test("chain: the same kit opens the same mailbox, and its officer proves the same", () => {
  const { entry_id, state_code, name, policy, salt, time } = chain.opening;
  const authority = { entryId: fromHex(entry_id), stateCode: state_code, name, policy };
  assert.equal(toHex(linkBytes(openMailbox(kit, authority, fromHex(salt), time))), rawLinks[0]);
  const state = chainOf(rawLinks.slice(0, 1));
  assert.equal(toHex(enrol(state.mailboxId, officers[0]).proof), chain.proof_of_first_officer);
});

test("chain: the state after it is the same", () => {
  const state = chainOf(rawLinks);
  const said = chain.state;
  assert.deepEqual([toHex(state.mailboxId), state.stateCode, state.name], [said.mailbox_id, said.state_code, said.name]);
  assert.deepEqual(state.head.value(), valued(said.head));
  assert.deepEqual(
    [...state.officers].map(([key_id, { role, readsFrom, since }]) => ({ key_id, role, reads_from: readsFrom, since })),
    said.officers,
  );
  for (const { number, public: key } of said.epochs) assert.equal(toHex(state.epochNumbered(number).public.raw), key);
});

test("chain: every bundle opens for its receiver and brings the seeds of the vectors", () => {
  const state = chainOf(rawLinks);
  const holders = [kit.keys(), ...officers];
  for (const epoch of state.epochs) {
    epoch.rotation.sealedTo.forEach((keyId, i) => {
      const holder = /** @type {keys.PrivateKeys} */ (holders.find((one) => equal(one.keyId, keyId)));
      const bundle = fromHex(chain.links[epoch.seq].bundles[i]);
      const seeds = openBundle(holder.sealing, state, keyId, epoch.number, bundle);
      for (const [number, seed] of seeds) assert.equal(toHex(seed.reveal()), chain.secrets.epochs[number - 1]);
      const other = /** @type {keys.PrivateKeys} */ (holders.find((one) => one !== holder));
      assert.throws(() => openBundle(other.sealing, state, keyId, epoch.number, bundle), ProtocolError);
    });
  }
});

for (const { why, link } of chain.refuse_next) {
  test(`chain: refused: ${why}`, () => {
    const state = chainOf(rawLinks);
    assert.throws(() => extend(state, parseLink(fromHex(link))), ProtocolError);
    assert.equal(state.head.number, rawLinks.length - 1);
  });
}

const written = vectors("envelope");
const [sender, recipient] = written.chains.map(chainOf);
const membership = beginMembership(parseControl(fromHex(written.control.sent)));

test("envelope: the control is written again from what it says", () => {
  const control = parseControl(fromHex(written.control.sent));
  assert.equal(toHex(encode(valued(written.control.fields))), toHex(control.payload));
  assert.equal(toHex(control.hash), written.control.hash);
});

written.messages.forEach((/** @type {any} */ message, /** @type {number} */ i) => {
  const envelope = envelopes.parseEnvelope(fromHex(message.sent));
  const isFirst = equal(envelope.header.author.mailboxId, sender.mailboxId);
  const author = isFirst ? sender : recipient;
  const secrets = written.secrets[isFirst ? 0 : 1];

  test(`envelope ${i}: its header, key, commitment, body and signature follow from the same bytes`, () => {
    const content = fromHex(message.content_bytes);
    const contextHash = fromHex(message.context_hash);
    assert.equal(toHex(encodeContent(decodeContent(content))), message.content_bytes);
    assert.equal(toHex(envelope.contextHash), message.context_hash);
    const key = envelopes.deriveMessageKey(fromHex(message.random), contextHash, content);
    assert.deepEqual([key.reveal(), envelopes.commitmentOf(key)].map(toHex), [message.message_key, message.commitment]);
    assert.equal(toHex(encode(valued(message.fields))), message.payload);
    assert.deepEqual([envelope.body, envelope.hash].map(toHex), [message.body, message.hash]);
    const signer = officersOf(secrets).find((/** @type {any} */ one) => equal(one.keyId, envelope.header.author.keyId));
    assert.equal(toHex(sign(signer.signing, labels.ENVELOPE, envelope.payload)), message.signature);
  });

  test(`envelope ${i}: it opens for every member, and says the same`, () => {
    const { n, previous } = envelope.header.place;
    const seen = { membership, previous: previous && new Head(n - 1, previous), known: new Set() };
    [sender, recipient].forEach((own, j) => {
      const received = receive(envelope, author, own, seedsOf(written.secrets[j]), seen);
      assert.equal(toHex(encodeContent(received.content)), message.content_bytes);
    });
  });

  test(`envelope ${i}: its signature is good under no other label`, () => {
    const { signing } = author.activeAt(envelope.header.author.keyId, author.head.number).public;
    for (const label of [labels.LINK, labels.AGREE, labels.ENROL, labels.VAULT]) {
      assert.throws(() => verify(signing, label, envelope.payload, envelope.signature), ProtocolError);
    }
  });
});

const vault = vectors("vault");
const stretched = new Stretched(fromHex(vault.stretched));
const ways = [cardWay(stretched, new keys.CardSecret(fromHex(vault.card))), securityKeyWay(stretched, fromHex(vault.prf))];

test("vault: the same contents and nonces make the same upload", () => {
  const contents = readContents(fromHex(vault.contents_bytes), vault.counter);
  assert.equal(toHex(encode(valued(vault.contents))), vault.contents_bytes);
  const place = {
    signInName: vault.sign_in_name,
    mailboxId: fromHex(vault.mailbox_id),
    keyId: contents.signing.keyId,
    counter: vault.counter,
  };
  const vaultKey = new vaults.VaultKey(fromHex(vault.vault_key));
  const draw = drawing(vault.nonces);
  const sealedWays = [
    vaults.sealWay(ways[0], place, vaultKey, undefined, draw),
    vaults.sealWay(ways[1], place, vaultKey, fromHex(vault.credential), draw),
  ];
  assert.equal(toHex(vaults.vaultBytes(vaults.sealVault(contents, place, vaultKey, sealedWays, draw))), vault.vault);
});

test("vault: it opens by either way", () => {
  const parsed = vaults.parseVault(fromHex(vault.vault));
  ways.forEach((way) => {
    const contents = vaults.openVault(parsed, vaults.openWay(way, parsed), vault.counter);
    assert.ok(contents instanceof VaultContents);
    assert.equal(toHex(contents.encoded(vault.counter)), vault.contents_bytes);
  });
});

test("vault: it opens by no other card or password", () => {
  const parsed = vaults.parseVault(fromHex(vault.vault));
  const card = new keys.CardSecret(fromHex(vault.card));
  const wrong = [
    cardWay(stretched, keys.generate(keys.CardSecret)),
    cardWay(keys.generate(Stretched), card),
    securityKeyWay(stretched, card.reveal()),
  ];
  for (const way of wrong) assert.throws(() => vaults.openWay(way, parsed), ProtocolError);
});

test("vault: one rolled back is refused", () => {
  const parsed = vaults.parseVault(fromHex(vault.vault));
  const vaultKey = vaults.openWay(ways[0], parsed);
  assert.throws(() => vaults.openVault(parsed, vaultKey, vault.counter + 1), ProtocolError);
});

test("vault: flipping a bit of it is refused, and nothing of it is given", () => {
  const good = fromHex(vault.vault);
  for (let bit = 0; bit < 8 * good.length; bit += 101) {
    const changed = good.slice();
    changed[bit >> 3] ^= 1 << (bit & 7);
    assert.throws(() => {
      const parsed = vaults.parseVault(changed);
      vaults.openVault(parsed, vaults.openWay(ways[0], parsed));
      vaults.openWay(ways[1], parsed);
    }, ProtocolError, `bit ${bit}`);
  }
});
