/**
 * What is written in a message, before it is padded and sealed (section 4).
 *
 * The map `{1 kind, 2 text, 3 attachment manifest, 4 reply to, 5 subject, 6 [name, function], 7 handling code,
 * 8 language}` with all its keys; null stands where there is nothing, an empty array where nothing is attached. A
 * manifest entry is `[blob_id, file key (32), true length, name, type, H(file)]`. Kind 1 is a letter; other kinds are
 * refused until known.
 */
import { decode, encode } from "./codec.js";
import { ProtocolError } from "./errors.js";
import { ID_SIZE } from "./identifiers.js";
import { SEED_SIZE, Secret } from "./keys.js";
import * as wire from "./wire.js";

/** @typedef {import("./identifiers.js").BlobId} BlobId */
/** @typedef {import("./value.js").Value} Value */

export const MAX_TEXT = 1 << 20;
export const MAX_LINE = 1_000;
export const MAX_ATTACHMENTS = 100;

/** What the content is. */
export const ContentKind = Object.freeze({ LETTER: 1 });

/** The key of one attachment. */
export class FileKey extends Secret {}

/**
 * One attachment: how to open it, and what it then is.
 * @typedef {object} ManifestEntry
 * @property {BlobId} blobId
 * @property {FileKey} key
 * @property {number} length
 * @property {string} name
 * @property {string} mediaType
 * @property {Uint8Array} hash
 */

/**
 * A letter; `officer` is the name and function that the writer states, `replyTo` the hash of an envelope.
 * @typedef {object} Content
 * @property {number} kind
 * @property {string} text
 * @property {ManifestEntry[]} manifest
 * @property {Uint8Array | null} replyTo
 * @property {string | null} subject
 * @property {[string, string] | null} officer
 * @property {string | null} handling
 * @property {string | null} language
 */

/**
 * Gives a letter with nothing but its text and what is stated here.
 * @param {string} text
 * @param {Partial<Content>} [stated]
 * @returns {Content}
 */
export function letter(text, stated = {}) {
  const nothing = { replyTo: null, subject: null, officer: null, handling: null, language: null };
  return { manifest: [], ...nothing, ...stated, kind: ContentKind.LETTER, text };
}

/**
 * Gives the content as it is padded and sealed; what nobody could read is refused here already.
 * @param {Content} content
 * @returns {Uint8Array}
 */
export function encodeContent({ kind, text, manifest, replyTo, subject, officer, handling, language }) {
  const entries = manifest.map((entry) => [
    entry.blobId,
    entry.key.reveal(),
    entry.length,
    entry.name,
    entry.mediaType,
    entry.hash,
  ]);
  const fields = wire.numbered([kind, text, entries, replyTo, subject, officer, handling, language]);
  readContent((key) => /** @type {Value} */ (fields.get(key)));
  return encode(fields);
}

/**
 * Gives the content that the bytes encode, strictly.
 * @param {Uint8Array} bytes
 * @returns {Content}
 */
export function decodeContent(bytes) {
  return readContent(wire.mapOf(decode(bytes), wire.keysTo(8), "content"));
}

/**
 * @param {(key: number) => Value} field
 * @returns {Content}
 */
function readContent(field) {
  if (wire.uintOf(field(1), "kind") !== ContentKind.LETTER) throw new ProtocolError("content: kind unknown");
  const replyTo = field(4);
  return {
    kind: ContentKind.LETTER,
    text: wire.textOf(field(2), MAX_TEXT, "text"),
    manifest: wire.arrayOf(field(3), MAX_ATTACHMENTS, "manifest").map(readEntry),
    replyTo: replyTo === null ? null : wire.hashOfValue(replyTo, "reply to"),
    subject: lineOrNull(field(5), "subject"),
    officer: readOfficer(field(6)),
    handling: lineOrNull(field(7), "handling code"),
    language: lineOrNull(field(8), "language"),
  };
}

/**
 * @param {Value} value
 * @param {string} what
 * @returns {string | null}
 */
function lineOrNull(value, what) {
  return value === null ? null : wire.textOf(value, MAX_LINE, what);
}

/**
 * @param {Value} value
 * @returns {[string, string] | null}
 */
function readOfficer(value) {
  if (value === null) return null;
  const [name, role] = wire.tupleOf(value, 2, "officer");
  return [wire.textOf(name, MAX_LINE, "officer's name"), wire.textOf(role, MAX_LINE, "function")];
}

/**
 * @param {Value} value
 * @returns {ManifestEntry}
 */
function readEntry(value) {
  const [blobId, key, length, name, mediaType, hash] = wire.tupleOf(value, 6, "manifest");
  return {
    blobId: wire.bytesOf(blobId, ID_SIZE, "blob"),
    key: new FileKey(wire.bytesOf(key, SEED_SIZE, "file key")),
    length: wire.uintOf(length, "length"),
    name: wire.textOf(name, MAX_LINE, "file name"),
    mediaType: wire.textOf(mediaType, MAX_LINE, "media type"),
    hash: wire.hashOfValue(hash, "file hash"),
  };
}
