/**
 * What is checked of an envelope, in the order of section 4, by every client.
 *
 * All functions are pure. Those that check accept in silence or throw; gaps and unknown references are told, not
 * refused. Before this stands the strict parser; between the chain and the signature a client also wants the sender's
 * head in a verified checkpoint (module `log`).
 */
import { equal, toHex } from "./bytes.js";
import { checkParts, openBody, openStanza } from "./envelope.js";
import { ProtocolError } from "./errors.js";
import * as labels from "./labels.js";
import { Role } from "./links.js";
import { verify } from "./signed.js";

/** @typedef {import("./chain.js").ChainState} ChainState */
/** @typedef {import("./chain.js").Officer} Officer */
/** @typedef {import("./content.js").Content} Content */
/** @typedef {import("./control.js").Control} Control */
/** @typedef {import("./control.js").Membership} Membership */
/** @typedef {import("./control.js").Receipt} Receipt */
/** @typedef {import("./envelope.js").Envelope} Envelope */
/** @typedef {import("./envelope.js").Recipient} Recipient */
/** @typedef {import("./identifiers.js").MailboxId} MailboxId */
/** @typedef {import("./keys.js").EpochSeed} EpochSeed */
/** @typedef {import("./wire.js").Head} Head */
/** @typedef {Envelope | Control | Receipt} Sent */

/** How an envelope continues what was seen of its session in its conversation. */
export const Sequel = Object.freeze({
  NEXT: "next",
  REPEATED: "repeated",
  EARLIER: "earlier",
  GAP: "gap",
  FORKED: "forked",
});

/**
 * A message that passed every check, and what is missing around it.
 * @typedef {{ content: Content, sequel: string, unknownReferences: Uint8Array[] }} Received
 */

/**
 * What a receiver knows of a conversation: its membership, the session's last envelope, and all hashes in hexadecimal.
 * @typedef {{ membership: Membership, previous: Head | null, known: ReadonlySet<string> }} Seen
 */

/**
 * Gives the officer who signed: active as administrator or officer at the head that the header names.
 * @param {Sent} sent
 * @param {ChainState} chain
 * @returns {Officer}
 */
export function checkAuthor(sent, chain) {
  const { mailboxId, head, keyId } = sent.header.author;
  if (!equal(mailboxId, chain.mailboxId) || !chain.includes(head)) {
    throw new ProtocolError("author: the head named is not on the sender's chain");
  }
  const officer = chain.activeAt(keyId, head.number);
  if (officer.role === Role.READER) throw new ProtocolError("author: a reader signs nothing");
  verify(officer.public.signing, labels.ENVELOPE, sent.payload, sent.signature);
  return officer;
}

/**
 * Accepts an envelope of this conversation, under its last control, sealed to exactly its members.
 * @param {Envelope} envelope
 * @param {Membership} membership
 */
export function checkMembers({ header, recipients }, { conversation, head, members }) {
  const { place } = header;
  if (!equal(place.conversation, conversation) || place.membership === null || !place.membership.equals(head)) {
    throw new ProtocolError("membership: of another conversation, or not its last control");
  }
  if (recipients.length !== members.length || !recipients.every(({ mailboxId }, i) => equal(mailboxId, members[i]))) {
    throw new ProtocolError("membership: the recipients are not the members");
  }
}

/**
 * Accepts a recipient's entry that names a head of its chain and an epoch made by then.
 * @param {Recipient} recipient
 * @param {ChainState} chain
 */
export function checkRecipient({ mailboxId, head, epoch }, chain) {
  if (!equal(mailboxId, chain.mailboxId) || !chain.includes(head)) {
    throw new ProtocolError("recipient: the head named is not on its chain");
  }
  if (chain.epochNumbered(epoch).seq > head.number) {
    throw new ProtocolError("recipient: the epoch named is not of that head");
  }
}

/**
 * Tells how an envelope follows the last n and hash seen of its session in its conversation.
 * @param {Sent} sent
 * @param {Head | null} previous
 * @returns {string}
 */
export function sequelOf(sent, previous) {
  const { n, previous: named } = sent.header.place;
  if (previous === null) return n === 0 ? Sequel.NEXT : Sequel.GAP;
  if (n === previous.number) return equal(sent.hash, previous.hash) ? Sequel.REPEATED : Sequel.FORKED;
  if (n !== previous.number + 1) return n > previous.number ? Sequel.GAP : Sequel.EARLIER;
  return named !== null && equal(named, previous.hash) ? Sequel.NEXT : Sequel.FORKED;
}

/**
 * Gives the references to envelopes that were never seen, to be shown as missing.
 * @param {Sent} sent
 * @param {ReadonlySet<string>} known
 * @returns {Uint8Array[]}
 */
export function unknownReferences(sent, known) {
  return sent.header.place.references.filter((reference) => !known.has(toHex(reference)));
}

/**
 * Gives what an envelope says, once every check of section 4 has held in its order.
 *
 * Nothing is decrypted before signature, hashes and membership hold. A repeated, earlier or forked envelope is refused:
 * who keeps evidence of a fork asks `sequelOf` first.
 * @param {Envelope} envelope
 * @param {ChainState} sender
 * @param {ChainState} own
 * @param {ReadonlyMap<number, EpochSeed>} seeds
 * @param {Seen} seen
 * @returns {Received}
 */
export function receive(envelope, sender, own, seeds, seen) {
  checkAuthor(envelope, sender);
  checkParts(envelope);
  checkMembers(envelope, seen.membership);
  const entry = ownEntry(envelope, own.mailboxId);
  checkRecipient(entry, own);
  const sequel = sequelOf(envelope, seen.previous);
  if (sequel !== Sequel.NEXT && sequel !== Sequel.GAP) {
    throw new ProtocolError("session: the envelope does not follow");
  }
  const missing = unknownReferences(envelope, seen.known);
  const seed = seeds.get(entry.epoch);
  if (seed === undefined) throw new ProtocolError("epoch: its seed is not held");
  const key = openStanza(envelope, own.mailboxId, seed);
  const content = openBody(envelope, key);
  key.wipe();
  return { content, sequel, unknownReferences: missing };
}

/**
 * @param {Envelope} envelope
 * @param {MailboxId} mailboxId
 * @returns {Recipient}
 */
function ownEntry({ recipients }, mailboxId) {
  const entry = recipients.find((recipient) => equal(recipient.mailboxId, mailboxId));
  if (entry === undefined) throw new ProtocolError("membership: not sealed to this mailbox");
  return entry;
}
