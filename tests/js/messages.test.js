import assert from "node:assert/strict";
import { test } from "node:test";

import { encode } from "../../static/js/protocol/codec.js";
import { verifyChain } from "../../static/js/protocol/chain.js";
import { letter } from "../../static/js/protocol/content.js";
import { beginMembership, createConversation } from "../../static/js/protocol/control.js";
import { sha256 } from "../../static/js/protocol/digest.js";
import * as envelopes from "../../static/js/protocol/envelope.js";
import { ProtocolError } from "../../static/js/protocol/errors.js";
import { EnvelopeType, NO_CHECKPOINT, headerValues } from "../../static/js/protocol/header.js";
import * as hpke from "../../static/js/protocol/hpke.js";
import { newIdentifier } from "../../static/js/protocol/identifiers.js";
import * as keys from "../../static/js/protocol/keys.js";
import * as labels from "../../static/js/protocol/labels.js";
import { Role } from "../../static/js/protocol/links.js";
import { addOfficer, enrol, openMailbox, rotate } from "../../static/js/protocol/new_links.js";
import { openBundle } from "../../static/js/protocol/bundle.js";
import { Sequel, receive, sequelOf } from "../../static/js/protocol/receiving.js";
import { sign } from "../../static/js/protocol/signed.js";
import { Head, numbered } from "../../static/js/protocol/wire.js";

/** @typedef {import("../../static/js/protocol/header.js").Place} Place */

const NOW = 1_790_000_000;

/** @param {string} stateCode */
function openParty(stateCode) {
  const kit = keys.generate(keys.KitSecret);
  const authority = { entryId: newIdentifier(), stateCode, name: `Ministry of ${stateCode}` };
  const first = openMailbox(kit, authority, sha256(newIdentifier()), NOW);
  const officer = keys.PrivateKeys.generate();
  const seed = keys.generate(keys.EpochSeed);
  const opened = verifyChain([first]);
  const newcomer = enrol(opened.mailboxId, officer, Role.ADMINISTRATOR);
  const added = addOfficer(opened, kit.keys().signing, newcomer, { seed, time: NOW });
  const links = [first, added.link];
  return { officer, links, state: verifyChain(links), seeds: new Map([[1, seed]]), bundles: added.bundles };
}

const [france, kenya] = [openParty("FR"), openParty("KE")];
const session = newIdentifier();
const author = {
  mailboxId: france.state.mailboxId,
  keyId: france.officer.keyId,
  head: france.state.head,
  session,
};
const control = createConversation(
  france.officer.signing,
  header(EnvelopeType.CONTROL, { n: 0, previous: null, membership: null }),
  [france.state.mailboxId, kenya.state.mailboxId],
);
const membership = beginMembership(control);
const seen = { membership, previous: new Head(0, control.hash), known: new Set() };

/**
 * @param {number} type
 * @param {Partial<Place>} place
 */
function header(type, place) {
  const base = { conversation: session, n: 1, previous: null, references: [], membership: null };
  return { type, messageId: newIdentifier(), author, place: { ...base, ...place }, time: NOW, checkpoint: NO_CHECKPOINT };
}

/** @param {Partial<Place>} [place] */
function draft(place = {}) {
  const at = { n: 1, previous: control.hash, membership: membership.head, ...place };
  return {
    header: header(EnvelopeType.MESSAGE, at),
    recipients: [france, kenya].map(
      ({ state }) =>
        /** @type {[envelopes.Recipient, keys.SealingPublic]} */ ([
          { mailboxId: state.mailboxId, epoch: state.epoch.number, head: state.head },
          state.epoch.public,
        ]),
    ),
    content: letter("Bonjour", { subject: "Entraide" }),
  };
}

/** @param {envelopes.Envelope} envelope */
const read = (envelope) => receive(envelope, france.state, kenya.state, kenya.seeds, seen);
const good = envelopes.sealMessage(france.officer.signing, draft());

/**
 * Signs the envelope anew with some of its header's fields replaced.
 * @param {Map<number, import("../../static/js/protocol/value.js").Value>} changes
 * @param {Uint8Array[]} [stanzas]
 * @param {Uint8Array} [body]
 */
function resigned(changes, stanzas = good.stanzas, body = good.body) {
  const recipients = good.recipients.map(({ mailboxId, epoch, head }) => [mailboxId, epoch, head.number, head.hash]);
  const fields = numbered([
    ...headerValues(good.header),
    recipients,
    [],
    good.commitment,
    sha256(body),
    body.length,
    stanzas.map(sha256),
  ]);
  for (const [key, value] of changes) fields.set(key, value);
  const payload = encode(fields);
  return envelopes.makeEnvelope(payload, sign(france.officer.signing, labels.ENVELOPE, payload), stanzas, body);
}

