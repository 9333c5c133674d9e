/**
 * The links of an authority's chain: their exact layout, written and read (section 3).
 *
 * A link travels as `[payload, signature, [[key_id, signature] …]]`. The payload is the map
 * `{1 version, 2 type, 3 mailbox_id, 4 seq, 5 hash of the previous link, 6 time, 7 signer's key_id, 8 body}`; the open
 * link has null at 3 and 5 and seq 0. Times are whole seconds since 1970 in UTC. `docs/protocol.md` has the bodies.
 */
import { equal } from "./bytes.js";
import { decode, encode } from "./codec.js";
import { hashOf } from "./digest.js";
import { ProtocolError } from "./errors.js";
import { ID_SIZE } from "./identifiers.js";
import { PublicKeys, SIGNATURE_SIZE, SealingPublic, SigningPublic } from "./keys.js";
import * as labels from "./labels.js";
import * as wire from "./wire.js";

/** @typedef {import("./value.js").Value} Value */
/** @typedef {import("./identifiers.js").EntryId} EntryId */
/** @typedef {import("./identifiers.js").KeyId} KeyId */
/** @typedef {import("./identifiers.js").MailboxId} MailboxId */

export const VERSION = 1;
export const MAX_AGREEMENTS = 64;
export const MAX_KEYS = 1_000;
export const MAX_NAME = 1_000;
export const MAX_POLICY = 64;
export const MAX_LINK = wire.MAX_PAYLOAD + 8_192;
export const SALT_SIZE = 32;

/** What a link says. */
export const LinkType = Object.freeze({
  OPEN: 0,
  ADD: 1,
  REVOKE: 2,
  ROTATE: 3,
  RENEW: 4,
  REPLACE_KIT: 5,
  VOUCH: 6,
  CLOSE: 7,
  NAME: 8,
});

/** What an officer key may do: an officer writes, an administrator also adds; a reader signs nothing. */
export const Role = Object.freeze({ ADMINISTRATOR: 1, OFFICER: 2, READER: 3 });

/**
 * The body of the first link.
 * @typedef {object} Opening
 * @property {PublicKeys} kit
 * @property {Uint8Array} salt
 * @property {EntryId} entryId
 * @property {string} stateCode
 * @property {string} name
 * @property {number} policy
 */

/**
 * A new epoch, and to which keys its seed was sealed, in ascending order, with the hashes of their bundles.
 * @typedef {object} Rotation
 * @property {number} epoch
 * @property {SealingPublic} public
 * @property {number} notBefore
 * @property {number} notAfter
 * @property {KeyId[]} sealedTo
 * @property {Uint8Array[]} bundleHashes
 */

/**
 * The body that brings a newcomer's key into the chain, and a rotation with it.
 * @typedef {object} Addition
 * @property {PublicKeys} public
 * @property {number} role
 * @property {number} readsFrom
 * @property {Uint8Array} proof
 * @property {Rotation} rotation
 */

/** @typedef {{ type: 0, body: Opening } | { type: 1, body: Addition } | { type: 3, body: Rotation }} TypedBody */

/**
 * What the payload of a link says; `mailboxId` and `previous` are null in the first.
 * @typedef {{
 *   mailboxId: MailboxId | null, seq: number, previous: Uint8Array | null, time: number, signer: KeyId
 * } & TypedBody} Statement
 */

/**
 * A link as received: its exact payload, what it says, and who signed it.
 * @typedef {object} Link
 * @property {Uint8Array} payload
 * @property {Uint8Array} signature
 * @property {[KeyId, Uint8Array][]} agreements
 * @property {Statement} statement
 * @property {Uint8Array} hash
 */

/**
 * Gives the bytes to sign.
 * @param {Statement} statement
 * @returns {Uint8Array}
 */
export function statementPayload(statement) {
  const { type, mailboxId, seq, previous, time, signer } = statement;
  return encode(wire.numbered([VERSION, type, mailboxId, seq, previous, time, signer, bodyValue(statement)]));
}

/**
 * @param {TypedBody} typed
 * @returns {Value}
 */
function bodyValue(typed) {
  if (typed.type === LinkType.OPEN) return openingValue(typed.body);
  return typed.type === LinkType.ADD ? additionValue(typed.body) : rotationValue(typed.body);
}

/**
 * @param {Opening} body
 * @returns {Value}
 */
function openingValue({ kit, salt, entryId, stateCode, name, policy }) {
  return wire.numbered([kit.signing.raw, kit.sealing.raw, salt, entryId, stateCode, name, policy]);
}

/**
 * @param {Rotation} body
 * @returns {Value}
 */
function rotationValue({ epoch, public: { raw }, notBefore, notAfter, sealedTo, bundleHashes }) {
  return wire.numbered([epoch, raw, notBefore, notAfter, sealedTo, bundleHashes]);
}

/**
 * @param {Addition} body
 * @returns {Value}
 */
function additionValue({ public: keys, role, readsFrom, proof, rotation }) {
  const { keyId, signing, sealing } = keys;
  return wire.numbered([keyId, signing.raw, sealing.raw, role, readsFrom, proof, rotationValue(rotation)]);
}

/**
 * Gives the link as it travels.
 * @param {Link} link
 * @returns {Uint8Array}
 */
export function linkBytes(link) {
  return encode([link.payload, link.signature, link.agreements]);
}

/**
 * Gives the link of these parts; a payload of another layout is refused.
 * @param {Uint8Array} payload
 * @param {Uint8Array} signature
 * @param {[KeyId, Uint8Array][]} [agreements]
 * @returns {Link}
 */
export function makeLink(payload, signature, agreements = []) {
  return { payload, signature, agreements, statement: readStatement(payload), hash: hashOf(labels.LINK, payload) };
}

