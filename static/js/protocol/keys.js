/**
 * Public keys and secrets, each with its own type that cannot be made wrong (sections 1 and 2).
 *
 * Secrets are no byte strings: they compare in equal time, print as their name alone, give their bytes only to who
 * calls `reveal`, and forget them at `wipe`.
 */
import { equal } from "./bytes.js";
import * as digest from "./digest.js";
import { ProtocolError } from "./errors.js";
import * as labels from "./labels.js";
import { draw } from "./random.js";
import sodium from "./sodium.js";

/** @typedef {import("./identifiers.js").KeyId} KeyId */
/** @typedef {import("./random.js").Random} Random */

export const SEED_SIZE = 32;
export const SIGNING_PUBLIC_SIZE = 32;
export const SEALING_PUBLIC_SIZE = 1216;
export const SIGNATURE_SIZE = 64;
const MLKEM_PUBLIC_SIZE = 1184;
const MLKEM_COEFFICIENT_BYTES = 1152;
const MLKEM_MODULUS = 3329;

/** An Ed25519 public key: canonical, on the curve, in the group of prime order. */
export class SigningPublic {
  /** @param {Uint8Array} raw */
  constructor(raw) {
    if (raw.length !== SIGNING_PUBLIC_SIZE || !sodium.crypto_core_ed25519_is_valid_point(raw)) {
      throw new ProtocolError("signing public key");
    }
    this.raw = raw;
    /** @type {KeyId} */
    this.keyId = digest.keyId(raw);
  }

  /** @param {SigningPublic} other */
  equals(other) {
    return equal(this.raw, other.raw);
  }
}

// The X25519 points of order 1, 2, 4 and 8 and the other spellings of them, as in libsodium.
const LOW_ORDER = [
  "00".repeat(32),
  `01${"00".repeat(31)}`,
  "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
  "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
  `ec${"ff".repeat(30)}7f`,
  `ed${"ff".repeat(30)}7f`,
  `ee${"ff".repeat(30)}7f`,
].map((point) => sodium.from_hex(point));

/**
 * Tells whether an X25519 public key would give a shared secret that everybody knows.
 * @param {Uint8Array} point
 * @returns {boolean}
 */
export function isLowOrder(point) {
  const last = point[31] & 0x7f;
  return LOW_ORDER.some((low) => low[31] === last && equal(low.subarray(0, 31), point.subarray(0, 31)));
}

/**
 * Tells whether every 12-bit coefficient of an ML-KEM public key is below the modulus (FIPS 203, section 7.2).
 * @param {Uint8Array} raw
 * @returns {boolean}
 */
function isReduced(raw) {
  for (let i = 0; i < MLKEM_COEFFICIENT_BYTES; i += 3) {
    const low = raw[i] | ((raw[i + 1] & 15) << 8);
    const high = (raw[i + 1] >> 4) | (raw[i + 2] << 4);
    if (low >= MLKEM_MODULUS || high >= MLKEM_MODULUS) return false;
  }
  return true;
}

/** An X-Wing public key, 1,216 bytes: ML-KEM-768 with coefficients below 3329, then X25519 of no low order. */
export class SealingPublic {
  /** @param {Uint8Array} raw */
  constructor(raw) {
    if (raw.length !== SEALING_PUBLIC_SIZE || isLowOrder(raw.subarray(MLKEM_PUBLIC_SIZE))) {
      throw new ProtocolError("sealing public key");
    }
    if (!isReduced(raw)) throw new ProtocolError("sealing public key: coefficient out of range");
    this.raw = raw;
  }

  /** @param {SealingPublic} other */
  equals(other) {
    return equal(this.raw, other.raw);
  }
}

/** Thirty-two bytes that are never printed or written as JSON. */
export class Secret {
  #value;

  /** @param {Uint8Array} value  copied, so that the caller may wipe his own */
  constructor(value) {
    if (value.length !== SEED_SIZE) throw new ProtocolError(`${new.target.name}: wrong length`);
    this.#value = value.slice();
  }

