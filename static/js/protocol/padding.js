/**
 * Padding to Padmé lengths (Nikitin et al., PURBs, 2019): at most 12 % longer, and only O(log log) of a length is told.
 */
import { ProtocolError } from "./errors.js";

/** A padded content is never shorter. */
export const LEAST = 256;

const MARK = 0x80;

/**
 * Gives the Padmé length of at least 256 that holds so many bytes. Powers of two as Numbers, for lengths above 2^31.
 * @param {number} length
 * @returns {number}
 */
export function padmeLength(length) {
  if (length <= LEAST) return LEAST;
  const exponent = bitLength(length) - 1;
  const step = 2 ** (exponent - bitLength(exponent));
  return Math.ceil(length / step) * step;
}

/**
 * Tells whether a padded thing may have this length.
 * @param {number} length
 * @returns {boolean}
 */
export function isPadmeLength(length) {
  return length >= LEAST && padmeLength(length) === length;
}

/**
 * Appends 0x80 and zero bytes up to a Padmé length.
 * @param {Uint8Array} content
 * @returns {Uint8Array}
 */
export function pad(content) {
  const padded = new Uint8Array(padmeLength(content.length + 1));
  padded.set(content);
  padded[content.length] = MARK;
  return padded;
}

/**
 * Gives the content before the padding, as a view; refuses a padding that `pad` would not have made.
 * @param {Uint8Array} padded
 * @returns {Uint8Array}
 */
export function unpad(padded) {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end -= 1;
  if (end < 0 || padded[end] !== MARK || padmeLength(end + 1) !== padded.length) {
    throw new ProtocolError("the padding is wrong");
  }
  return padded.subarray(0, end);
}

/**
 * @param {number} n
 * @returns {number}  how many binary digits n has
 */
function bitLength(n) {
  return n.toString(2).length;
}
