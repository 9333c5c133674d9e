/**
 * Signed objects: `[payload, signature]`, the signature over `"entraide/1/" ‖ label ‖ 0x00 ‖ payload` (Ed25519).
 *
 * libsodium verifies, so a signature that is not reduced and a key of small order are refused, in both languages alike.
 */
import { concat } from "./bytes.js";
import { ProtocolError } from "./errors.js";
import { SIGNATURE_SIZE } from "./keys.js";
import * as labels from "./labels.js";
import sodium from "./sodium.js";

/** @typedef {import("./keys.js").SigningKey} SigningKey */
/** @typedef {import("./keys.js").SigningPublic} SigningPublic */
/** @typedef {import("./labels.js").Label} Label */

/**
 * Gives the signature of a key over a payload, good under this label alone.
 * @param {SigningKey} key
 * @param {Label} label
 * @param {Uint8Array} payload
 * @returns {Uint8Array}
 */
export function sign(key, label, payload) {
  return key.signBytes(concat([labels.prefix(label), payload]));
}

/**
 * Accepts a signature in silence, or throws.
 * @param {SigningPublic} publicKey
 * @param {Label} label
 * @param {Uint8Array} payload
 * @param {Uint8Array} signature
 */
export function verify(publicKey, label, payload, signature) {
  verifyBytes(publicKey, concat([labels.prefix(label), payload]), signature);
}

/**
 * Accepts a signature over exactly this message, as the log's checkpoints need, or throws.
 * @param {SigningPublic} publicKey
 * @param {Uint8Array} message
 * @param {Uint8Array} signature
 */
export function verifyBytes(publicKey, message, signature) {
  if (signature.length !== SIGNATURE_SIZE) throw new ProtocolError("signature: wrong length");
  if (!sodium.crypto_sign_verify_detached(signature, message, publicKey.raw)) {
    throw new ProtocolError("signature does not hold");
  }
}
