/**
 * XChaCha20-Poly1305 (libsodium), in which bodies and vaults are sealed.
 *
 * It does not bind its key: one ciphertext can be made to open under two keys. Where several hold the key, a commitment
 * stands beside it.
 */
import { ProtocolError } from "./errors.js";
import sodium from "./sodium.js";

export const NONCE_SIZE = 24;
export const TAG_SIZE = 16;

/**
 * Gives a plaintext sealed, 16 bytes longer, bound to its associated data.
 * @param {Uint8Array} key
 * @param {Uint8Array} nonce
 * @param {Uint8Array} associated
 * @param {Uint8Array} plaintext
 * @returns {Uint8Array}
 */
export function seal(key, nonce, associated, plaintext) {
  return sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, associated, null, nonce, key);
}

/**
 * Gives what was sealed under the same key, nonce and associated data, or throws.
 * @param {Uint8Array} key
 * @param {Uint8Array} nonce
 * @param {Uint8Array} associated
 * @param {Uint8Array} sealed
 * @returns {Uint8Array}
 */
export function openSealed(key, nonce, associated, sealed) {
  if (sealed.length < TAG_SIZE) throw new ProtocolError("sealed text: too short");
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, associated, nonce, key);
  } catch {
    throw new ProtocolError("sealed text does not open");
  }
}
