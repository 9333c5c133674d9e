/**
 * Bundles: the seeds of epochs, sealed to one officer key or to the kit (section 3).
 *
 * `HPKE.Seal(receiver's X-Wing key, label "bundle", [mailbox_id, seq, epoch, epoch public key, key_id],
 * encode([[epoch, seed] …]))`, the epochs ascending, the new one among them. Only a bundle brings an epoch key.
 */
import { equal } from "./bytes.js";
import { decode, encode } from "./codec.js";
import { sha256 } from "./digest.js";
import { ProtocolError } from "./errors.js";
import * as hpke from "./hpke.js";
import { EpochSeed, SEED_SIZE } from "./keys.js";
import * as labels from "./labels.js";
import sodium from "./sodium.js";
import * as wire from "./wire.js";

/** @typedef {import("./chain.js").ChainState} ChainState */
/** @typedef {import("./identifiers.js").KeyId} KeyId */
/** @typedef {import("./identifiers.js").MailboxId} MailboxId */
/** @typedef {import("./keys.js").SealingKey} SealingKey */
/** @typedef {import("./keys.js").SealingPublic} SealingPublic */
/** @typedef {import("./value.js").Value} Value */
/** @typedef {ReadonlyMap<number, EpochSeed>} Seeds  by the numbers of their epochs */

export const MAX_SEEDS = 1_000;
export const MAX_BUNDLE = hpke.OVERHEAD + 40 * MAX_SEEDS;

/**
 * To which link, epoch and receiver a bundle belongs: it opens nowhere else.
 * @typedef {object} BundlePlace
 * @property {MailboxId} mailboxId
 * @property {number} seq
 * @property {number} epoch
 * @property {SealingPublic} epochPublic
 * @property {KeyId} keyId
 */

/**
 * @param {BundlePlace} place
 * @returns {Value[]}  the context items for HPKE
 */
function placeItems({ mailboxId, seq, epoch, epochPublic, keyId }) {
  return [mailboxId, seq, epoch, epochPublic.raw, keyId];
}

/**
 * Gives seeds sealed to a receiver.
 * @param {SealingPublic} receiver
 * @param {BundlePlace} place
 * @param {Seeds} seeds
 * @returns {Uint8Array}
 */
export function sealBundle(receiver, place, seeds) {
  const content = encode(seedsValue(seeds));
  const sealed = hpke.seal(receiver, labels.BUNDLE, placeItems(place), content);
  sodium.memzero(content);
  return sealed;
}

/**
 * @param {Seeds} seeds
 * @returns {Value[]}  `[[epoch, seed] …]`, the epochs ascending
 */
export function seedsValue(seeds) {
  return [...seeds].sort(([a], [b]) => a - b).map(([epoch, seed]) => [epoch, seed.reveal()]);
}

/**
 * Gives the seeds that the bundle of an epoch brings to a key.
 *
 * A bundle whose hash is not in the chain, and a seed that does not give the chain's public key, are refused.
 * @param {SealingKey} privateKey
 * @param {ChainState} state
 * @param {KeyId} keyId
 * @param {number} epoch
 * @param {Uint8Array} sealed
 * @returns {Map<number, EpochSeed>}
 */
export function openBundle(privateKey, state, keyId, epoch, sealed) {
  const made = state.epochNumbered(epoch);
  const at = made.rotation.sealedTo.findIndex((receiver) => equal(receiver, keyId));
  if (at < 0) throw new ProtocolError("bundle: the epoch was not sealed to this key");
  if (!equal(sha256(sealed), made.rotation.bundleHashes[at])) {
    throw new ProtocolError("bundle: not the one that the chain names");
  }
  const place = { mailboxId: state.mailboxId, seq: made.seq, epoch, epochPublic: made.public, keyId };
  const content = hpke.openSealed(privateKey, labels.BUNDLE, placeItems(place), sealed);
  const seeds = readSeeds(decode(content));
  sodium.memzero(content);
  if (!seeds.has(epoch)) throw new ProtocolError("bundle: without the seed of its own epoch");
  if (![...seeds].every(([number, seed]) => seed.public.equals(state.epochNumbered(number).public))) {
    throw new ProtocolError("bundle: a seed does not give the chain's key");
  }
  return seeds;
}

/**
 * Gives the seeds of an array `[[epoch, seed] …]` with ascending epochs.
 * @param {Value} value
 * @returns {Map<number, EpochSeed>}
 */
export function readSeeds(value) {
  const seeds = new Map();
  let last = -1;
  for (const item of wire.arrayOf(value, MAX_SEEDS, "seeds")) {
    const [number, seed] = wire.tupleOf(item, 2, "seed");
    const epoch = wire.uintOf(number, "seed");
    if (epoch <= last) throw new ProtocolError("seeds: not ascending");
    seeds.set(epoch, new EpochSeed(wire.bytesOf(seed, SEED_SIZE, "seed")));
    last = epoch;
  }
  return seeds;
}

/**
 * Accepts the bundles that came with the link of the present epoch, in the order of the chain, or refuses them.
 * @param {ChainState} state
 * @param {Uint8Array[]} bundles
 */
export function checkBundles(state, bundles) {
  const hashes = state.epoch.rotation.bundleHashes;
  if (bundles.some((sealed) => sealed.length > MAX_BUNDLE)) throw new ProtocolError("bundle: too long");
  if (bundles.length !== hashes.length || !bundles.every((sealed, i) => equal(sha256(sealed), hashes[i]))) {
    throw new ProtocolError("bundles: not those that the link names");
  }
}
