/**
 * How a card or kit secret is printed and read back: 13 groups of four, such as `T4HB 9XWQ …`.
 *
 * The alphabet is the ten digits and the letters without I, L, O and U. 52 characters carry 260 bits: the 256 of the
 * secret, first bit first, then the first 4 bits of H("secret" ‖ 0x00 ‖ secret), which catch most misreadings.
 */
import { concat } from "./bytes.js";
import { sha256 } from "./digest.js";
import { SecretTextError } from "./errors.js";
import * as labels from "./labels.js";
import sodium from "./sodium.js";

export const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const GROUPS = 13;
export const GROUP_SIZE = 4;

const SECRET_SIZE = 32;
const CHARACTERS = GROUPS * GROUP_SIZE;
const BITS = 5;

const SEPARATORS = /[ \-\t\r\n]/g;

/** @type {Record<string, string>} */
const NEVER_PRINTED = {
  O: "the letter O is never printed: read the digit 0",
  I: "the letter I is never printed: read the digit 1",
  L: "the letter L is never printed: read the digit 1",
  U: "the letter U is never printed: read the letter V",
};

/**
 * Gives the printed form of 32 bytes.
 * @param {Uint8Array} secret
 * @returns {string}
 */
export function secretText(secret) {
  const bytes = concat([secret, Uint8Array.of(checkBits(secret) << 4)]);
  let text = "";
  for (let place = 0; place < CHARACTERS; place++) {
    if (place > 0 && place % GROUP_SIZE === 0) text += " ";
    text += ALPHABET[fiveBits(bytes, place * BITS)];
  }
  sodium.memzero(bytes);
  return text;
}

/**
 * Gives the 32 bytes that a text spells; small letters, hyphens, spaces and line ends are allowed.
 *
 * `SecretTextError` names the group that cannot be right; it never repeats what was typed.
 * @param {string} text
 * @returns {Uint8Array}
 */
export function readSecretText(text) {
  // ASCII alone, so that every language reads alike: Unicode's capitals of ſ and ß are S and SS.
  const characters = [...text.replace(SEPARATORS, "").replace(/[a-z]/g, (small) => small.toUpperCase())];
  const values = characters.map((character, place) => valueOf(character, Math.floor(place / GROUP_SIZE) + 1));
  if (values.length !== CHARACTERS) {
    const whole = Math.floor(values.length / GROUP_SIZE);
    const rest = values.length % GROUP_SIZE;
    throw new SecretTextError(`There must be 13 groups of 4 characters; there are ${whole} and ${rest} more.`);
  }
  const bytes = fromFives(values);
  const secret = bytes.subarray(0, SECRET_SIZE);
  if (bytes[SECRET_SIZE] >> 4 !== checkBits(secret)) {
    throw new SecretTextError("A character was misread: compare every group with the print.");
  }
  return secret.slice();
}

/**
 * @param {string} character
 * @param {number} group
 * @returns {number}
 */
function valueOf(character, group) {
  const value = ALPHABET.indexOf(character);
  if (value >= 0) return value;
  const advice = NEVER_PRINTED[character] ?? "it contains a character that is never printed";
  throw new SecretTextError(`Group ${group}: ${advice}.`);
}

/**
 * @param {Uint8Array} bytes
 * @param {number} from  the first of the five bits
 * @returns {number}
 */
function fiveBits(bytes, from) {
  const at = from >> 3;
  const two = (bytes[at] << 8) | (bytes[at + 1] ?? 0);
  return (two >> (11 - (from & 7))) & 31;
}

/**
 * @param {number[]} values  of five bits each
 * @returns {Uint8Array}  33 bytes, the last four bits being zero
 */
function fromFives(values) {
  const bytes = new Uint8Array(SECRET_SIZE + 1);
  values.forEach((value, place) => {
    const at = (place * BITS) >> 3;
    const two = value << (11 - ((place * BITS) & 7));
    bytes[at] |= two >> 8;
    if (at < SECRET_SIZE) bytes[at + 1] |= two;
  });
  return bytes;
}

/**
 * @param {Uint8Array} secret
 * @returns {number}
 */
function checkBits(secret) {
  return sha256(concat([labels.bare(labels.SECRET_TEXT), secret]))[0] >> 4;
}
