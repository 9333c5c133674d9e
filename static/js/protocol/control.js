/**
 * Controls and receipts: signed, without a body, readable by the server (section 4).
 *
 * They travel as `[payload, signature]` and have the header's keys 1 to 13 and 20. Of a control, 20 is `[generation,
 * action, argument, members after it]`, the members ascending; create has generation 0 and null at 11, every other
 * control has the generation after that of 11. Of a receipt, 20 is `[[envelope hash, 1 stored or 2 opened] …]`.
 *
 * Arguments: the mailbox_id for add and remove, days for retain, null for the others.
 */
import { compare, equal } from "./bytes.js";
import { decode, encode } from "./codec.js";
import { hashOf } from "./digest.js";
import { MAX_RECIPIENTS } from "./envelope.js";
import { ProtocolError } from "./errors.js";
import { EnvelopeType, headerValues, readHeader } from "./header.js";
import { ID_SIZE } from "./identifiers.js";
import { SIGNATURE_SIZE } from "./keys.js";
import * as labels from "./labels.js";
import { sign } from "./signed.js";
import * as wire from "./wire.js";

/** @typedef {import("./header.js").Header} Header */
/** @typedef {import("./identifiers.js").ConversationId} ConversationId */
/** @typedef {import("./identifiers.js").MailboxId} MailboxId */
/** @typedef {import("./keys.js").SigningKey} SigningKey */
/** @typedef {import("./value.js").Value} Value */
/** @typedef {import("./wire.js").Head} Head */

export const MAX_RECEIPTS = 256;
export const MAX_SIGNED = wire.MAX_PAYLOAD + 128;

const ACT_KEY = 20;
const KEYS = new Set([...wire.keysTo(13), ACT_KEY]);

/** What a control does. */
export const Action = Object.freeze({ CREATE: 0, ADD: 1, LEAVE: 2, HOLD: 3, RETAIN: 4, REMOVE: 5, CLOSE: 6, LIFT: 7 });

/** What a receiver says of an envelope. */
export const ReceiptState = Object.freeze({ STORED: 1, OPENED: 2 });

/**
 * What key 20 of a control says.
 * @typedef {object} Act
 * @property {number} generation
 * @property {number} action
 * @property {MailboxId | number | null} argument
 * @property {MailboxId[]} members
 */

/**
 * A control as received; its signature is not verified yet.
 * @typedef {{ header: Header, act: Act, payload: Uint8Array, signature: Uint8Array, hash: Uint8Array }} Control
 */

/**
 * A receipt as received; its signature is not verified yet.
 * @typedef {{
 *   header: Header, entries: [Uint8Array, number][], payload: Uint8Array, signature: Uint8Array, hash: Uint8Array
 * }} Receipt
 */

/**
 * Who is in a conversation after its last control.
 * @typedef {{ conversation: ConversationId, creator: MailboxId, head: Head, members: MailboxId[] }} Membership
 */

/**
 * Gives the control as it travels.
 * @param {Control} control
 * @returns {Uint8Array}
 */
export function controlBytes({ payload, signature }) {
  return encode([payload, signature]);
}

/**
 * Gives the control that begins a conversation among its members, the sender's own mailbox included.
 * @param {SigningKey} signer
 * @param {Header} header
 * @param {MailboxId[]} members
 * @returns {Control}
 */
export function createConversation(signer, header, members) {
  const act = [0, Action.CREATE, null, [...members].sort(compare)];
  const payload = encode(wire.numbered(headerValues(header)).set(ACT_KEY, act));
  return makeControl(payload, sign(signer, labels.ENVELOPE, payload));
}

/**
 * Gives the control that the bytes encode, strictly.
 * @param {Uint8Array} bytes
 * @returns {Control}
 */
export function parseControl(bytes) {
  return makeControl(...parseSigned(bytes, "control"));
}

/**
 * Gives the receipt that the bytes encode, strictly.
 * @param {Uint8Array} bytes
 * @returns {Receipt}
 */
