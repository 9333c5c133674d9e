/**
 * Every label of the protocol: one purpose each, so that a value made for one is worth nothing for another.
 *
 * `VAULT` is the one word used by two constructions (a key derivation and a signature), which never meet.
 */

/** @typedef {string & { readonly kind: "label" }} Label */

/**
 * @param {string} word
 * @returns {Label}
 */
const label = (word) => /** @type {Label} */ (word);

const PREFIX = "entraide/1/";

// Signatures; LINK and ENVELOPE also head the hashes of the same payloads.
export const LINK = label("link");
export const AGREE = label("agree");
export const ENROL = label("enrol");
export const ENVELOPE = label("envelope");

// HPKE.
export const BUNDLE = label("bundle");
export const STANZA = label("stanza");

// Key derivation.
export const KIT_SIGNING = label("kit-signing");
export const KIT_SEALING = label("kit-sealing");
export const MESSAGE = label("message");
export const BODY = label("body");
export const COMMIT = label("commit");
export const SIGN_IN = label("sign-in");
export const VAULT = label("vault");
export const VAULT_PRF = label("vault-prf");

// Digits that people compare, and identifiers: these stand alone, without the prefix.
export const SAFETY = label("safety");
export const ENROL_DIGITS = label("enrol");
export const MAILBOX_ID = label("mailbox");
export const KEY_ID = label("key");
export const SALT = label("salt");
export const SECRET_TEXT = label("secret");

const ascii = new TextEncoder();
/** @type {Map<string, Uint8Array>} */
const known = new Map();

/**
 * @param {string} text
 * @returns {Uint8Array}  the text and a zero byte, made once
 */
function terminated(text) {
  let bytes = known.get(text);
  if (bytes === undefined) {
    bytes = ascii.encode(`${text}\0`);
    known.set(text, bytes);
  }
  return bytes;
}

/**
 * Gives `"entraide/1/" ‖ label ‖ 0x00`, which stands before whatever is signed, hashed or derived.
 * @param {Label} word
 * @returns {Uint8Array}
 */
export function prefix(word) {
  return terminated(PREFIX + word);
}

/**
 * Gives `label ‖ 0x00`, which stands before digits and identifiers.
 * @param {Label} word
 * @returns {Uint8Array}
 */
export function bare(word) {
  return terminated(word);
}
