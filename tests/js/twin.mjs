/**
 * The browser's protocol as a process: one JSON request a line in, one JSON answer a line out.
 *
 * A request is `{ call, …arguments }`, byte strings in hexadecimal. The answer is `{ given }`, `{ refused: reason }` for
 * a `ProtocolError`, or `{ crashed: message }`, which no input may cause.
 */
import { createInterface } from "node:readline";

import { openBundle, sealBundle } from "../../static/js/protocol/bundle.js";
import { fromHex, toHex } from "../../static/js/protocol/bytes.js";
import { verifyChain } from "../../static/js/protocol/chain.js";
import { LogKey, readCheckpoint } from "../../static/js/protocol/checkpoint.js";
import { decode, encode } from "../../static/js/protocol/codec.js";
import { decodeContent, encodeContent, letter } from "../../static/js/protocol/content.js";
import { beginMembership, controlBytes, parseControl, parseReceipt } from "../../static/js/protocol/control.js";
import { derive, digits } from "../../static/js/protocol/digest.js";
import * as envelopes from "../../static/js/protocol/envelope.js";
import { ProtocolError } from "../../static/js/protocol/errors.js";
import { headerValues } from "../../static/js/protocol/header.js";
import { openSealed, seal } from "../../static/js/protocol/hpke.js";
import * as keys from "../../static/js/protocol/keys.js";
import { linkBytes, parseLink, statementPayload } from "../../static/js/protocol/links.js";
import { verifyConsistency, verifyInclusion } from "../../static/js/protocol/log.js";
import { pad, padmeLength, unpad } from "../../static/js/protocol/padding.js";
import { Cost, WayKey, passwordSalt, signInKey, stretch } from "../../static/js/protocol/password.js";
import { receive } from "../../static/js/protocol/receiving.js";
import { readSecretText, secretText } from "../../static/js/protocol/secret_text.js";
import { verify } from "../../static/js/protocol/signed.js";
import * as vaults from "../../static/js/protocol/vault.js";
import { readContents } from "../../static/js/protocol/vault_contents.js";
import { Head, numbered } from "../../static/js/protocol/wire.js";

/** @typedef {Record<string, any>} Request */

/** @param {[number, string]} pair */
const head = ([number, hash]) => new Head(number, fromHex(hash));

/** @param {[number, string][]} seeds */
const seedMap = (seeds) => new Map(seeds.map(([epoch, seed]) => [epoch, new keys.EpochSeed(fromHex(seed))]));

/** @param {string[]} links */
const chainOf = (links) => verifyChain(links.map((link) => parseLink(fromHex(link))));

/** How each kind of object is read and written again, with what else must be the same on both sides. */
/** @type {Record<string, (bytes: Uint8Array) => (string | number)[]>} */
const kinds = {
  value: (bytes) => [toHex(encode(decode(bytes)))],
  link: (bytes) => {
    const link = parseLink(bytes);
    return [toHex(linkBytes(link)), toHex(statementPayload(link.statement)), toHex(link.hash)];
  },
  envelope: (bytes) => {
    const envelope = envelopes.parseEnvelope(bytes);
    const header = toHex(encode(numbered(headerValues(envelope.header))));
    return [toHex(envelopes.envelopeBytes(envelope)), header, toHex(envelope.contextHash), toHex(envelope.hash)];
  },
  parts: (bytes) => {
    envelopes.checkParts(envelopes.parseEnvelope(bytes));
    return [];
  },
  control: (bytes) => {
    const control = parseControl(bytes);
    const { generation, action, members } = control.act;
    return [toHex(controlBytes(control)), toHex(control.hash), generation, action, ...members.map(toHex)];
  },
  receipt: (bytes) => {
    const receipt = parseReceipt(bytes);
    return [toHex(receipt.hash), ...receipt.entries.flatMap(([hash, state]) => [toHex(hash), state])];
  },
  content: (bytes) => [toHex(encodeContent(decodeContent(bytes)))],
  vault: (bytes) => {
    const vault = vaults.parseVault(bytes);
    return [toHex(vaults.vaultBytes(vault)), vault.place.signInName, vault.place.counter, vault.ways.length];
  },
  contents: (bytes) => [toHex(readContents(bytes, 7).encoded(7))],
  padded: (bytes) => [toHex(pad(unpad(bytes)))],
  signingPublic: (bytes) => [toHex(new keys.SigningPublic(bytes).keyId)],
  sealingPublic: (bytes) => [toHex(new keys.SealingPublic(bytes).raw)],
};

