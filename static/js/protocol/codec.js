/**
 * The strict subset of deterministic CBOR in which everything is written: one value, one encoding.
 *
 * Values are Numbers that are unsigned integers below 2^53, Uint8Array, well-formed strings, arrays, Maps with unsigned
 * integers as keys, true, false and null. Lengths are definite, heads shortest, keys ascending, nothing follows.
 *
 * Depth: a value that is neither array nor map has depth 0, an array or map one more than the deepest that it holds.
 * Depth 8 is accepted, depth 9 refused.
 */
import { concat, decodeText, encodeText } from "./bytes.js";
import { ProtocolError } from "./errors.js";

/** @typedef {import("./value.js").Value} Value */

const MAX_DEPTH = 8;
const UNSIGNED = 0;
const BYTES = 2;
const TEXT = 3;
const ARRAY = 4;
const MAP = 5;
const FALSE = 0xf4;
const TRUE = 0xf5;
const NULL = 0xf6;
const TWO_32 = 2 ** 32;

/**
 * Gives the one encoding of a value.
 * @param {Value} value
 * @returns {Uint8Array}
 */
export function encode(value) {
  /** @type {Uint8Array[]} */
  const parts = [];
  write(value, parts, 0);
  return concat(parts);
}

/**
 * Gives the value that the bytes encode; refuses every other encoding of it.
 * @param {Uint8Array} bytes
 * @returns {Value}
 */
export function decode(bytes) {
  const reader = new Reader(bytes);
  const value = reader.value(0);
  if (!reader.atEnd) throw new ProtocolError("decode: bytes after the end");
  return value;
}

/**
 * @param {unknown} value
 * @param {Uint8Array[]} parts
 * @param {number} depth  of containers around the value
 */
function write(value, parts, depth) {
  if (typeof value === "number") parts.push(head(UNSIGNED, value));
  else if (value instanceof Uint8Array) parts.push(head(BYTES, value.length), value);
  else if (typeof value === "string") writeText(value, parts);
  else if (value === null) parts.push(Uint8Array.of(NULL));
  else if (typeof value === "boolean") parts.push(Uint8Array.of(value ? TRUE : FALSE));
  else writeContainer(value, parts, depth + 1);
}

/**
 * @param {string} text
 * @param {Uint8Array[]} parts
 */
function writeText(text, parts) {
  const bytes = encodeText(text);
  parts.push(head(TEXT, bytes.length), bytes);
}

/**
 * @param {unknown} value
 * @param {Uint8Array[]} parts
 * @param {number} depth
 */
function writeContainer(value, parts, depth) {
  if (depth > MAX_DEPTH) throw new ProtocolError("encode: too deep");
  if (Array.isArray(value)) {
    parts.push(head(ARRAY, value.length));
    for (const item of value) write(item, parts, depth);
  } else if (value instanceof Map) {
    parts.push(head(MAP, value.size));
    for (const key of ascending(value)) {
      parts.push(head(UNSIGNED, key));
      write(value.get(key), parts, depth);
    }
  } else throw new ProtocolError("encode: a type outside the subset");
}

/**
 * @param {Map<unknown, unknown>} map
 * @returns {number[]}
 */
function ascending(map) {
  const keys = [...map.keys()].map(checkedInteger);
  return keys.sort((a, b) => a - b);
}

/**
 * @param {unknown} value
 * @returns {number}
 */
function checkedInteger(value) {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0 || Object.is(value, -0)) {
    throw new ProtocolError("encode: integer out of range");
  }
  return value;
}

/**
 * Gives the shortest head of a major type with its argument.
 * @param {number} major
 * @param {number} argument
 * @returns {Uint8Array}
 */
function head(major, argument) {
  const n = checkedInteger(argument);
  const top = major << 5;
  if (n < 24) return Uint8Array.of(top | n);
  if (n < 0x100) return Uint8Array.of(top | 24, n);
  if (n < 0x10000) return Uint8Array.of(top | 25, n >> 8, n);
  const wide = n >= TWO_32;
  const bytes = new Uint8Array(wide ? 9 : 5);
  const view = new DataView(bytes.buffer);
  bytes[0] = top | (wide ? 27 : 26);
  if (wide) view.setUint32(1, Math.floor(n / TWO_32));
  view.setUint32(wide ? 5 : 1, n % TWO_32);
  return bytes;
}

/** Reads one value from the front of its bytes. */
class Reader {
  #bytes;
  #view;
  #at = 0;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get atEnd() {
    return this.#at === this.#bytes.length;
  }

  /**
   * @param {number} depth  of containers around the value
   * @returns {Value}
   */
  value(depth) {
    const first = this.#take(1)[0];
    if (first >= FALSE) return this.#simple(first);
    const argument = this.#argument(first & 31);
    switch (first >> 5) {
      case UNSIGNED:
        return argument;
      case BYTES:
        return this.#take(argument).slice();
      case TEXT:
        return decodeText(this.#take(argument));
      case ARRAY:
        return this.#array(argument, depth + 1);
      case MAP:
        return this.#map(argument, depth + 1);
      default:
        throw new ProtocolError("decode: a type outside the subset");
    }
  }

  /**
   * @param {number} first
   * @returns {boolean | null}
   */
  #simple(first) {
    if (first > NULL) throw new ProtocolError("decode: a simple value or float outside the subset");
    return first === NULL ? null : first === TRUE;
  }

  /**
   * @param {number} short  the five low bits of the first byte
   * @returns {number}
   */
  #argument(short) {
    if (short < 24) return short;
    if (short > 27) throw new ProtocolError("decode: indefinite or reserved length");
    const at = this.#at;
    const size = this.#take(1 << (short - 24)).length;
    const [argument, least] = this.#unsigned(at, size);
    if (argument < least || argument > Number.MAX_SAFE_INTEGER) {
      throw new ProtocolError("decode: number too large or not in its shortest form");
    }
    return argument;
  }

  /**
   * @param {number} at
   * @param {number} size
   * @returns {[number, number]}  the number, and the least that needs so many bytes
   */
  #unsigned(at, size) {
    if (size === 1) return [this.#view.getUint8(at), 24];
    if (size === 2) return [this.#view.getUint16(at), 0x100];
    if (size === 4) return [this.#view.getUint32(at), 0x10000];
    return [this.#view.getUint32(at) * TWO_32 + this.#view.getUint32(at + 4), TWO_32];
  }

  /**
   * @param {number} length
   * @returns {Uint8Array}
   */
  #take(length) {
    if (length > this.#bytes.length - this.#at) throw new ProtocolError("decode: truncated");
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /**
   * @param {number} length
   * @param {number} depth
   * @returns {Value[]}
   */
  #array(length, depth) {
    this.#checkContainer(length, depth);
    const items = [];
    for (let i = 0; i < length; i++) items.push(this.value(depth));
    return items;
  }

  /**
   * @param {number} length
   * @param {number} depth
   * @returns {Map<number, Value>}
   */
  #map(length, depth) {
    this.#checkContainer(length, depth);
    /** @type {Map<number, Value>} */
    const map = new Map();
    let last = -1;
    for (let i = 0; i < length; i++) {
      const key = this.value(depth);
      if (typeof key !== "number" || key <= last) throw new ProtocolError("decode: map keys do not ascend");
      map.set(key, this.value(depth));
      last = key;
    }
    return map;
  }

  /**
   * @param {number} length
   * @param {number} depth
   */
  #checkContainer(length, depth) {
    if (depth > MAX_DEPTH) throw new ProtocolError("decode: too deep");
    if (length > this.#bytes.length - this.#at) throw new ProtocolError("decode: truncated");
  }
}
