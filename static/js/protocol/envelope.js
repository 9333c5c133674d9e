/**
 * Messages, sealed to authorities and signed by an officer (section 4).
 *
 * To keys 1 to 13 a message adds `14 recipients [[mailbox_id, epoch, seq, hash] …] ascending · 15 attachments
 * [[blob_id, length, H] …] · 16 commitment · 17 H(body) · 18 body length · 19 [H(stanza) …]`. It travels as
 * `[payload, signature, stanzas, body]`. The context is the encoded map of keys 1 to 15.
 *
 * One message key opens the body; each stanza seals it to one authority. An AEAD does not bind its key, so the
 * commitment does: nobody shows two authorities different texts under one envelope.
 */
import * as aead from "./aead.js";
import { compare, concat, equal, toHex } from "./bytes.js";
import { decode, encode } from "./codec.js";
import { MAX_ATTACHMENTS, decodeContent, encodeContent } from "./content.js";
import { derive, hashOf, sha256 } from "./digest.js";
import { ProtocolError } from "./errors.js";
import { EnvelopeType, headerValues, readHeader } from "./header.js";
import * as hpke from "./hpke.js";
import { ID_SIZE } from "./identifiers.js";
import { MessageKey, SEED_SIZE, SIGNATURE_SIZE } from "./keys.js";
import * as labels from "./labels.js";
import { isPadmeLength, pad, unpad } from "./padding.js";
import { draw } from "./random.js";
import { sign } from "./signed.js";
import sodium from "./sodium.js";
import * as wire from "./wire.js";

/** @typedef {import("./content.js").Content} Content */
/** @typedef {import("./header.js").Header} Header */
/** @typedef {import("./identifiers.js").BlobId} BlobId */
/** @typedef {import("./identifiers.js").MailboxId} MailboxId */
/** @typedef {import("./keys.js").EpochSeed} EpochSeed */
/** @typedef {import("./random.js").Random} Random */
/** @typedef {import("./keys.js").SealingPublic} SealingPublic */
/** @typedef {import("./keys.js").SigningKey} SigningKey */
/** @typedef {import("./value.js").Value} Value */
/** @typedef {import("./wire.js").Head} Head */

export const MAX_RECIPIENTS = 64;
export const MAX_BODY = (1 << 21) + aead.TAG_SIZE;
export const STANZA_SIZE = hpke.OVERHEAD + SEED_SIZE;
export const MAX_ENVELOPE = wire.MAX_PAYLOAD + MAX_RECIPIENTS * (STANZA_SIZE + 3) + MAX_BODY + 128;

const CONTEXT_KEYS = 15;
const HEADER_KEYS = wire.keysTo(19);
// Each message key is used once, so that a fixed nonce is safe.
const NONCE = new Uint8Array(aead.NONCE_SIZE);

/**
 * An authority to which a message is sealed: its epoch, and the chain head that the sender verified.
 * @typedef {object} Recipient
 * @property {MailboxId} mailboxId
 * @property {number} epoch
 * @property {Head} head
 */

/**
 * An encrypted blob that belongs to a message, with its length and hash as stored.
 * @typedef {object} Attachment
 * @property {BlobId} blobId
 * @property {number} length
 * @property {Uint8Array} hash
 */

/**
 * A message to be sealed: its header, and each recipient with the epoch key to seal to, in any order.
 * @typedef {object} Draft
 * @property {Header} header
 * @property {[Recipient, SealingPublic][]} recipients
 * @property {Content} content
 * @property {Attachment[]} [attachments]
 */

/**
 * A message as received: its exact bytes, its parsed header and its hash; nothing of it is verified yet.
 * @typedef {object} Envelope
 * @property {Header} header
 * @property {Recipient[]} recipients
 * @property {Attachment[]} attachments
 * @property {Uint8Array} commitment
 * @property {Uint8Array} bodyHash
 * @property {number} bodyLength
 * @property {Uint8Array[]} stanzaHashes
 * @property {Uint8Array} contextHash
 * @property {Uint8Array} hash
 * @property {Uint8Array} payload
 * @property {Uint8Array} signature
 * @property {Uint8Array[]} stanzas
 * @property {Uint8Array} body
 */

/**
 * Gives the envelope as it travels.
 * @param {Envelope} envelope
 * @returns {Uint8Array}
 */
export function envelopeBytes({ payload, signature, stanzas, body }) {
  return encode([payload, signature, stanzas, body]);
}

/**
 * Gives a draft sealed to every recipient and signed; the bytes are stored before they are sent.
 * @param {SigningKey} signer
 * @param {Draft} draft
 * @param {Random} [random]
 * @returns {Envelope}
 */
