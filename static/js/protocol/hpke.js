/**
 * HPKE base mode (RFC 9180) with X-Wing (KEM 0x647A), HKDF-SHA256 (0x0001) and ChaCha20-Poly1305 (0x0003), single-shot.
 *
 * The associated data are empty; everything that a seal is bound to stands in its info.
 */
import { concat } from "./bytes.js";
import { encode } from "./codec.js";
import { hmac } from "./digest.js";
import { ProtocolError } from "./errors.js";
import { isLowOrder } from "./keys.js";
import * as labels from "./labels.js";
import sodium from "./sodium.js";

/** @typedef {import("./value.js").Value} Value */
/** @typedef {import("./keys.js").SealingKey} SealingKey */
/** @typedef {import("./keys.js").SealingPublic} SealingPublic */
/** @typedef {import("./labels.js").Label} Label */

export const ENC_SIZE = 1120;
export const TAG_SIZE = 16;
/** By how much a seal is longer than what it holds. */
export const OVERHEAD = ENC_SIZE + TAG_SIZE;

const CURVE_PART = 1088;
const ascii = new TextEncoder();
const EMPTY = new Uint8Array(0);
const NO_SALT = new Uint8Array(32);
const NONCE_SIZE = 12;
const SUITE = concat([ascii.encode("HPKE"), Uint8Array.of(0x64, 0x7a, 0, 1, 0, 3)]);
const LABELLED = concat([ascii.encode("HPKE-v1"), SUITE]);
const BASE_MODE = Uint8Array.of(0);
const PSK_ID_HASH = labelledExtract(NO_SALT, "psk_id_hash", EMPTY);

/**
 * Gives a plaintext sealed to a public key, 1,136 bytes longer.
 * @param {SealingPublic} publicKey
 * @param {Label} label
 * @param {readonly Value[]} contextItems
 * @param {Uint8Array} plaintext
 * @returns {Uint8Array}
 */
export function seal(publicKey, label, contextItems, plaintext) {
  return sealWithInfo(publicKey.raw, infoOf(label, contextItems), plaintext);
}

/**
 * Gives what was sealed to a private key under the same label and context, or throws.
 * @param {SealingKey} privateKey
 * @param {Label} label
 * @param {readonly Value[]} contextItems
 * @param {Uint8Array} sealed
 * @returns {Uint8Array}
 */
export function openSealed(privateKey, label, contextItems, sealed) {
  return openWithInfo(privateKey.reveal(), infoOf(label, contextItems), sealed);
}

/**
 * Seals under an info as it is; only the published vectors need that from outside.
 * @param {Uint8Array} publicKey
 * @param {Uint8Array} info
 * @param {Uint8Array} plaintext
 * @returns {Uint8Array}
 */
export function sealWithInfo(publicKey, info, plaintext) {
  const { ciphertext, sharedSecret } = encapsulate(publicKey);
  const { key, nonce } = keySchedule(sharedSecret, info);
  const sealed = sodium.crypto_aead_chacha20poly1305_ietf_encrypt(plaintext, null, null, nonce, key);
  sodium.memzero(key);
  return concat([ciphertext, sealed]);
}

/**
 * Opens under an info as it is; every failure is the same error.
 * @param {Uint8Array} seed
 * @param {Uint8Array} info
 * @param {Uint8Array} sealed
 * @returns {Uint8Array}
 */
export function openWithInfo(seed, info, sealed) {
  if (sealed.length < OVERHEAD || isLowOrder(sealed.subarray(CURVE_PART, ENC_SIZE))) {
    throw new ProtocolError("sealed object: too short, or made with a low-order key");
  }
  try {
    const shared = sodium.crypto_kem_xwing_dec(sealed.subarray(0, ENC_SIZE), seed);
    const { key, nonce } = keySchedule(shared, info);
    const ciphertext = sealed.subarray(ENC_SIZE);
    const plaintext = sodium.crypto_aead_chacha20poly1305_ietf_decrypt(null, ciphertext, null, nonce, key);
    sodium.memzero(key);
    return plaintext;
  } catch {
    throw new ProtocolError("sealed object does not open");
  }
}

/**
 * @param {Label} label
 * @param {readonly Value[]} contextItems
 * @returns {Uint8Array}
 */
function infoOf(label, contextItems) {
  return concat([labels.prefix(label), encode(contextItems)]);
}

/**
 * Encapsulates to a public key; one that is malformed or of low order is refused.
 * @param {Uint8Array} publicKey
 */
function encapsulate(publicKey) {
  try {
    return sodium.crypto_kem_xwing_enc(publicKey);
  } catch {
    throw new ProtocolError("sealing public key");
  }
}

/**
 * RFC 9180, section 5.1, in base mode. The KEM's shared secret is wiped.
 * @param {Uint8Array} sharedSecret
 * @param {Uint8Array} info
 * @returns {{ key: Uint8Array, nonce: Uint8Array }}
 */
export function keySchedule(sharedSecret, info) {
  const context = concat([BASE_MODE, PSK_ID_HASH, labelledExtract(NO_SALT, "info_hash", info)]);
  const secret = labelledExtract(sharedSecret, "secret", EMPTY);
  const key = labelledExpand(secret, "key", context, 32);
  const nonce = labelledExpand(secret, "base_nonce", context, NONCE_SIZE);
  sodium.memzero(secret);
  sodium.memzero(sharedSecret);
  return { key, nonce };
}

/**
 * @param {Uint8Array} salt  32 bytes
 * @param {string} label
 * @param {Uint8Array} material
 * @returns {Uint8Array}
 */
function labelledExtract(salt, label, material) {
  return hmac(salt, [LABELLED, ascii.encode(label), material]);
}

/**
 * @param {Uint8Array} secret  32 bytes
 * @param {string} label
 * @param {Uint8Array} context
 * @param {number} length  at most 32: one block
 * @returns {Uint8Array}
 */
function labelledExpand(secret, label, context, length) {
  const parts = [Uint8Array.of(0, length), LABELLED, ascii.encode(label), context, Uint8Array.of(1)];
  return hmac(secret, parts).subarray(0, length);
}
