/**
 * Two browsers of one officer remember different things; together they remember the most of both.
 */
import { toHex } from "../protocol/bytes.js";

/** @typedef {import("../protocol/vault_contents.js").VaultContents} VaultContents */
/** @typedef {import("../protocol/vault_contents.js").ChainPin} ChainPin */
/** @typedef {import("../protocol/wire.js").Head} Head */

/**
 * Gives the newer contents with everything that the others remember besides: the higher of two pins each.
 * @param {VaultContents} newer
 * @param {VaultContents} other
 * @returns {VaultContents}
 */
export function merged(newer, other) {
  return newer.with({
    epochs: new Map([...other.epochs, ...newer.epochs]),
    chains: mergedChains(newer.chains, other.chains),
    conversations: mergedHeads(newer.conversations, other.conversations),
    checkpoint: higher(newer.checkpoint, other.checkpoint),
  });
}

/**
 * @param {readonly ChainPin[]} ours
 * @param {readonly ChainPin[]} theirs
 * @returns {ChainPin[]}
 */
function mergedChains(ours, theirs) {
  /** @type {Map<string, ChainPin>} */
  const found = new Map();
  for (const pin of [...theirs, ...ours]) {
    const name = toHex(pin.mailboxId);
    const before = found.get(name);
    const highest = before !== undefined && before.head.number > pin.head.number ? before : pin;
    found.set(name, { ...highest, compared: pin.compared || before?.compared === true });
  }
  return [...found.values()];
}

/**
 * @param {ReadonlyMap<string, Head>} ours
 * @param {ReadonlyMap<string, Head>} theirs
 * @returns {Map<string, Head>}
 */
function mergedHeads(ours, theirs) {
  const found = new Map(theirs);
  for (const [name, head] of ours) {
    const before = found.get(name);
    found.set(name, before === undefined ? head : higher(head, before));
  }
  return found;
}

/**
 * @param {Head} one
 * @param {Head} other
 * @returns {Head}
 */
function higher(one, other) {
  return other.number > one.number ? other : one;
}
