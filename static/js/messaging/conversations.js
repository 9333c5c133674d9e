/**
 * Conversations: fetched, verified in the order of the protocol, opened; fail closed.
 *
 * What does not hold keeps its place and is shown as broken. Everything read lives in this page's memory alone.
 */
import { equal, toHex } from "../protocol/bytes.js";
import { beginMembership, parseControl } from "../protocol/control.js";
import { parseEnvelope } from "../protocol/envelope.js";
import { checkAuthor, receive, sequelOf } from "../protocol/receiving.js";
import { ProtocolError } from "../protocol/errors.js";
import * as wire from "../protocol/wire.js";
import { Alarm } from "./alarms.js";
import { chainOf, knownChain, refresh } from "./chains.js";
import { facts } from "./facts.js";
import { checkNamed } from "./log.js";
import { get, post } from "./requests.js";
import * as vault from "./vault.js";

/** @typedef {import("../protocol/content.js").Content} Content */
/** @typedef {import("../protocol/control.js").Membership} Membership */
/** @typedef {import("../protocol/receiving.js").Sent} Sent */
/** @typedef {import("../protocol/envelope.js").Envelope} Envelope */
/** @typedef {import("../protocol/value.js").Value} Value */
/** @typedef {import("../protocol/wire.js").Head} Head */

/**
 * One envelope as it is shown. `content` is null where the seal is broken; `gap` says that something is missing before.
 * @typedef {object} Letter
 * @property {number} position
 * @property {Uint8Array} sender  mailbox
 * @property {string} keyId
 * @property {number} time  as the sender says, in seconds since 1970
 * @property {number} acceptedAt  as the service says
 * @property {boolean} own
 * @property {boolean} gap
 * @property {Content | null} content
 */

/**
 * @typedef {object} Conversation
 * @property {Uint8Array} id
 * @property {Uint8Array[]} members  as the service lists them, until the control is verified
 * @property {number} lastPosition
 * @property {number} readPosition
 * @property {number} unread
 * @property {number} changedAt
 * @property {Letter[]} letters
 * @property {number} loaded  the position up to which it was fetched
 * @property {Membership | null} membership
 * @property {Map<string, Head>} sessions  the last n and hash of each key's session
 * @property {Set<string>} known  hashes of all envelopes
 * @property {Uint8Array[]} unreferenced  hashes that no envelope names yet, the oldest first
 */

const PAGE = 100;
const MOST_MEMBERS = 64;
const CONTROL_HEAD = 0x82;
const MOST_BYTES = 1 << 23;

/** @type {Map<string, Conversation>} */
const found = new Map();

/** Forgets everything that was read, as at locking. */
export function forget() {
  found.clear();
}

/** @returns {Conversation[]}  the last changed first */
export function all() {
  return [...found.values()].sort((a, b) => b.changedAt - a.changedAt || b.lastPosition - a.lastPosition);
}

/**
 * @param {string} id
 * @returns {Conversation | null}
 */
export function conversationOf(id) {
  return found.get(id) ?? null;
}

/** @returns {number} */
export function unreadTotal() {
  return all().reduce((sum, conversation) => sum + conversation.unread, 0);
}

/** Fetches the list of conversations; letters are fetched by `load`. */
export async function refreshList() {
  for (let skip = 0; ; skip += PAGE) {
    const rows = wire.arrayOf(await get(`/channel/conversations?skip=${skip}`), PAGE, "conversations");
    rows.forEach(note);
    if (rows.length < PAGE) return;
  }
}

/** @param {Value} row */
function note(row) {
  const [id, members, , last, read, unread, changedAt] = wire.tupleOf(row, 7, "conversation");
  const listed = wire.arrayOf(members, MOST_MEMBERS, "members").map((item) => wire.bytesOf(item, 16, "member"));
  const conversation = found.get(toHex(wire.bytesOf(id, 16, "conversation"))) ?? begun(wire.bytesOf(id, 16, ""), listed);
  conversation.lastPosition = wire.uintOf(last, "position");
  conversation.readPosition = wire.uintOf(read, "position");
  conversation.unread = wire.uintOf(unread, "unread");
  conversation.changedAt = wire.uintOf(changedAt, "time");
}

