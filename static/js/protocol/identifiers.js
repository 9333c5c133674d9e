/**
 * Identifiers of sixteen bytes, a type for each kind, so that one never stands where another belongs (section 1).
 */
import { ProtocolError } from "./errors.js";
import { draw } from "./random.js";

/** @typedef {Uint8Array & { readonly names?: "key" }} KeyId  H("key" ‖ 0x00 ‖ key)[:16] */
/** @typedef {Uint8Array & { readonly names?: "mailbox" }} MailboxId  H("mailbox" ‖ 0x00 ‖ payload of link 0)[:16] */
/** @typedef {Uint8Array & { readonly names?: "entry" }} EntryId  the sixteen bytes of an entry's UUID */
/** @typedef {Uint8Array & { readonly names?: "conversation" }} ConversationId  random */
/** @typedef {Uint8Array & { readonly names?: "message" }} MessageId  random; names a message, control or receipt */
/** @typedef {Uint8Array & { readonly names?: "session" }} SessionId  random; names one opening of a vault */
/** @typedef {Uint8Array & { readonly names?: "blob" }} BlobId  random; names an attachment */

export const ID_SIZE = 16;

/**
 * Gives the sixteen bytes back; another length is refused.
 * @param {Uint8Array} value
 * @param {string} [name]
 * @returns {Uint8Array}
 */
export function identifier(value, name = "identifier") {
  if (value.length !== ID_SIZE) throw new ProtocolError(`${name}: wrong length`);
  return value;
}

/**
 * Draws the identifier of a conversation, message, session or blob.
 * @returns {Uint8Array}
 */
export function newIdentifier() {
  return draw(ID_SIZE);
}
