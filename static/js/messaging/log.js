/**
 * The transparency log, as this client sees it: every head it is shown must be signed, and must continue all that were
 * seen before.
 */
import { LogKey, readCheckpoint } from "../protocol/checkpoint.js";
import { toHex } from "../protocol/bytes.js";
import { ProtocolError } from "../protocol/errors.js";
import { SigningPublic } from "../protocol/keys.js";
import { verifyConsistency } from "../protocol/log.js";
import * as wire from "../protocol/wire.js";
import { Alarm, orAlarm } from "./alarms.js";
import { facts } from "./facts.js";
import { remembered } from "./keeping.js";
import { Refusal, SignedOut, get } from "./requests.js";
import * as vault from "./vault.js";

/** @typedef {import("../protocol/wire.js").Head} Head */

const MOST_NODES = 128;

/** @type {LogKey | null} */
let pinned = null;
/** Heads that were found to lie on our log, by size and root. @type {Set<string>} */
const consistent = new Set();

/** @returns {Promise<LogKey>} */
async function logKey() {
  if (pinned === null) {
    const seen = await remembered(facts.signInName);
    if (seen !== null && seen.logKey !== toHex(facts.log.key)) throw new Alarm("alarm.log");
    pinned = new LogKey(facts.log.origin, new SigningPublic(facts.log.key));
  }
  return pinned;
}

/**
 * Gives the head that a served checkpoint signs, once it is known to continue the one in the vault; then keeps it.
 * @param {string} note
 * @returns {Promise<Head>}
 */
export async function acceptCheckpoint(note) {
  const key = await logKey();
  const head = await orAlarm("alarm.log", () => readCheckpoint(note, key));
  const before = vault.contents().checkpoint;
  if (head.number < before.number) {
    // An answer that was overtaken by another one; an older log must still be ours.
    await checkContinues(head, before);
    return head;
  }
  await checkContinues(before, head);
  if (head.number > before.number) vault.remember((inside) => inside.with({ checkpoint: head }));
  return head;
}

/**
 * Accepts the checkpoint that a message names, if it lies on the log as we know it.
 * @param {Head} named
 */
export async function checkNamed(named) {
  const ours = vault.contents().checkpoint;
  if (named.number <= ours.number) await checkContinues(named, ours);
  else await checkContinues(ours, named);
}

/**
 * @param {Head} old
 * @param {Head} head
 */
async function checkContinues(old, head) {
  const name = [old, head].map(({ number, hash }) => `${number}:${toHex(hash)}`).join(" ");
  if (consistent.has(name)) return;
  const known = old.number === 0 || old.number === head.number;
  const proof = known ? [] : await askProof(old.number, head.number);
  try {
    verifyConsistency(old, head, proof);
  } catch {
    throw new Alarm("alarm.log");
  }
  consistent.add(name);
}

/**
 * @param {number} old
 * @param {number} size
 * @returns {Promise<Uint8Array[]>}
 */
async function askProof(old, size) {
  try {
    const nodes = wire.arrayOf(await get(`/channel/log/consistency?old=${old}&new=${size}`), MOST_NODES, "proof");
    return nodes.map((node) => wire.hashOfValue(node, "proof"));
  } catch (error) {
    // A log that has no proof does not hold that head. One conversation stops there, and the others go on.
    if (error instanceof ProtocolError || (error instanceof Refusal && !(error instanceof SignedOut))) {
      throw new Alarm("alarm.log");
    }
    throw error;
  }
}