/**
 * @param {Uint8Array} id
 * @param {Uint8Array[]} members
 * @returns {Conversation}
 */
function begun(id, members) {
  /** @type {Conversation} */
  const conversation = {
    id,
    members,
    lastPosition: 0,
    readPosition: 0,
    unread: 0,
    changedAt: 0,
    letters: [],
    loaded: 0,
    membership: null,
    sessions: new Map(),
    known: new Set(),
    unreferenced: [],
  };
  found.set(toHex(id), conversation);
  return conversation;
}

/** Two loads of one conversation would take every envelope twice: they follow one another. @type {Promise<void>} */
let loading = Promise.resolve();

/**
 * Fetches, verifies and opens what is new in a conversation.
 * @param {Conversation} conversation
 * @returns {Promise<void>}
 */
export function load(conversation) {
  loading = loading.catch(() => undefined).then(() => loadNext(conversation));
  return loading;
}

/** @param {Conversation} conversation */
async function loadNext(conversation) {
  for (;;) {
    const path = `/channel/conversations/${toHex(conversation.id)}/envelopes?after=${conversation.loaded}`;
    const rows = wire.arrayOf(await get(path), PAGE, "envelopes");
    for (const row of rows) await take(conversation, row);
    conversation.lastPosition = Math.max(conversation.lastPosition, conversation.loaded);
    if (rows.length < PAGE) return;
  }
}

/**
 * @param {Conversation} conversation
 * @param {Value} row
 */
async function take(conversation, row) {
  const [place, at, data] = wire.tupleOf(row, 3, "envelope");
  const position = wire.uintOf(place, "position");
  const bytes = wire.someBytesOf(data, MOST_BYTES, "envelope");
  if (position !== conversation.loaded + 1) throw new Alarm("alarm.order");
  if (bytes[0] === CONTROL_HEAD) await takeControl(conversation, bytes);
  else conversation.letters.push(await takeLetter(conversation, bytes, position, wire.uintOf(at, "time")));
  conversation.loaded = position;
}

/**
 * @param {Conversation} conversation
 * @param {Uint8Array} bytes
 */
async function takeControl(conversation, bytes) {
  const control = parseControl(bytes);
  await knowSender(control);
  checkAuthor(control, chainOf(control.header.author.mailboxId).chain);
  const membership = beginMembership(control);
  const name = toHex(conversation.id);
  const pinned = vault.contents().conversations.get(name);
  const ours = equal(membership.conversation, conversation.id) && conversation.membership === null;
  if (!ours || (pinned !== undefined && !pinned.equals(membership.head))) throw new Alarm("alarm.members");
  if (!membership.members.some((id) => equal(id, vault.ownMailbox()))) throw new Alarm("alarm.members");
  conversation.membership = membership;
  conversation.members = [...membership.members];
  follow(conversation, control);
  await refresh(membership.members);
  if (pinned !== undefined) return;
  vault.remember((inside) => {
    return inside.with({ conversations: new Map([...inside.conversations, [name, membership.head]]) });
  });
}

/**
 * @param {Conversation} conversation
 * @param {Uint8Array} bytes
 * @param {number} position
 * @param {number} acceptedAt
 * @returns {Promise<Letter>}
 */
async function takeLetter(conversation, bytes, position, acceptedAt) {
  const envelope = parseEnvelope(bytes);
  const { author, time } = envelope.header;
  const own = equal(author.mailboxId, vault.ownMailbox());
  const shown = { position, sender: author.mailboxId, keyId: toHex(author.keyId), time, acceptedAt, own };
  try {
    const { content, gap } = await read(conversation, envelope);
    return { ...shown, content, gap };
  } catch (error) {
    if (error instanceof ProtocolError) return { ...shown, content: null, gap: false };
    throw error;
  }
}