/**
 * Gives the link that the bytes encode, strictly; no signature is checked yet.
 * @param {Uint8Array} bytes
 * @returns {Link}
 */
export function parseLink(bytes) {
  if (bytes.length > MAX_LINK) throw new ProtocolError("link: too long");
  const [payload, signature, agreements] = wire.tupleOf(decode(bytes), 3, "link");
  const agreed = wire.arrayOf(agreements, MAX_AGREEMENTS, "agreements").map(readAgreement);
  wire.ascending(agreed.map(([keyId]) => keyId), "agreements");
  return makeLink(
    wire.someBytesOf(payload, wire.MAX_PAYLOAD, "link payload"),
    wire.bytesOf(signature, SIGNATURE_SIZE, "link signature"),
    agreed,
  );
}

/**
 * @param {Value} value
 * @returns {[KeyId, Uint8Array]}
 */
function readAgreement(value) {
  const [keyId, signature] = wire.tupleOf(value, 2, "agreement");
  return [wire.bytesOf(keyId, ID_SIZE, "agreement"), wire.bytesOf(signature, SIGNATURE_SIZE, "agreement")];
}

/**
 * Gives what a payload says; a type that is unknown or not supported is refused.
 * @param {Uint8Array} payload
 * @returns {Statement}
 */
export function readStatement(payload) {
  const field = wire.decodeMap(payload, wire.keysTo(8), "link");
  if (field(1) !== VERSION) throw new ProtocolError("link: version");
  const [mailboxId, previous] = [field(3), field(5)];
  return {
    mailboxId: mailboxId === null ? null : wire.bytesOf(mailboxId, ID_SIZE, "mailbox_id"),
    seq: wire.uintOf(field(4), "seq"),
    previous: previous === null ? null : wire.hashOfValue(previous, "previous link"),
    time: wire.uintOf(field(6), "time"),
    signer: wire.bytesOf(field(7), ID_SIZE, "signer"),
    ...readBody(field(2), field(8)),
  };
}

/**
 * @param {Value} type
 * @param {Value} body
 * @returns {TypedBody}
 */
function readBody(type, body) {
  switch (type) {
    case LinkType.OPEN:
      return { type: LinkType.OPEN, body: readOpening(body) };
    case LinkType.ADD:
      return { type: LinkType.ADD, body: readAddition(body) };
    case LinkType.ROTATE:
      return { type: LinkType.ROTATE, body: readRotation(body) };
    default:
      throw new ProtocolError("link: type unknown or not supported");
  }
}

/**
 * @param {Value} value
 * @returns {Opening}
 */
function readOpening(value) {
  const field = wire.mapOf(value, wire.keysTo(7), "open");
  const stateCode = wire.textOf(field(5), 2, "State code");
  const policy = wire.uintOf(field(7), "policy");
  if (!/^[A-Z]{2}$/.test(stateCode)) throw new ProtocolError("open: State code");
  if (policy < 1 || policy > MAX_POLICY) throw new ProtocolError("open: policy");
  return {
    kit: readKeys(field(1), field(2)),
    salt: wire.bytesOf(field(3), SALT_SIZE, "salt"),
    entryId: wire.bytesOf(field(4), ID_SIZE, "entry id"),
    stateCode,
    name: wire.textOf(field(6), MAX_NAME, "name"),
    policy,
  };
}

/**
 * @param {Value} signing
 * @param {Value} sealing
 * @returns {PublicKeys}
 */
function readKeys(signing, sealing) {
  const raw = wire.someBytesOf(signing, wire.MAX_PAYLOAD, "signing key");
  return new PublicKeys(new SigningPublic(raw), readSealing(sealing));
}

/**
 * @param {Value} value
 * @returns {SealingPublic}
 */
function readSealing(value) {
  return new SealingPublic(wire.someBytesOf(value, wire.MAX_PAYLOAD, "sealing key"));
}

/**
 * @param {Value} value
 * @returns {Addition}
 */
function readAddition(value) {
  const field = wire.mapOf(value, wire.keysTo(7), "add");
  const keys = readKeys(field(2), field(3));
  if (!equal(wire.bytesOf(field(1), ID_SIZE, "key_id"), keys.keyId)) {
    throw new ProtocolError("add: key_id is not that of the key");
  }
  const role = wire.uintOf(field(4), "role");
  if (role < Role.ADMINISTRATOR || role > Role.READER) throw new ProtocolError("add: role");
  return {
    public: keys,
    role,
    readsFrom: wire.uintOf(field(5), "reads from"),
    proof: wire.bytesOf(field(6), SIGNATURE_SIZE, "enrol signature"),
    rotation: readRotation(field(7)),
  };
}

/**
 * @param {Value} value
 * @returns {Rotation}
 */
function readRotation(value) {
  const field = wire.mapOf(value, wire.keysTo(6), "rotation");
  const sealedTo = wire
    .arrayOf(field(5), MAX_KEYS, "sealed to")
    .map((item) => wire.bytesOf(item, ID_SIZE, "sealed to"));
  const hashes = wire.arrayOf(field(6), MAX_KEYS, "bundle hashes");
  if (hashes.length !== sealedTo.length) throw new ProtocolError("rotation: one bundle for each key");
  return {
    epoch: wire.uintOf(field(1), "epoch"),
    public: readSealing(field(2)),
    notBefore: wire.uintOf(field(3), "not before"),
    notAfter: wire.uintOf(field(4), "not after"),
    sealedTo: wire.ascending(sealedTo, "sealed to"),
    bundleHashes: hashes.map((item) => wire.hashOfValue(item, "bundle hash")),
  };
}