  /**
   * Gives the bytes themselves, to be sealed, printed on a card or derived from; the caller keeps no copy.
   * @returns {Uint8Array}
   */
  reveal() {
    return this.#value;
  }

  /** Overwrites the bytes with zeros; the secret is of no use afterwards. */
  wipe() {
    sodium.memzero(this.#value);
  }

  /**
   * @param {Secret} other
   * @returns {boolean}
   */
  equals(other) {
    return other.constructor === this.constructor && sodium.memcmp(this.#value, other.#value);
  }

  toString() {
    return `<${this.constructor.name}>`;
  }

  toJSON() {
    return this.toString();
  }

  [Symbol.for("nodejs.util.inspect.custom")]() {
    return this.toString();
  }
}

/** An Ed25519 private key, from its seed. */
export class SigningKey extends Secret {
  #expanded;

  /** @param {Uint8Array} value */
  constructor(value) {
    super(value);
    const pair = sodium.crypto_sign_seed_keypair(this.reveal());
    this.#expanded = pair.privateKey;
    this.public = new SigningPublic(pair.publicKey);
  }

  get keyId() {
    return this.public.keyId;
  }

  /**
   * Gives the signature over exactly this message; `signed.sign` is what binds a label.
   * @param {Uint8Array} message
   * @returns {Uint8Array}
   */
  signBytes(message) {
    return sodium.crypto_sign_detached(message, this.#expanded);
  }

  wipe() {
    super.wipe();
    sodium.memzero(this.#expanded);
  }
}

/** An X-Wing private key, from its seed. */
export class SealingKey extends Secret {
  /** @param {Uint8Array} value */
  constructor(value) {
    super(value);
    this.public = new SealingPublic(sodium.crypto_kem_xwing_seed_keypair(this.reveal()).publicKey);
  }
}

/** The X-Wing key of one epoch of a mailbox, held by every active officer and the kit. */
export class EpochSeed extends SealingKey {}

/** What is printed on an officer's card; with the password it opens the vault. */
export class CardSecret extends Secret {}

/** The key of one message, from which its body key and its commitment derive. */
export class MessageKey extends Secret {}

/**
 * Draws a new secret of one kind.
 * @template {Secret} T
 * @param {new (value: Uint8Array) => T} kind
 * @param {Random} [random]
 * @returns {T}
 */
export function generate(kind, random = draw) {
  const value = random(SEED_SIZE);
  const secret = new kind(value);
  sodium.memzero(value);
  return secret;
}

/** Both public keys of an officer or a kit. */
export class PublicKeys {
  /**
   * @param {SigningPublic} signing
   * @param {SealingPublic} sealing
   */
  constructor(signing, sealing) {
    this.signing = signing;
    this.sealing = sealing;
  }

  /** The identifier under which the chain knows this pair. */
  get keyId() {
    return this.signing.keyId;
  }
}

/** Both private keys of an officer or a kit. */
export class PrivateKeys {
  /**
   * @param {SigningKey} signing
   * @param {SealingKey} sealing
   */
  constructor(signing, sealing) {
    this.signing = signing;
    this.sealing = sealing;
  }

  /**
   * Draws a new officer's keys, in this order: signing, sealing.
   * @param {Random} [random]
   */
  static generate(random = draw) {
    return new PrivateKeys(generate(SigningKey, random), generate(SealingKey, random));
  }

  get public() {
    return new PublicKeys(this.signing.public, this.sealing.public);
  }

  get keyId() {
    return this.signing.keyId;
  }

  wipe() {
    this.signing.wipe();
    this.sealing.wipe();
  }
}

/** What is printed in an authority's recovery kit: the root of its chain. */
export class KitSecret extends Secret {
  /** @returns {PrivateKeys}  the kit's two private keys */
  keys() {
    const seeds = [labels.KIT_SIGNING, labels.KIT_SEALING].map((label) => digest.derive(this.reveal(), label));
    const keys = new PrivateKeys(new SigningKey(seeds[0]), new SealingKey(seeds[1]));
    seeds.forEach((seed) => sodium.memzero(seed));
    return keys;
  }
}