export function sealMessage(signer, draft, random = draw) {
  const targets = [...draft.recipients].sort(([a], [b]) => compare(a.mailboxId, b.mailboxId));
  const context = contextValues(draft, targets.map(([recipient]) => recipient));
  const contextHash = sha256(encode(wire.numbered(context)));
  const content = encodeContent(draft.content);
  const key = deriveMessageKey(random(SEED_SIZE), contextHash, content);
  const body = sealBody(key, contextHash, content);
  const stanzas = targets.map(([recipient, publicKey]) =>
    hpke.seal(publicKey, labels.STANZA, stanzaItems(contextHash, recipient, publicKey), key.reveal()),
  );
  const rest = [commitmentOf(key), sha256(body), body.length, stanzas.map(sha256)];
  key.wipe();
  const payload = encode(wire.numbered([...context, ...rest]));
  return makeEnvelope(payload, sign(signer, labels.ENVELOPE, payload), stanzas, body);
}

/**
 * @param {Draft} draft
 * @param {Recipient[]} recipients  ascending
 * @returns {Value[]}  the values of keys 1 to 15
 */
function contextValues({ header, attachments = [] }, recipients) {
  return [
    ...headerValues(header),
    recipients.map(({ mailboxId, epoch, head }) => [mailboxId, epoch, head.number, head.hash]),
    attachments.map(({ blobId, length, hash }) => [blobId, length, hash]),
  ];
}

/**
 * Gives the message key, which differs with the content even where a cloned machine repeats its random bytes.
 * @param {Uint8Array} random
 * @param {Uint8Array} contextHash
 * @param {Uint8Array} content
 * @returns {MessageKey}
 */
export function deriveMessageKey(random, contextHash, content) {
  return new MessageKey(derive(random, labels.MESSAGE, concat([contextHash, sha256(content)])));
}

/**
 * Gives what the header says of a key, so that only one key fits.
 * @param {MessageKey} key
 * @returns {Uint8Array}
 */
export function commitmentOf(key) {
  return derive(key.reveal(), labels.COMMIT);
}

/**
 * Gives the context items of a stanza for HPKE.
 * @param {Uint8Array} contextHash
 * @param {Recipient} recipient
 * @param {SealingPublic} publicKey
 * @returns {Value[]}
 */
export function stanzaItems(contextHash, recipient, publicKey) {
  return [contextHash, recipient.mailboxId, recipient.epoch, publicKey.raw];
}

/**
 * @param {MessageKey} key
 * @param {Uint8Array} contextHash
 * @param {Uint8Array} content
 * @returns {Uint8Array}
 */
function sealBody(key, contextHash, content) {
  const bodyKey = derive(key.reveal(), labels.BODY);
  const body = aead.seal(bodyKey, NONCE, contextHash, pad(content));
  sodium.memzero(bodyKey);
  return body;
}

/**
 * Gives the message that the bytes encode, strictly.
 * @param {Uint8Array} bytes
 * @returns {Envelope}
 */
export function parseEnvelope(bytes) {
  if (bytes.length > MAX_ENVELOPE) throw new ProtocolError("envelope: too long");
  const [payload, signature, stanzas, body] = wire.tupleOf(decode(bytes), 4, "envelope");
  return makeEnvelope(
    wire.someBytesOf(payload, wire.MAX_PAYLOAD, "envelope payload"),
    wire.bytesOf(signature, SIGNATURE_SIZE, "envelope signature"),
    wire.arrayOf(stanzas, MAX_RECIPIENTS, "stanzas").map((item) => wire.bytesOf(item, STANZA_SIZE, "stanza")),
    wire.someBytesOf(body, MAX_BODY, "body"),
  );
}

/**
 * Gives the envelope of these parts; a payload of another layout is refused.
 * @param {Uint8Array} payload
 * @param {Uint8Array} signature
 * @param {Uint8Array[]} stanzas
 * @param {Uint8Array} body
 * @returns {Envelope}
 */
export function makeEnvelope(payload, signature, stanzas, body) {
  const field = wire.decodeMap(payload, HEADER_KEYS, "envelope");
  const header = readHeader(field);
  if (header.type !== EnvelopeType.MESSAGE || header.place.membership === null) {
    throw new ProtocolError("envelope: not a message under a control");
  }
  const recipients = readRecipients(field(14), header.author.mailboxId);
  const hashes = wire.tupleOf(field(19), recipients.length, "stanza hashes");
  // The one place where received fields are encoded again: the codec has one encoding for each value.
  const context = Array.from({ length: CONTEXT_KEYS }, (_, i) => field(i + 1));
  return {
    header,
    recipients,
    attachments: readAttachments(field(15)),
    commitment: wire.hashOfValue(field(16), "commitment"),
    bodyHash: wire.hashOfValue(field(17), "body hash"),
    bodyLength: wire.uintOf(field(18), "body length"),
    stanzaHashes: hashes.map((item) => wire.hashOfValue(item, "stanza hash")),
    contextHash: sha256(encode(wire.numbered(context))),
    hash: hashOf(labels.ENVELOPE, payload),
    payload,
    signature,
    stanzas,
    body,
  };
}

