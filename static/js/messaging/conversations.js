/**
 * Conversations: listed and fetched; what comes is verified and opened by `taking.js`.
 *
 * Everything read lives in this page's memory alone.
 */
import { equal, toHex } from "../protocol/bytes.js";
import * as wire from "../protocol/wire.js";
import { orAlarm } from "./alarms.js";
import { facts } from "./facts.js";
import { get, post } from "./requests.js";
import { take } from "./taking.js";
import * as vault from "./vault.js";

/** @typedef {import("../protocol/content.js").Content} Content */
/** @typedef {import("../protocol/control.js").Membership} Membership */
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
  loading = loading.catch(() => undefined).then(() => orAlarm("alarm.order", () => loadNext(conversation)));
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
