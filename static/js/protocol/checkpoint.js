/**
 * Checkpoints: the log's head as a signed note (C2SP tlog-checkpoint and signed-note).
 *
 * The text is three lines, origin, size and root in base64; then an empty line and signature lines `— name base64(key
 * hash ‖ signature)`, the key hash the first four bytes of H(name ‖ 0x0A ‖ 0x01 ‖ public key). The log signs under its
 * origin as name. Lines of other signers, such as witnesses, are passed over, as the specification asks.
 */
import { concat, encodeText, equal, toHex } from "./bytes.js";
import { sha256 } from "./digest.js";
import { ProtocolError } from "./errors.js";
import { SIGNATURE_SIZE } from "./keys.js";
import { verifyBytes } from "./signed.js";
import { Head, hashOfValue } from "./wire.js";

/** @typedef {import("./keys.js").SigningPublic} SigningPublic */

export const MAX_CHECKPOINT = 16_384;
export const MAX_SIGNATURES = 64;

const ED25519 = 1;
const NEW_LINE = 10;
const KEY_HASH_SIZE = 4;
const ORIGIN = /^[!-*,-~]{1,200}$/;
const SIZE = /^(?:0|[1-9][0-9]{0,15})$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const DASH = "\u2014 ";

/** The log's public key, pinned in clients, and the origin under which it signs. */
export class LogKey {
  /**
   * @param {string} origin
   * @param {SigningPublic} publicKey
   */
  constructor(origin, publicKey) {
    this.origin = origin;
    this.public = publicKey;
    this.keyHash = sha256(
      concat([encodeText(origin), Uint8Array.of(NEW_LINE, ED25519), publicKey.raw]),
    ).slice(0, KEY_HASH_SIZE);
  }

  /** @returns {string}  the key as a note verifier key: `origin+key hash+base64(type ‖ public key)` */
  text() {
    return `${this.origin}+${toHex(this.keyHash)}+${toBase64(concat([Uint8Array.of(ED25519), this.public.raw]))}`;
  }
}

/**
 * Gives the head that the log has signed in a note, or throws.
 * @param {string} note
 * @param {LogKey} key
 * @returns {Head}
 */
export function readCheckpoint(note, key) {
  const end = note.indexOf("\n\n");
  if (note.length > 2 * MAX_CHECKPOINT || [...note].length > MAX_CHECKPOINT || end < 0) {
    throw new ProtocolError("checkpoint: not a signed note");
  }
  const text = note.slice(0, end);
  const head = readText(text, key.origin);
  checkSignature(`${text}\n`, note.slice(end + 2), key);
  return head;
}

/**
 * @param {string} text
 * @param {string} origin
 * @returns {Head}
 */
function readText(text, origin) {
  const parts = text.split("\n");
  if (parts.length !== 3 || parts[0] !== origin || !SIZE.test(parts[1])) {
    throw new ProtocolError("checkpoint: not three lines, or of another log");
  }
  const size = Number(parts[1]);
  if (!Number.isSafeInteger(size)) throw new ProtocolError("checkpoint: size");
  return new Head(size, hashOfValue(fromBase64(parts[2]), "root"));
}

/**
 * @param {string} text
 * @param {string} signatures
 * @param {LogKey} key
 */
function checkSignature(text, signatures, key) {
  const lines = signatures.split("\n");
  if (lines.pop() !== "" || lines.length > MAX_SIGNATURES) {
    throw new ProtocolError("checkpoint: signatures cut off, or too many");
  }
  const own = lines
    .map(readSignature)
    .filter(({ name, blob }) => name === key.origin && equal(blob.subarray(0, KEY_HASH_SIZE), key.keyHash));
  if (own.length !== 1) throw new ProtocolError("checkpoint: not signed once by the log");
  verifyBytes(key.public, encodeText(text), own[0].blob.subarray(KEY_HASH_SIZE));
}

/**
 * @param {string} line
 * @returns {{ name: string, blob: Uint8Array }}
 */
function readSignature(line) {
  const rest = line.slice(DASH.length);
  const space = rest.indexOf(" ");
  const name = rest.slice(0, space);
  if (!line.startsWith(DASH) || space < 0 || !ORIGIN.test(name)) {
    throw new ProtocolError("checkpoint: signature line");
  }
  const blob = fromBase64(rest.slice(space + 1));
  if (blob.length < KEY_HASH_SIZE + 1 || blob.length > KEY_HASH_SIZE + 4 * SIGNATURE_SIZE) {
    throw new ProtocolError("checkpoint: signature length");
  }
  return { name, blob };
}

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
function toBase64(bytes) {
  return btoa(String.fromCharCode(...bytes));
}

/**
 * @param {string} text
 * @returns {Uint8Array}
 */
function fromBase64(text) {
  if (!BASE64.test(text)) throw new ProtocolError("checkpoint: base64");
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  // Base64 has several spellings of one value; a note has one.
  if (toBase64(bytes) !== text) throw new ProtocolError("checkpoint: base64");
  return bytes;
}