test("what one authority writes, another reads, after it travelled", () => {
  const received = read(envelopes.parseEnvelope(envelopes.envelopeBytes(good)));
  assert.equal(received.content.text, "Bonjour");
  assert.equal(received.sequel, Sequel.NEXT);
});

test("a stanza is 1,168 bytes and the body has a Padmé length", () => {
  assert.deepEqual(good.stanzas.map((stanza) => stanza.length), [1_168, 1_168]);
  assert.equal(good.body.length, 256 + 16);
});

test("a letter that nobody could read is not sealed", () => {
  for (const text of ["", "\ud800", "a".repeat((1 << 20) + 1)]) {
    const unreadable = { ...draft(), content: letter(text) };
    assert.throws(() => envelopes.sealMessage(france.officer.signing, unreadable), ProtocolError);
  }
});

test("the same text is never sealed to the same bytes", () => {
  assert.notDeepEqual(envelopes.sealMessage(france.officer.signing, draft()).body, good.body);
});

test("two message keys in one envelope are caught by the commitment", () => {
  const [entry] = good.recipients.filter(({ mailboxId }) => mailboxId[0] === kenya.state.mailboxId[0]);
  const items = envelopes.stanzaItems(good.contextHash, entry, kenya.state.epoch.public);
  const other = hpke.seal(kenya.state.epoch.public, labels.STANZA, items, new Uint8Array(32));
  const stanzas = good.stanzas.map((stanza, i) => (good.recipients[i] === entry ? other : stanza));
  assert.throws(() => read(resigned(new Map(), stanzas)), /** @param {any} error */ (error) =>
    error instanceof ProtocolError && error.reason.includes("committed"));
});

test("a body that is not padded is refused before it is opened", () => {
  const body = good.body.slice(0, -1);
  assert.throws(() => read(resigned(new Map(), good.stanzas, body)), ProtocolError);
});

test("a message is not read in another conversation, or under another control", () => {
  assert.throws(() => read(resigned(new Map([[3, newIdentifier()]]))), ProtocolError);
  assert.throws(() => read(resigned(new Map([[11, [0, new Uint8Array(32)]]]))), ProtocolError);
});

test("a message that the server reflects to another session place is refused", () => {
  assert.throws(() => receive(good, france.state, kenya.state, kenya.seeds, { ...seen, previous: new Head(1, good.hash) }), ProtocolError);
});

test("a gap is told, and a fork is seen", () => {
  assert.equal(sequelOf(good, null), Sequel.GAP);
  assert.equal(sequelOf(good, new Head(0, new Uint8Array(32))), Sequel.FORKED);
  assert.equal(sequelOf(good, new Head(1, good.hash)), Sequel.REPEATED);
  assert.equal(sequelOf(good, new Head(1, control.hash)), Sequel.FORKED);
  assert.equal(sequelOf(good, new Head(2, good.hash)), Sequel.EARLIER);
});

test("unknown references are shown, not refused", () => {
  const unknown = new Uint8Array(32).fill(9);
  const envelope = envelopes.sealMessage(france.officer.signing, draft({ references: [unknown] }));
  assert.deepEqual(read(envelope).unknownReferences, [unknown]);
});

test("a message signed by another key is refused before anything is decrypted", () => {
  const forged = { ...good, signature: sign(kenya.officer.signing, labels.ENVELOPE, good.payload) };
  assert.throws(() => receive(forged, france.state, kenya.state, new Map(), seen), /** @param {any} error */ (error) =>
    error.reason === "signature does not hold");
});

test("who rotates shuts the new epoch to nobody, and the old seed opens nothing of it", () => {
  const seed = keys.generate(keys.EpochSeed);
  const { link, bundles } = rotate(kenya.state, kenya.officer.signing, { seed, time: NOW });
  const state = verifyChain([...kenya.links, link]);
  const at = state.epoch.rotation.sealedTo.findIndex((id) => id.every((byte, i) => byte === kenya.officer.keyId[i]));
  const seeds = openBundle(kenya.officer.sealing, state, kenya.officer.keyId, 2, bundles[at]);
  assert.ok(seeds.get(2)?.equals(seed));
  assert.throws(() => openBundle(kenya.officer.sealing, state, kenya.officer.keyId, 2, kenya.bundles[at]), ProtocolError);
});

test("every flipped bit of a message is refused with the one error", () => {
  const bytes = envelopes.envelopeBytes(good);
  for (let bit = 0; bit < 8 * bytes.length; bit += 173) {
    const changed = bytes.slice();
    changed[bit >> 3] ^= 1 << (bit & 7);
    assert.throws(() => read(envelopes.parseEnvelope(changed)), ProtocolError, `bit ${bit}`);
  }
});
