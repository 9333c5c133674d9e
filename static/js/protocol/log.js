/**
 * The transparency log as a client sees it: one RFC 6962 tree, of which every link of every chain is a leaf (section 7).
 *
 * A leaf is the encoding of `[kind, …]`: `[1, mailbox_id, seq, hash of the link, time]` for a link. Ages count from that
 * time, which the log sets. Proofs are arrays of hashes, from the leaf upward (RFC 9162, section 2.1). Sizes may exceed
 * 2^31, so that places are halved as Numbers, not shifted.
 */
import { concat, equal } from "./bytes.js";
import { encode } from "./codec.js";
import { HASH_SIZE, sha256 } from "./digest.js";
import { ProtocolError } from "./errors.js";

/** @typedef {import("./identifiers.js").MailboxId} MailboxId */
/** @typedef {import("./wire.js").Head} Head */

export const EMPTY_ROOT = sha256(new Uint8Array(0));

/** What a leaf of the log records. */
export const LeafKind = Object.freeze({ LINK: 1, ROLL: 2, RELEASE: 3 });

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/**
 * Gives the leaf that records a link: its seq and hash, and when it was logged, in seconds since 1970.
 * @param {MailboxId} mailboxId
 * @param {Head} head
 * @param {number} time
 * @returns {Uint8Array}
 */
export function linkLeaf(mailboxId, head, time) {
  return encode([LeafKind.LINK, mailboxId, head.number, head.hash, time]);
}

/**
 * Gives the hash of a leaf, which no inner node can have.
 * @param {Uint8Array} leaf
 * @returns {Uint8Array}
 */
export function leafHash(leaf) {
  return sha256(concat([LEAF, leaf]));
}

/**
 * Gives the hash of an inner node.
 * @param {Uint8Array} left
 * @param {Uint8Array} right
 * @returns {Uint8Array}
 */
export function nodeHash(left, right) {
  return sha256(concat([NODE, left, right]));
}

/**
 * Accepts the proof that a leaf stands at an index in the tree of a head, or throws.
 * @param {Uint8Array} hashedLeaf
 * @param {number} index
 * @param {Uint8Array[]} proof
 * @param {Head} head
 */
export function verifyInclusion(hashedLeaf, index, proof, head) {
  if (!(index >= 0 && index < head.number) || !areHashes([hashedLeaf, ...proof])) {
    throw new ProtocolError("inclusion: no such leaf, or no hashes");
  }
  const climb = new Climb(index, head.number - 1);
  let node = hashedLeaf;
  for (const sibling of proof) node = climb.step() ? nodeHash(sibling, node) : nodeHash(node, sibling);
  if (!climb.isDone || !equal(node, head.hash)) {
    throw new ProtocolError("inclusion: the proof does not lead to the root");
  }
}

/**
 * Accepts the proof that the tree of one head continues that of an older one, or throws.
 * @param {Head} old
 * @param {Head} head
 * @param {Uint8Array[]} proof
 */
export function verifyConsistency(old, head, proof) {
  if (!areHashes(proof)) throw new ProtocolError("consistency: no hashes");
  if (old.number === 0 || old.number === head.number) {
    const expected = old.number === 0 ? EMPTY_ROOT : head.hash;
    if (proof.length > 0 || !equal(old.hash, expected)) {
      throw new ProtocolError("consistency: trees of one size differ");
    }
    return;
  }
  if (old.number > head.number || proof.length === 0) {
    throw new ProtocolError("consistency: the log went back, or without a proof");
  }
  checkContinuation(old, head, proof);
}

/**
 * @param {Head} old
 * @param {Head} head
 * @param {Uint8Array[]} proof
 */
function checkContinuation(old, head, proof) {
  const zeros = trailingZeros(old.number);
  // A complete older tree is a subtree of the newer one: its root is known and left out of the proof.
  const [first, ...rest] = old.number === 2 ** zeros ? [old.hash, ...proof] : proof;
  const climb = new Climb(halved(old.number - 1, zeros), halved(head.number - 1, zeros));
  let [oldRoot, newRoot] = [first, first];
  for (const sibling of rest) {
    const isLeft = climb.step();
    if (isLeft) oldRoot = nodeHash(sibling, oldRoot);
    newRoot = isLeft ? nodeHash(sibling, newRoot) : nodeHash(newRoot, sibling);
  }
  if (!climb.isDone || !equal(oldRoot, old.hash) || !equal(newRoot, head.hash)) {
    throw new ProtocolError("consistency: the new tree does not continue the old");
  }
}

/** A way from a place at one level of a tree up to its root. */
class Climb {
  #place;
  #last;

  /**
   * @param {number} place
   * @param {number} last  the right-most place of the level
   */
  constructor(place, last) {
    this.#place = place;
    this.#last = last;
  }

  get isDone() {
    return this.#last === 0;
  }

  /**
   * Goes up past one sibling.
   * @returns {boolean}  whether the sibling stands at the left
   */
  step() {
    if (this.isDone) throw new ProtocolError("proof: too long");
    const isLeft = this.#place % 2 === 1 || this.#place === this.#last;
    // A right-most node without a sibling rises to the level where it has one.
    const levels = 1 + (isLeft ? trailingZeros(this.#place) : 0);
    this.#place = halved(this.#place, levels);
    this.#last = halved(this.#last, levels);
    return isLeft;
  }
}

/**
 * @param {Uint8Array[]} proof
 * @returns {boolean}
 */
function areHashes(proof) {
  return proof.every((node) => node.length === HASH_SIZE);
}

/**
 * @param {number} place
 * @param {number} times
 * @returns {number}
 */
function halved(place, times) {
  return Math.floor(place / 2 ** times);
}

/**
 * @param {number} place
 * @returns {number}  how often it can be halved; 0 for 0
 */
function trailingZeros(place) {
  let zeros = 0;
  for (let rest = place; rest > 0 && rest % 2 === 0; rest /= 2) zeros += 1;
  return zeros;
}
