/**
 * SHA-256, the key derivation, digits for people, and identifiers that nobody can pick (section 1).
 */
import { concat } from "./bytes.js";
import { encode } from "./codec.js";
import { ID_SIZE } from "./identifiers.js";
import * as labels from "./labels.js";
import sodium from "./sodium.js";

/** @typedef {import("./value.js").Value} Value */
/** @typedef {import("./labels.js").Label} Label */

export const HASH_SIZE = 32;
export const DIGIT_ROUNDS = 5_200;
export const DIGIT_GROUPS = 6;

const ZERO_SALT = new Uint8Array(HASH_SIZE);
const NOTHING = new Uint8Array(0);
const SHA512_SIZE = 64;

/**
 * Gives H(bytes), 32 bytes.
 * @param {Uint8Array} bytes
 * @returns {Uint8Array}
 */
export function sha256(bytes) {
  return sodium.crypto_hash_sha256(bytes);
}

/**
 * Gives the hash by which a link or an envelope is named; it outlives the deletion of bodies.
 * @param {Label} label
 * @param {Uint8Array} payload
 * @returns {Uint8Array}
 */
export function hashOf(label, payload) {
  return sha256(concat([labels.prefix(label), payload]));
}

/**
 * Gives 32 bytes: HKDF-SHA256 (RFC 5869) of the key, with 32 zero bytes of salt and label and context as info.
 * @param {Uint8Array} key
 * @param {Label} label
 * @param {Uint8Array} [context]
 * @returns {Uint8Array}
 */
export function derive(key, label, context = NOTHING) {
  return hkdf(key, ZERO_SALT, concat([labels.prefix(label), context]), HASH_SIZE);
}

/**
 * Gives so many bytes of HKDF-SHA256 (RFC 5869), at most 255 blocks of 32.
 * @param {Uint8Array} key
 * @param {Uint8Array} salt
 * @param {Uint8Array} info
 * @param {number} length
 * @returns {Uint8Array}
 */
export function hkdf(key, salt, info, length) {
  const extracted = hmac(salt, [key]);
  const out = new Uint8Array(Math.ceil(length / HASH_SIZE) * HASH_SIZE);
  /** @type {Uint8Array} */
  let block = NOTHING;
  for (let counter = 1; (counter - 1) * HASH_SIZE < length; counter++) {
    block = hmac(extracted, [block, info, Uint8Array.of(counter)]);
    out.set(block, (counter - 1) * HASH_SIZE);
  }
  sodium.memzero(extracted);
  return out.length === length ? out : out.slice(0, length);
}

/**
 * Gives HMAC-SHA256 (RFC 2104) over the parts, 32 bytes.
 * @param {Uint8Array} key
 * @param {Uint8Array[]} parts
 * @returns {Uint8Array}
 */
export function hmac(key, parts) {
  if (key.length === HASH_SIZE) return sodium.crypto_auth_hmacsha256(concat(parts), key);
  const state = sodium.crypto_auth_hmacsha256_init(key);
  for (const part of parts) sodium.crypto_auth_hmacsha256_update(state, part);
  return sodium.crypto_auth_hmacsha256_final(state);
}

/**
 * Gives six groups of five digits that two persons compare; 5,200 rounds of SHA-512 slow down who grinds keys.
 * @param {Label} label
 * @param {Value} value
 * @returns {string[]}
 */
export function digits(label, value) {
  const seed = concat([labels.bare(label), encode(value)]);
  const input = concat([new Uint8Array(SHA512_SIZE), seed]);
  let state = sodium.crypto_hash_sha512(concat([seed, seed]));
  for (let round = 1; round < DIGIT_ROUNDS; round++) {
    input.set(state);
    state = sodium.crypto_hash_sha512(input);
  }
  return Array.from({ length: DIGIT_GROUPS }, (_, i) => group(state.subarray(5 * i, 5 * i + 5)));
}

/**
 * @param {Uint8Array} five  a big-endian number below 2^40
 * @returns {string}
 */
function group(five) {
  const number = five.reduce((sum, byte) => sum * 256 + byte, 0);
  return String(number % 100_000).padStart(5, "0");
}

/**
 * Gives the 16 bytes that name a payload among the objects of one kind.
 * @param {Label} label
 * @param {Uint8Array} payload
 * @returns {Uint8Array}
 */
export function objectId(label, payload) {
  return sha256(concat([labels.bare(label), payload])).slice(0, ID_SIZE);
}

/**
 * Gives the identifier of a signing public key, 16 bytes.
 * @param {Uint8Array} signingPublic
 * @returns {Uint8Array}
 */
export function keyId(signingPublic) {
  return objectId(labels.KEY_ID, signingPublic);
}

/**
 * Gives the identifier of the mailbox whose chain begins with the link of this payload, 16 bytes.
 * @param {Uint8Array} firstPayload
 * @returns {Uint8Array}
 */
export function mailboxId(firstPayload) {
  return objectId(labels.MAILBOX_ID, firstPayload);
}
