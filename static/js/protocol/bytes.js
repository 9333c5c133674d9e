/**
 * Byte strings: joined, compared, written as text. None of these takes equal time; secrets are compared by libsodium.
 */
import { ProtocolError } from "./errors.js";

const utf8 = new TextEncoder();
const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Joins byte strings.
 * @param {Uint8Array[]} parts
 * @returns {Uint8Array}
 */
export function concat(parts) {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/**
 * Orders byte strings as numbers below, at or above 0: first by bytes, then the shorter first.
 * @param {Uint8Array} a
 * @param {Uint8Array} b
 * @returns {number}
 */
export function compare(a, b) {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    if (a[i] !== b[i]) return a[i] - b[i];
  }
  return a.length - b.length;
}

/**
 * @param {Uint8Array} a
 * @param {Uint8Array} b
 * @returns {boolean}
 */
export function equal(a, b) {
  return a.length === b.length && compare(a, b) === 0;
}

/**
 * Gives the UTF-8 of a text; a lone surrogate, which has none, is refused.
 * @param {string} text
 * @returns {Uint8Array}
 */
export function encodeText(text) {
  if (/\p{Surrogate}/u.test(text)) throw new ProtocolError("encode: lone surrogate in text");
  return utf8.encode(text);
}

/**
 * Gives the text of strictly valid UTF-8; a byte-order mark is kept.
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function decodeText(bytes) {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    throw new ProtocolError("decode: text that is not UTF-8");
  }
}

/**
 * @param {Uint8Array} bytes
 * @returns {string}  lower-case hexadecimal digits, which also serve as a Map's key for an identifier
 */
export function toHex(bytes) {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}

/**
 * @param {string} text
 * @returns {Uint8Array}
 */
export function fromHex(text) {
  if (!/^([0-9a-f]{2})*$/.test(text)) throw new ProtocolError("decode: text that is not hexadecimal");
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
