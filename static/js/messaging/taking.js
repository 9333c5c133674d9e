/**
 * Taking what arrives: verified in the order of the protocol, then opened; fail closed.
 *
 * What does not hold keeps its place and is shown as broken. A control or a log that contradicts what was seen before
 * stops the conversation.
 */
import { equal, toHex } from "../protocol/bytes.js";
import { beginMembership, parseControl } from "../protocol/control.js";
import { parseEnvelope } from "../protocol/envelope.js";
import { ProtocolError } from "../protocol/errors.js";
import { checkAuthor, receive, sequelOf } from "../protocol/receiving.js";
import { MAX_PINS } from "../protocol/vault_contents.js";
import * as wire from "../protocol/wire.js";
import { Alarm, orAlarm } from "./alarms.js";
import { chainOf, knownChain, refresh } from "./chains.js";
import { checkNamed } from "./log.js";
import * as vault from "./vault.js";

/** @typedef {import("../protocol/envelope.js").Envelope} Envelope */
/** @typedef {import("../protocol/receiving.js").Sent} Sent */
/** @typedef {import("../protocol/value.js").Value} Value */
/** @typedef {import("./conversations.js").Conversation} Conversation */
/** @typedef {import("./conversations.js").Letter} Letter */

const CONTROL_HEAD = 0x82;
const MOST_BYTES = 1 << 23;

/**
 * Takes the next envelope of a conversation, as the service lists it.
 * @param {Conversation} conversation
 * @param {Value} row
 */
export async function take(conversation, row) {
  const [place, at, data] = wire.tupleOf(row, 3, "envelope");
  const position = wire.uintOf(place, "position");
  const bytes = wire.someBytesOf(data, MOST_BYTES, "envelope");
  if (position !== conversation.loaded + 1) throw new Alarm("alarm.order");
  if (bytes[0] === CONTROL_HEAD) await orAlarm("alarm.members", () => takeControl(conversation, bytes));
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
  await checkNamed(control.header.checkpoint);
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
    // A vault with more could not be read again: whoever begins conversations without end would lock its owner out.
    if (inside.conversations.size >= MAX_PINS) return inside;
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
 * An envelope of this conversation with a good signature keeps its place even if it does not open.
 * @param {Conversation} conversation
 * @param {Envelope} envelope
 */
function keepPlace(conversation, envelope) {
  if (!equal(envelope.header.place.conversation, conversation.id)) return;
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