/**
 * @param {Value} value
 * @param {MailboxId} sender
 * @returns {Recipient[]}
 */
function readRecipients(value, sender) {
  const recipients = wire.arrayOf(value, MAX_RECIPIENTS, "recipients").map((item) => {
    const [mailboxId, epoch, seq, hash] = wire.tupleOf(item, 4, "recipient");
    return {
      mailboxId: wire.bytesOf(mailboxId, ID_SIZE, "recipient"),
      epoch: wire.uintOf(epoch, "recipient"),
      head: wire.headOf([seq, hash], "recipient"),
    };
  });
  const ids = wire.ascending(recipients.map(({ mailboxId }) => mailboxId), "recipients");
  if (!ids.some((id) => equal(id, sender))) throw new ProtocolError("recipients: without the sender's own mailbox");
  return recipients;
}

/**
 * @param {Value} value
 * @returns {Attachment[]}
 */
function readAttachments(value) {
  const attachments = wire.arrayOf(value, MAX_ATTACHMENTS, "attachments").map((item) => {
    const [blobId, length, hash] = wire.tupleOf(item, 3, "attachment");
    return {
      blobId: wire.bytesOf(blobId, ID_SIZE, "attachment"),
      length: wire.uintOf(length, "attachment"),
      hash: wire.hashOfValue(hash, "attachment"),
    };
  });
  if (new Set(attachments.map(({ blobId }) => toHex(blobId))).size !== attachments.length) {
    throw new ProtocolError("attachments: a blob twice");
  }
  return attachments;
}

/**
 * Accepts the body and stanzas that the signed header names, of allowed lengths, or throws.
 * @param {Envelope} envelope
 */
export function checkParts({ body, bodyLength, bodyHash, stanzas, stanzaHashes }) {
  if (body.length !== bodyLength || !equal(sha256(body), bodyHash)) {
    throw new ProtocolError("envelope: body is not the signed one");
  }
  const named = stanzas.every((stanza, i) => i < stanzaHashes.length && equal(sha256(stanza), stanzaHashes[i]));
  if (stanzas.length !== stanzaHashes.length || !named) {
    throw new ProtocolError("envelope: stanzas are not the signed ones");
  }
  if (!isPadmeLength(bodyLength - aead.TAG_SIZE)) throw new ProtocolError("envelope: body is not padded");
}

/**
 * Gives the message key that the stanza of a mailbox holds, if it is the one committed to.
 * @param {Envelope} envelope
 * @param {MailboxId} mailboxId
 * @param {EpochSeed} seed
 * @returns {MessageKey}
 */
export function openStanza(envelope, mailboxId, seed) {
  const at = envelope.recipients.findIndex((recipient) => equal(recipient.mailboxId, mailboxId));
  const stanza = envelope.stanzas[at];
  if (stanza === undefined) throw new ProtocolError("envelope: not sealed to this mailbox");
  const items = stanzaItems(envelope.contextHash, envelope.recipients[at], seed.public);
  const key = new MessageKey(hpke.openSealed(seed, labels.STANZA, items, stanza));
  checkCommitment(envelope, key);
  return key;
}

/**
 * Accepts a key if the signed header commits to it, or throws.
 * @param {Envelope} envelope
 * @param {MessageKey} key
 */
export function checkCommitment(envelope, key) {
  if (!equal(commitmentOf(key), envelope.commitment)) {
    throw new ProtocolError("envelope: the key is not the one committed to");
  }
}

/**
 * Gives the content, whose manifest must name exactly the attachments of the header.
 * @param {Envelope} envelope
 * @param {MessageKey} key
 * @returns {Content}
 */
export function openBody(envelope, key) {
  const content = decodeContent(unpad(decryptBody(envelope, key)));
  const named = envelope.attachments.map(({ blobId }) => toHex(blobId)).join();
  if (content.manifest.map(({ blobId }) => toHex(blobId)).join() !== named) {
    throw new ProtocolError("envelope: the manifest names other attachments than the header");
  }
  return content;
}

/**
 * @param {Envelope} envelope
 * @param {MessageKey} key
 * @returns {Uint8Array}
 */
function decryptBody({ body, contextHash }, key) {
  const bodyKey = derive(key.reveal(), labels.BODY);
  try {
    return aead.openSealed(bodyKey, NONCE, contextHash, body);
  } finally {
    sodium.memzero(bodyKey);
  }
}