/** @type {Record<string, (request: Request) => unknown>} */
const calls = {
  read: ({ kind, bytes }) => kinds[kind](fromHex(bytes)),
  chain: ({ links }) => {
    const state = chainOf(links);
    const officers = [...state.officers].map(([name, officer]) => [name, officer.role, officer.readsFrom]);
    return [toHex(state.mailboxId), state.head.number, toHex(state.head.hash), state.epochs.length, officers.sort()];
  },
  seal: ({ publicKey, label, items, plaintext }) =>
    toHex(seal(new keys.SealingPublic(fromHex(publicKey)), label, items.map(fromHex), fromHex(plaintext))),
  open: ({ seed, label, items, sealed }) =>
    toHex(openSealed(new keys.SealingKey(fromHex(seed)), label, items.map(fromHex), fromHex(sealed))),
  verify: ({ publicKey, label, payload, signature }) =>
    verify(new keys.SigningPublic(fromHex(publicKey)), label, fromHex(payload), fromHex(signature)),
  derive: ({ key, label, context }) => toHex(derive(fromHex(key), label, fromHex(context))),
  digits: ({ label, value }) => digits(label, decode(fromHex(value))),
  padme: ({ length }) => padmeLength(length),
  secretText: ({ secret }) => secretText(fromHex(secret)),
  readSecretText: ({ text }) => toHex(readSecretText(text)),
  kit: ({ secret }) => {
    const { signing, sealing } = new keys.KitSecret(fromHex(secret)).keys().public;
    return [toHex(signing.raw), toHex(sealing.raw)];
  },
  salt: ({ name, bytes }) => toHex(passwordSalt(name, fromHex(bytes))),
  signIn: ({ password, salt }) => toHex(signInKey(stretch(password, fromHex(salt), new Cost())).reveal()),
  sealBundle: ({ links, keyId, seeds, receiver }) => {
    const state = chainOf(links);
    const { seq, number, public: epochPublic } = state.epoch;
    const place = { mailboxId: state.mailboxId, seq, epoch: number, epochPublic, keyId: fromHex(keyId) };
    return toHex(sealBundle(new keys.SealingPublic(fromHex(receiver)), place, seedMap(seeds)));
  },
  openBundle: ({ links, sealingSeed, keyId, epoch, sealed }) => {
    const key = new keys.SealingKey(fromHex(sealingSeed));
    const seeds = openBundle(key, chainOf(links), fromHex(keyId), epoch, fromHex(sealed));
    return [...seeds].map(([number, seed]) => [number, toHex(seed.reveal())]);
  },
  /** Writes the letter of a template, an envelope whose header it keeps, to the recipients given. */
  sealMessage: ({ signingSeed, template, text, recipients, random }) => {
    const { header, recipients: entries } = envelopes.parseEnvelope(fromHex(template));
    const draft = {
      header,
      recipients: /** @type {any} */ (
        entries.map((entry, i) => [entry, new keys.SealingPublic(fromHex(recipients[i]))])
      ),
      content: letter(text),
    };
    const drawn = random ? () => fromHex(random) : undefined;
    const envelope = envelopes.sealMessage(new keys.SigningKey(fromHex(signingSeed)), draft, drawn);
    return toHex(envelopes.envelopeBytes(envelope));
  },
  receive: ({ envelope, sender, own, seeds, control, previous, known }) => {
    const membership = beginMembership(parseControl(fromHex(control)));
    const seen = { membership, previous: previous && head(previous), known: new Set(/** @type {string[]} */ (known)) };
    const parsed = envelopes.parseEnvelope(fromHex(envelope));
    const received = receive(parsed, chainOf(sender), chainOf(own), seedMap(seeds), seen);
    return [toHex(encodeContent(received.content)), received.sequel, received.unknownReferences.map(toHex)];
  },
  openVault: ({ vault, way, leastCounter }) => {
    const parsed = vaults.parseVault(fromHex(vault));
    const vaultKey = vaults.openWay(new WayKey(fromHex(way)), parsed);
    return toHex(vaults.openVault(parsed, vaultKey, leastCounter).encoded(parsed.place.counter));
  },
  sealVault: ({ contents, counter, way, name, mailboxId, random }) => {
    const read = readContents(fromHex(contents), counter);
    const place = { signInName: name, mailboxId: fromHex(mailboxId), keyId: read.signing.keyId, counter };
    const vaultKey = new vaults.VaultKey(fromHex(random));
    const nonce = () => fromHex(random).subarray(0, 24);
    const ways = [vaults.sealWay(new WayKey(fromHex(way)), place, vaultKey, undefined, nonce)];
    return toHex(vaults.vaultBytes(vaults.sealVault(read, place, vaultKey, ways, nonce)));
  },
  inclusion: ({ leaf, index, proof, root }) => verifyInclusion(fromHex(leaf), index, proof.map(fromHex), head(root)),
  consistency: ({ old, root, proof }) => verifyConsistency(head(old), head(root), proof.map(fromHex)),
  checkpoint: ({ note, origin, publicKey }) => {
    const key = new LogKey(origin, new keys.SigningPublic(fromHex(publicKey)));
    const { number, hash } = readCheckpoint(note, key);
    return [number, toHex(hash), key.text()];
  },
};

/**
 * @param {Request} request
 * @returns {Record<string, unknown>}
 */
function answer(request) {
  try {
    return { given: calls[request.call](request) ?? null };
  } catch (error) {
    if (error instanceof ProtocolError) return { refused: error.reason };
    return { crashed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
}
