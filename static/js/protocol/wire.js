/**
 * The shapes that parsed objects must have: every field is read through one of these, and nothing is passed over.
 *
 * Each function returns its value with its type narrowed, or throws a `ProtocolError` naming the field.
 */
import { compare, encodeText } from "./bytes.js";
import { decode } from "./codec.js";
import { HASH_SIZE } from "./digest.js";
import { ProtocolError } from "./errors.js";

/** @typedef {import("./value.js").Value} Value */
/** @typedef {import("./value.js").ValueMap} ValueMap */

export const MAX_PAYLOAD = 65_536;

/** A numbered place and the hash there: a link's seq, a control's generation, or a log's size with its root. */
export class Head {
  /**
   * @param {number} number
   * @param {Uint8Array} hash
   */
  constructor(number, hash) {
    this.number = number;
    this.hash = hash;
  }

  /** @returns {Value}  `[number, hash]` */
  value() {
    return [this.number, this.hash];
  }

  /** @param {Head} other */
  equals(other) {
    return this.number === other.number && compare(this.hash, other.hash) === 0;
  }
}

/**
 * Gives the map in which these items have the keys 1, 2, 3 …
 * @param {Value[]} items
 * @returns {Map<number, Value>}
 */
export function numbered(items) {
  return new Map(items.map((item, i) => [i + 1, item]));
}

/**
 * Gives the keys 1 to `last`, as most maps have them.
 * @param {number} last
 * @returns {Set<number>}
 */
export function keysTo(last) {
  return new Set(Array.from({ length: last }, (_, i) => i + 1));
}

/**
 * Gives a reader of the fields of the map that a signed payload of at most 64 KiB encodes, with exactly these keys.
 * @param {Uint8Array} payload
 * @param {Set<number>} keys
 * @param {string} what
 * @returns {(key: number) => Value}
 */
export function decodeMap(payload, keys, what) {
  if (payload.length > MAX_PAYLOAD) throw new ProtocolError(`${what}: payload too long`);
  return mapOf(decode(payload), keys, what);
}

/**
 * Gives a reader of the fields of a map with exactly these keys: an unknown key is as wrong as a missing one.
 * @param {Value} value
 * @param {Set<number>} keys
 * @param {string} what
 * @returns {(key: number) => Value}
 */
export function mapOf(value, keys, what) {
  if (!(value instanceof Map) || value.size !== keys.size || ![...keys].every((key) => value.has(key))) {
    throw new ProtocolError(`${what}: not a map of exactly its keys`);
  }
  return (key) => value.get(key);
}

/**
 * Gives an array of at most so many items.
 * @param {Value} value
 * @param {number} most
 * @param {string} what
 * @returns {Value[]}
 */
export function arrayOf(value, most, what) {
  if (!Array.isArray(value) || value.length > most) throw new ProtocolError(`${what}: not an array of at most ${most}`);
  return value;
}

/**
 * Gives an array of exactly so many items.
 * @param {Value} value
 * @param {number} length
 * @param {string} what
 * @returns {Value[]}
 */
export function tupleOf(value, length, what) {
  if (!Array.isArray(value) || value.length !== length) throw new ProtocolError(`${what}: not an array of ${length}`);
  return value;
}

/**
 * @param {Value} value
 * @param {string} what
 * @returns {number}
 */
export function uintOf(value, what) {
  if (typeof value !== "number") throw new ProtocolError(`${what}: not an integer`);
  return value;
}

/**
 * Gives a byte string of exactly so many bytes.
 * @param {Value} value
 * @param {number} size
 * @param {string} what
 * @returns {Uint8Array}
 */
export function bytesOf(value, size, what) {
  if (!(value instanceof Uint8Array) || value.length !== size) throw new ProtocolError(`${what}: not ${size} bytes`);
  return value;
}

/**
 * Gives a byte string of at most so many bytes.
 * @param {Value} value
 * @param {number} most
 * @param {string} what
 * @returns {Uint8Array}
 */
export function someBytesOf(value, most, what) {
  if (!(value instanceof Uint8Array) || value.length > most) {
    throw new ProtocolError(`${what}: not at most ${most} bytes`);
  }
  return value;
}

/**
 * Gives text of 1 to so many bytes of UTF-8.
 * @param {Value} value
 * @param {number} most
 * @param {string} what
 * @returns {string}
 */
export function textOf(value, most, what) {
  const length = typeof value === "string" ? encodeText(value).length : 0;
  if (typeof value !== "string" || length === 0 || length > most) {
    throw new ProtocolError(`${what}: not text of 1 to ${most} bytes`);
  }
  return value;
}

/**
 * @param {Value} value
 * @param {string} what
 * @returns {Uint8Array}
 */
export function hashOfValue(value, what) {
  return bytesOf(value, HASH_SIZE, what);
}

/**
 * Reads a `[number, hash]`.
 * @param {Value} value
 * @param {string} what
 * @returns {Head}
 */
export function headOf(value, what) {
  const [number, hash] = tupleOf(value, 2, what);
  return new Head(uintOf(number, what), hashOfValue(hash, what));
}

/**
 * Gives the items if each is greater than the one before, so that none is twice there.
 * @param {Uint8Array[]} items
 * @param {string} what
 * @returns {Uint8Array[]}
 */
export function ascending(items, what) {
  if (items.some((item, i) => i > 0 && compare(items[i - 1], item) >= 0)) {
    throw new ProtocolError(`${what}: not ascending`);
  }
  return items;
}
