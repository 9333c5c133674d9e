/**
 * What is made of a password in the client, so that the server never sees it (section 8).
 *
 * `p = Argon2id(password in NFC, salt)`; `KDF(p, "sign-in")` is sent, and the vault's way in derives from p and a
 * second secret. The bounds of the cost are compiled in: a server that asks for less is refused.
 */
import { concat, encodeText } from "./bytes.js";
import { encode } from "./codec.js";
import { derive, objectId } from "./digest.js";
import { ProtocolError } from "./errors.js";
import { SEED_SIZE, Secret } from "./keys.js";
import * as labels from "./labels.js";
import sodium from "./sodium.js";

/** @typedef {import("./keys.js").CardSecret} CardSecret */

export const MIN_PASSES = 3;
export const MAX_PASSES = 10;
export const MIN_MEBIBYTES = 64;
export const MAX_MEBIBYTES = 1024;
export const SERVER_SALT_SIZE = 16;

const MEBIBYTE = 1 << 20;

/** What one guess at a password costs; outside 3 to 10 passes and 64 to 1,024 MiB it throws. */
export class Cost {
  /**
   * @param {number} [passes]
   * @param {number} [mebibytes]
   */
  constructor(passes = MIN_PASSES, mebibytes = MIN_MEBIBYTES) {
    if (!isWithin(passes, MIN_PASSES, MAX_PASSES) || !isWithin(mebibytes, MIN_MEBIBYTES, MAX_MEBIBYTES)) {
      throw new ProtocolError("password: cost outside the compiled bounds");
    }
    this.passes = passes;
    this.mebibytes = mebibytes;
    Object.freeze(this);
  }
}

/** A password after Argon2id. */
export class Stretched extends Secret {}

/** What is sent to sign in. */
export class SignInKey extends Secret {}

/** What seals the vault key for one way in. */
export class WayKey extends Secret {}

/**
 * @param {number} value
 * @param {number} least
 * @param {number} most
 * @returns {boolean}
 */
function isWithin(value, least, most) {
  return Number.isInteger(value) && value >= least && value <= most;
}

/**
 * Gives the 16 bytes of salt for a name and the 16 bytes that the server keeps for it.
 * @param {string} signInName
 * @param {Uint8Array} serverBytes
 * @returns {Uint8Array}
 */
export function passwordSalt(signInName, serverBytes) {
  if (serverBytes.length !== SERVER_SALT_SIZE) throw new ProtocolError("password: server salt of another length");
  return objectId(labels.SALT, encode([signInName, serverBytes]));
}

/**
 * Gives the stretched password; takes some tenths of a second on purpose, so that pages leave it to a worker.
 * @param {string} password
 * @param {Uint8Array} salt
 * @param {Cost} cost
 * @returns {Stretched}
 */
export function stretch(password, salt, cost) {
  const typed = encodeText(password.normalize("NFC"));
  const { passes, mebibytes } = new Cost(cost.passes, cost.mebibytes);
  try {
    const memory = mebibytes * MEBIBYTE;
    const raw = sodium.crypto_pwhash(SEED_SIZE, typed, salt, passes, memory, sodium.crypto_pwhash_ALG_ARGON2ID13);
    return taken(Stretched, raw);
  } catch {
    throw new ProtocolError("password: salt of another length, or too little memory");
  } finally {
    sodium.memzero(typed);
  }
}

/**
 * Gives what the client sends to sign in; the server hashes it again.
 * @param {Stretched} stretched
 * @returns {SignInKey}
 */
export function signInKey(stretched) {
  return taken(SignInKey, derive(stretched.reveal(), labels.SIGN_IN));
}

/**
 * Gives the key of the way in by password and card.
 * @param {Stretched} stretched
 * @param {CardSecret} card
 * @returns {WayKey}
 */
export function cardWay(stretched, card) {
  return taken(WayKey, derive(concat([stretched.reveal(), card.reveal()]), labels.VAULT));
}

/**
 * Gives the key of the way in by password and the 32 bytes that a security key's PRF gives.
 * @param {Stretched} stretched
 * @param {Uint8Array} prfOutput
 * @returns {WayKey}
 */
export function securityKeyWay(stretched, prfOutput) {
  return taken(WayKey, derive(concat([stretched.reveal(), prfOutput]), labels.VAULT_PRF));
}

/**
 * Gives the secret of these bytes and wipes them.
 * @template {Secret} T
 * @param {new (value: Uint8Array) => T} kind
 * @param {Uint8Array} raw
 * @returns {T}
 */
function taken(kind, raw) {
  const secret = new kind(raw);
  sodium.memzero(raw);
  return secret;
}