export function parseReceipt(bytes) {
  const [payload, signature] = parseSigned(bytes, "receipt");
  const field = wire.decodeMap(payload, KEYS, "receipt");
  const header = readHeader(field);
  if (header.type !== EnvelopeType.RECEIPT || header.place.membership === null) {
    throw new ProtocolError("receipt: not a receipt under a control");
  }
  const entries = wire.arrayOf(field(ACT_KEY), MAX_RECEIPTS, "receipt").map(readEntry);
  return { header, entries, payload, signature, hash: hashOf(labels.ENVELOPE, payload) };
}

/**
 * @param {Uint8Array} bytes
 * @param {string} what
 * @returns {[Uint8Array, Uint8Array]}
 */
function parseSigned(bytes, what) {
  if (bytes.length > MAX_SIGNED) throw new ProtocolError(`${what}: too long`);
  const [payload, signature] = wire.tupleOf(decode(bytes), 2, what);
  return [wire.someBytesOf(payload, wire.MAX_PAYLOAD, what), wire.bytesOf(signature, SIGNATURE_SIZE, what)];
}

/**
 * Gives the control of these parts; a payload of another layout is refused.
 * @param {Uint8Array} payload
 * @param {Uint8Array} signature
 * @returns {Control}
 */
export function makeControl(payload, signature) {
  const field = wire.decodeMap(payload, KEYS, "control");
  const header = readHeader(field);
  const act = readAct(field(ACT_KEY));
  if (header.type !== EnvelopeType.CONTROL) throw new ProtocolError("control: another type of envelope");
  checkGeneration(header, act);
  return { header, act, payload, signature, hash: hashOf(labels.ENVELOPE, payload) };
}

/**
 * @param {Header} header
 * @param {Act} act
 */
function checkGeneration({ author, place: { membership } }, { generation, action, members }) {
  if (generation !== (membership === null ? 0 : membership.number + 1)) {
    throw new ProtocolError("control: generation does not follow");
  }
  if ((action === Action.CREATE) !== (membership === null)) {
    throw new ProtocolError("control: only create begins a conversation");
  }
  if (action === Action.CREATE && !members.some((member) => equal(member, author.mailboxId))) {
    throw new ProtocolError("control: the creator is not a member");
  }
}

/**
 * @param {Value} value
 * @returns {Act}
 */
function readAct(value) {
  const [generation, action, argument, members] = wire.tupleOf(value, 4, "act");
  const kind = wire.uintOf(action, "action");
  if (kind > Action.LIFT) throw new ProtocolError("control: action unknown");
  const listed = wire.arrayOf(members, MAX_RECIPIENTS, "members").map((item) => wire.bytesOf(item, ID_SIZE, "member"));
  return {
    generation: wire.uintOf(generation, "generation"),
    action: kind,
    argument: readArgument(kind, argument),
    members: wire.ascending(listed, "members"),
  };
}

/**
 * @param {number} action
 * @param {Value} value
 * @returns {MailboxId | number | null}
 */
function readArgument(action, value) {
  if (action === Action.ADD || action === Action.REMOVE) return wire.bytesOf(value, ID_SIZE, "argument");
  if (action === Action.RETAIN) return wire.uintOf(value, "argument");
  if (value !== null) throw new ProtocolError("control: an argument where none belongs");
  return null;
}

/**
 * @param {Value} value
 * @returns {[Uint8Array, number]}
 */
function readEntry(value) {
  const [hash, said] = wire.tupleOf(value, 2, "receipt");
  const state = wire.uintOf(said, "receipt");
  if (state < ReceiptState.STORED || state > ReceiptState.OPENED) throw new ProtocolError("receipt: state unknown");
  return [wire.hashOfValue(hash, "receipt"), state];
}

/**
 * Gives who is in the conversation that a control creates; other actions are not supported yet.
 * @param {Control} control
 * @returns {Membership}
 */
export function beginMembership({ header, act, hash }) {
  if (act.action !== Action.CREATE) throw new ProtocolError("control: action not supported");
  const head = new wire.Head(act.generation, hash);
  return { conversation: header.place.conversation, creator: header.author.mailboxId, head, members: act.members };
}
