/**
 * The chains of the authorities that this officer has to do with: verified link by link, in the log, and pinned.
 *
 * A chain that is served must contain what was seen of it before and may go on; another one is an alarm.
 */
import { equal, toHex } from "../protocol/bytes.js";
import { extend, isOpenAt, openChain } from "../protocol/chain.js";
import * as labels from "../protocol/labels.js";
import { digits } from "../protocol/digest.js";
import { parseLink } from "../protocol/links.js";
import { leafHash, linkLeaf, verifyInclusion } from "../protocol/log.js";
import { MAX_PINS } from "../protocol/vault_contents.js";
import * as wire from "../protocol/wire.js";
import { Alarm, orAlarm } from "./alarms.js";
import { acceptCheckpoint } from "./log.js";
import { get } from "./requests.js";
import * as vault from "./vault.js";

/** @typedef {import("../protocol/chain.js").ChainState} ChainState */
/** @typedef {import("../protocol/links.js").Link} Link */
/** @typedef {import("../protocol/value.js").Value} Value */
/** @typedef {import("../protocol/vault_contents.js").ChainPin} ChainPin */
/** @typedef {import("../protocol/wire.js").Head} Head */

/**
 * A chain, and what stands beside it: the directory's names for the entry, the reader's first, and when each link was
 * logged.
 * @typedef {{ chain: ChainState, directoryNames: string[], loggedAt: number[] }} Known
 */

/** @typedef {{ link: Link, position: number, time: number }} Logged */

const MOST_NAMES = 500;
const MOST_LINKS = 100_000;
const MOST_NODES = 128;
const DAY = 86_400;
const STALE_DAYS = 90;

/** @type {Map<string, Known>} */
const known = new Map();

/** Forgets every chain, as at locking. */
export function forget() {
  known.clear();
}

/**
 * Gives a chain that was fetched before, or null.
 * @param {Uint8Array} mailboxId
 * @returns {Known | null}
 */
export function knownChain(mailboxId) {
  return known.get(toHex(mailboxId)) ?? null;
}

/**
 * Gives a chain that was fetched before; throws where it was not.
 * @param {Uint8Array} mailboxId
 * @returns {Known}
 */
export function chainOf(mailboxId) {
  const found = knownChain(mailboxId);
  if (found === null) throw new Alarm("alarm.chain");
  return found;
}

/**
 * Fetches and verifies the newest links of these mailboxes: of exactly these, each once.
 * @param {readonly Uint8Array[]} ids
 */
export function refresh(ids) {
  return orAlarm("alarm.chain", () => fetchNewest(ids));
}

/** @param {readonly Uint8Array[]} ids */
async function fetchNewest(ids) {
  const asked = ids.map((id) => `of=${toHex(id)}.${knownChain(id)?.chain.head.number ?? 0}`);
  const [note, served] = wire.tupleOf(await get(`/channel/chains?${asked.join("&")}`), 2, "chains");
  const head = await acceptCheckpoint(wire.textOf(note, 16_384, "checkpoint"));
  const missing = new Set(ids.map(toHex));
  for (const item of wire.tupleOf(served, missing.size, "chains")) {
    if (!missing.delete(accept(item, head))) throw new Alarm("alarm.chain");
  }
}

/**
 * @param {Value} value
 * @param {Head} checkpoint
 * @returns {string}  whose chain it is
 */
function accept(value, checkpoint) {
  const [id, links, proof, entryId, , names] = wire.tupleOf(value, 6, "chain");
  const mailboxId = wire.bytesOf(id, 16, "mailbox");
  const logged = wire.arrayOf(links, MOST_LINKS, "links").map(readLogged);
  const before = knownChain(mailboxId);
  const found = verified(before, logged);
  const { chain } = found;
  if (!equal(chain.mailboxId, mailboxId) || !equal(chain.entryId, wire.bytesOf(entryId, 16, "entry"))) {
    throw new Alarm("alarm.chain");
  }
  checkPinned(chain);
  const { position, time } = logged[logged.length - 1];
  const nodes = wire.arrayOf(proof, MOST_NODES, "proof").map((node) => wire.hashOfValue(node, "proof"));
  verifyInclusion(leafHash(linkLeaf(mailboxId, chain.head, time)), position, nodes, checkpoint);
  const directoryNames = wire.arrayOf(names, MOST_NAMES, "names").map((name) => wire.textOf(name, 4_000, "name"));
  known.set(toHex(mailboxId), { ...found, directoryNames });
  pin(chain);
  return toHex(mailboxId);
}

