/**
 * Our own vectors, in `tests/vectors`, and how they note values: `{"hex": …}` a byte string, `{"map": [[key, value] …]}`
 * a map.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { fromHex, toHex } from "../../static/js/protocol/bytes.js";

/** @typedef {import("../../static/js/protocol/value.js").Value} Value */

/**
 * @param {string} name
 * @returns {any}
 */
export function vectors(name) {
  return JSON.parse(readFileSync(fileURLToPath(new URL(`../vectors/${name}.json`, import.meta.url)), "utf8"));
}

/**
 * @param {any} note
 * @returns {Value}
 */
export function valued(note) {
  if (Array.isArray(note)) return note.map(valued);
  if (note === null || typeof note !== "object") return note;
  if ("hex" in note) return fromHex(note.hex);
  return new Map(note.map.map((/** @type {[number, any]} */ [key, item]) => [key, valued(item)]));
}

/**
 * @param {string} name  of a label
 * @returns {import("../../static/js/protocol/labels.js").Label}
 */
export function labelled(name) {
  return /** @type {import("../../static/js/protocol/labels.js").Label} */ (name);
}

/**
 * Gives what draws these bytes, in hexadecimal, one after the other.
 * @param {string[]} drawn
 * @returns {(size: number) => Uint8Array}
 */
export function drawing(drawn) {
  const left = drawn.map(fromHex);
  return (size) => {
    const next = left.shift();
    if (next?.length !== size) throw new Error(`${size} bytes were drawn, not ${next && toHex(next)}`);
    return next;
  };
}
