/**
 * The signed header, keys 1 to 13: the same for messages, controls and receipts (section 4).
 *
 * `1 version · 2 type · 3 conversation · 4 message id · 5 sender mailbox · 6 sender key_id · 7 [seq, hash] of the
 * sender's chain head · 8 [session, n] · 9 hash of this session's previous envelope in this conversation, null when n is
 * 0 · 10 references, ≤ 16 hashes, oldest first, none twice · 11 [generation, hash] of the control before, null only when
 * a control creates · 12 time, in seconds since 1970 · 13 last verified checkpoint [size, root]`.
 */
import { toHex } from "./bytes.js";
import { sha256 } from "./digest.js";
import { ProtocolError } from "./errors.js";
import { ID_SIZE } from "./identifiers.js";
import * as wire from "./wire.js";

/** @typedef {import("./identifiers.js").ConversationId} ConversationId */
/** @typedef {import("./identifiers.js").KeyId} KeyId */
/** @typedef {import("./identifiers.js").MailboxId} MailboxId */
/** @typedef {import("./identifiers.js").MessageId} MessageId */
/** @typedef {import("./identifiers.js").SessionId} SessionId */
/** @typedef {import("./value.js").Value} Value */
/** @typedef {import("./wire.js").Head} Head */

export const VERSION = 1;
export const MAX_REFERENCES = 16;
export const NO_CHECKPOINT = new wire.Head(0, sha256(new Uint8Array(0)));

/** What an envelope is. */
export const EnvelopeType = Object.freeze({ MESSAGE: 1, CONTROL: 2, RECEIPT: 3 });

/**
 * Who signs, and from where: the sender's mailbox, key, verified chain head and session.
 * @typedef {object} Author
 * @property {MailboxId} mailboxId
 * @property {KeyId} keyId
 * @property {Head} head
 * @property {SessionId} session
 */

/**
 * Where an envelope stands: the n-th of its session in the conversation, after which others, under which control.
 * @typedef {object} Place
 * @property {ConversationId} conversation
 * @property {number} n
 * @property {Uint8Array | null} previous
 * @property {Uint8Array[]} references
 * @property {Head | null} membership
 */

/**
 * The fields that every envelope has.
 * @typedef {object} Header
 * @property {number} type
 * @property {MessageId} messageId
 * @property {Author} author
 * @property {Place} place
 * @property {number} time
 * @property {Head} checkpoint
 */

/**
 * Gives the values of keys 1 to 13, to encode.
 * @param {Header} header
 * @returns {Value[]}
 */
export function headerValues({ type, messageId, author, place, time, checkpoint }) {
  return [
    VERSION,
    type,
    place.conversation,
    messageId,
    author.mailboxId,
    author.keyId,
    author.head.value(),
    [author.session, place.n],
    place.previous,
    place.references,
    place.membership === null ? null : place.membership.value(),
    time,
    checkpoint.value(),
  ];
}

/**
 * Gives the header that keys 1 to 13 hold.
 * @param {(key: number) => Value} field
 * @returns {Header}
 */
export function readHeader(field) {
  if (wire.uintOf(field(1), "header") !== VERSION) throw new ProtocolError("header: version");
  const type = wire.uintOf(field(2), "header type");
  if (type < EnvelopeType.MESSAGE || type > EnvelopeType.RECEIPT) throw new ProtocolError("header: type unknown");
  const [session, n] = wire.tupleOf(field(8), 2, "session");
  return {
    type,
    messageId: wire.bytesOf(field(4), ID_SIZE, "message id"),
    author: {
      mailboxId: wire.bytesOf(field(5), ID_SIZE, "sender"),
      keyId: wire.bytesOf(field(6), ID_SIZE, "sender key"),
      head: wire.headOf(field(7), "sender's chain head"),
      session: wire.bytesOf(session, ID_SIZE, "session"),
    },
    place: readPlace(field, wire.uintOf(n, "n")),
    time: wire.uintOf(field(12), "time"),
    checkpoint: wire.headOf(field(13), "checkpoint"),
  };
}

/**
 * @param {(key: number) => Value} field
 * @param {number} n
 * @returns {Place}
 */
function readPlace(field, n) {
  const [previous, membership] = [field(9), field(11)];
  if ((previous === null) !== (n === 0)) {
    throw new ProtocolError("header: the first of a session follows nothing, every other one something");
  }
  const listed = wire.arrayOf(field(10), MAX_REFERENCES, "references");
  const references = listed.map((item) => wire.hashOfValue(item, "reference"));
  if (new Set(references.map(toHex)).size !== references.length) throw new ProtocolError("header: a reference twice");
  return {
    conversation: wire.bytesOf(field(3), ID_SIZE, "conversation"),
    n,
    previous: previous === null ? null : wire.hashOfValue(previous, "previous envelope"),
    references,
    membership: membership === null ? null : wire.headOf(membership, "membership"),
  };
}