/**
 * Opens an envelope once every check before it has held.
 * @param {Conversation} conversation
 * @param {Envelope} envelope
 */
async function read(conversation, envelope) {
  const { membership, known } = conversation;
  if (membership === null) throw new Alarm("alarm.members");
  await knowSender(envelope);
  await knowOwnEpoch(envelope);
  await checkNamed(envelope.header.checkpoint);
  const sender = chainOf(envelope.header.author.mailboxId).chain;
  const previous = conversation.sessions.get(sessionOf(envelope)) ?? null;
  const own = chainOf(vault.ownMailbox()).chain;
  try {
    const received = receive(envelope, sender, own, vault.contents().epochs, { membership, previous, known });
    const gap = received.sequel !== "next" || received.unknownReferences.length > 0;
    return { content: received.content, gap };
  } finally {
    keepPlace(conversation, envelope);
  }
}

/**
 * An envelope with a good signature keeps its place even if it does not open.
 * @param {Conversation} conversation
 * @param {Envelope} envelope
 */
function keepPlace(conversation, envelope) {
  try {
    checkAuthor(envelope, chainOf(envelope.header.author.mailboxId).chain);
  } catch {
    return;
  }
  const previous = conversation.sessions.get(sessionOf(envelope)) ?? null;
  if (["next", "gap"].includes(sequelOf(envelope, previous))) follow(conversation, envelope);
}

/**
 * @param {Conversation} conversation
 * @param {Sent} sent
 */
function follow(conversation, sent) {
  const { n, previous, references } = sent.header.place;
  const named = new Set([...references, ...(previous === null ? [] : [previous])].map(toHex));
  conversation.sessions.set(sessionOf(sent), new wire.Head(n, sent.hash));
  conversation.known.add(toHex(sent.hash));
  conversation.unreferenced = [...conversation.unreferenced.filter((hash) => !named.has(toHex(hash))), sent.hash];
}

/**
 * @param {Sent} sent
 * @returns {string}
 */
function sessionOf({ header }) {
  return `${toHex(header.author.keyId)} ${toHex(header.author.session)}`;
}

/**
 * Fetches the sender's chain where what is known of it does not reach to the head that he names.
 * @param {Sent} sent
 */
async function knowSender({ header }) {
  const { mailboxId, head } = header.author;
  if (knownChain(mailboxId)?.chain.includes(head) !== true) await refresh([mailboxId]);
}

/** @param {Envelope} envelope */
async function knowOwnEpoch({ recipients }) {
  const entry = recipients.find(({ mailboxId }) => equal(mailboxId, vault.ownMailbox()));
  if (entry !== undefined && !chainOf(vault.ownMailbox()).chain.includes(entry.head)) await refresh([vault.ownMailbox()]);
}

/**
 * Gives the subject: the first that a letter states.
 * @param {Conversation} conversation
 * @returns {string | null}
 */
export function subjectOf({ letters }) {
  return letters.find(({ content }) => content?.subject)?.content?.subject ?? null;
}

/**
 * Tells the service that everything that is loaded was read.
 * @param {Conversation} conversation
 */
export async function markRead(conversation) {
  const { loaded, readPosition, id } = conversation;
  if (loaded <= readPosition) return;
  conversation.readPosition = loaded;
  conversation.unread = 0;
  await post(`/channel/conversations/${toHex(id)}/read`, loaded);
}

/**
 * Gives the authorities of a conversation other than one's own.
 * @param {Conversation} conversation
 * @returns {Uint8Array[]}
 */
export function others({ members }) {
  return members.filter((id) => !equal(id, vault.ownMailbox()));
}

/**
 * Gives how the officer states himself in what he writes.
 * @returns {[string, string]}
 */
export function ownStatement() {
  return [facts.name, facts.post || facts.authority];
}