/**
 * @param {Value} value
 * @returns {Logged}
 */
function readLogged(value) {
  const [link, position, time] = wire.tupleOf(value, 3, "link");
  const bytes = wire.someBytesOf(link, 1 << 20, "link");
  return { link: parseLink(bytes), position: wire.uintOf(position, "link"), time: wire.uintOf(time, "link") };
}

/**
 * Gives the chain after the served links; where some of it is known, they begin with its head.
 * @param {Known | null} before
 * @param {Logged[]} logged
 */
function verified(before, logged) {
  if (logged.length === 0) throw new Alarm("alarm.chain");
  const times = logged.map(({ time }) => time);
  const links = logged.map(({ link }) => link);
  if (before === null) {
    return { chain: links.slice(1).reduce(extend, openChain(links[0])), loggedAt: times };
  }
  const { chain, loggedAt } = before;
  if (!equal(links[0].hash, chain.head.hash)) throw new Alarm("alarm.chain");
  return { chain: links.slice(1).reduce(extend, chain), loggedAt: [...loggedAt, ...times.slice(1)] };
}

/**
 * Throws where the vault remembers another chain, another kit, or another mailbox for the entry.
 * @param {ChainState} chain
 */
function checkPinned(chain) {
  for (const before of vault.contents().chains) {
    const same = equal(before.mailboxId, chain.mailboxId);
    if (!same && equal(before.entryId, chain.entryId)) throw new Alarm("alarm.mailbox");
    if (same && !(chain.includes(before.head) && equal(before.kit, chain.kit.keyId))) throw new Alarm("alarm.chain");
  }
}

/** @param {ChainState} chain */
function pin({ mailboxId, entryId, head, kit }) {
  vault.remember((inside) => {
    const before = inside.chains.find((other) => equal(other.mailboxId, mailboxId));
    if (before !== undefined && before.head.number >= head.number) return inside;
    if (before === undefined && inside.chains.length >= MAX_PINS) return inside;
    const others = inside.chains.filter((other) => other !== before);
    const compared = before?.compared === true;
    return inside.with({ chains: [...others, { mailboxId, entryId, head, kit: kit.keyId, compared }] });
  });
}

/**
 * Gives the mailbox of a directory entry, verified.
 * @param {string} authorityId
 * @returns {Promise<Known>}
 */
export async function chainOfEntry(authorityId) {
  const mailboxId = wire.bytesOf(await get(`/channel/mailbox/${authorityId}`), 16, "mailbox");
  await refresh([mailboxId]);
  const found = chainOf(mailboxId);
  if (toHex(found.chain.entryId) !== authorityId.replaceAll("-", "")) throw new Alarm("alarm.mailbox");
  return found;
}

/**
 * Gives the twelve groups that two authorities compare by telephone: they change only with a recovery kit.
 * @param {ChainState} one
 * @param {ChainState} other
 * @returns {string[]}
 */
export function safetyNumber(one, other) {
  const halves = [one, other].map((chain) => digits(labels.SAFETY, [chain.mailboxId, chain.kit.signing.raw]));
  return halves.sort((a, b) => (a.join("") < b.join("") ? -1 : 1)).flat();
}

/**
 * Gives the days since the present epoch of a mailbox was logged, or began by its own word, if that is longer ago.
 * @param {Known} mailbox
 * @returns {number}
 */
export function epochAge({ chain, loggedAt }) {
  const { seq, rotation } = chain.epoch;
  return (Date.now() / 1000 - Math.min(loggedAt[seq], rotation.notBefore)) / DAY;
}

/**
 * Tells whether nothing is sealed to a mailbox: its epoch is too old, or has ended or not begun by its own word.
 * @param {Known} mailbox
 * @returns {boolean}
 */
export function isStale(mailbox) {
  return epochAge(mailbox) > STALE_DAYS || !isOpenAt(mailbox.chain.epoch, Date.now() / 1000);
}
