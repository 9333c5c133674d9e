/**
 * The vault: an officer's keys, sealed in the client and kept by the server (section 8).
 *
 * An upload is `[payload, signature]`, signed under `vault` by the officer's key, the payload `{1 version, 2 sign-in
 * name, 3 mailbox_id, 4 key_id, 5 counter, 6 nonce (24), 7 sealed contents, 8 [way …]}`. A way in is `[1 card or 2
 * security key, credential id (empty for a card), counter, nonce (24), sealed vault key (48)]`. Both are sealed by
 * XChaCha20-Poly1305 with ad = encode([version, sign-in name, mailbox_id, key_id, counter]); a way in keeps the counter
 * at which it was made, so that later writes carry it along.
 */
import * as aead from "./aead.js";
import { equal } from "./bytes.js";
import { decode, encode } from "./codec.js";
import { ProtocolError } from "./errors.js";
import { ID_SIZE } from "./identifiers.js";
import { SEED_SIZE, SIGNATURE_SIZE, Secret } from "./keys.js";
import * as labels from "./labels.js";
import { draw } from "./random.js";
import { sign, verify } from "./signed.js";
import sodium from "./sodium.js";
import { readContents } from "./vault_contents.js";
import * as wire from "./wire.js";

/** @typedef {import("./identifiers.js").KeyId} KeyId */
/** @typedef {import("./identifiers.js").MailboxId} MailboxId */
/** @typedef {import("./random.js").Random} Random */
/** @typedef {import("./keys.js").SigningPublic} SigningPublic */
/** @typedef {import("./password.js").WayKey} WayKey */
/** @typedef {import("./value.js").Value} Value */
/** @typedef {import("./vault_contents.js").VaultContents} VaultContents */

export const VERSION = 1;
export const MAX_VAULT = 1 << 22;
export const MAX_NAME = 256;
export const MAX_WAYS = 16;
export const MAX_CREDENTIAL = 1_024;

const SEALED_KEY_SIZE = SEED_SIZE + aead.TAG_SIZE;
const NO_CREDENTIAL = new Uint8Array(0);

/** The random key of a vault. */
export class VaultKey extends Secret {}

/** What opens a vault beside the password. */
export const WayKind = Object.freeze({ CARD: 1, SECURITY_KEY: 2 });

/**
 * Whose vault it is, and its version: a sealed vault opens under no other.
 * @typedef {{ signInName: string, mailboxId: MailboxId, keyId: KeyId, counter: number }} VaultPlace
 */

/**
 * The vault key, sealed for one way in.
 * @typedef {{ kind: number, credential: Uint8Array, counter: number, nonce: Uint8Array, sealed: Uint8Array }} WayIn
 */

/**
 * A vault as uploaded; its signature is not verified yet.
 * @typedef {object} Vault
 * @property {VaultPlace} place
 * @property {Uint8Array} nonce
 * @property {Uint8Array} sealed
 * @property {WayIn[]} ways
 * @property {Uint8Array} payload
 * @property {Uint8Array} signature
 */

/**
 * Gives the upload.
 * @param {Vault} vault
 * @returns {Uint8Array}
 */
export function vaultBytes({ payload, signature }) {
  return encode([payload, signature]);
}

/**
 * Gives a vault key sealed by a way in; a way with a credential id is a security key's.
 * @param {WayKey} way
 * @param {VaultPlace} place
 * @param {VaultKey} vaultKey
 * @param {Uint8Array} [credential]
 * @param {Random} [random]
 * @returns {WayIn}
 */
export function sealWay(way, place, vaultKey, credential = NO_CREDENTIAL, random = draw) {
  const nonce = random(aead.NONCE_SIZE);
  const sealed = aead.seal(way.reveal(), nonce, associated(place), vaultKey.reveal());
  return { kind: wayKind(credential), credential, counter: place.counter, nonce, sealed };
}

/**
 * Gives the vault key by whichever way in opens, or throws: wrong password, card or vault.
 * @param {WayKey} way
 * @param {Vault} vault
 * @returns {VaultKey}
 */
export function openWay(way, vault) {
  for (const wayIn of vault.ways) {
    const vaultKey = keyOf(way, vault.place, wayIn);
    if (vaultKey !== null) return vaultKey;
  }
  throw new ProtocolError("vault: no way in opens");
}

/**
 * @param {WayKey} way
 * @param {VaultPlace} place
 * @param {WayIn} wayIn
 * @returns {VaultKey | null}
 */
function keyOf(way, place, { counter, nonce, sealed }) {
  try {
    const raw = aead.openSealed(way.reveal(), nonce, associated({ ...place, counter }), sealed);
    const vaultKey = new VaultKey(raw);
    sodium.memzero(raw);
    return vaultKey;
  } catch {
    return null;
  }
}

/**
 * Gives the signed upload of some contents, under a fresh nonce.
 * @param {VaultContents} contents
 * @param {VaultPlace} place
 * @param {VaultKey} vaultKey
 * @param {WayIn[]} ways
 * @param {Random} [random]
 * @returns {Vault}
 */
export function sealVault(contents, place, vaultKey, ways, random = draw) {
  const nonce = random(aead.NONCE_SIZE);
  const plaintext = contents.encoded(place.counter);
  const sealed = aead.seal(vaultKey.reveal(), nonce, associated(place), plaintext);
  sodium.memzero(plaintext);
  const { signInName, mailboxId, keyId, counter } = place;
  const listed = ways.map((way) => [way.kind, way.credential, way.counter, way.nonce, way.sealed]);
  const payload = encode(wire.numbered([VERSION, signInName, mailboxId, keyId, counter, nonce, sealed, listed]));
  return parseVault(encode([payload, sign(contents.signing, labels.VAULT, payload)]));
}

/**
 * Gives the upload that the bytes encode, strictly.
 * @param {Uint8Array} bytes
 * @returns {Vault}
 */
export function parseVault(bytes) {
  if (bytes.length > MAX_VAULT) throw new ProtocolError("vault: too long");
  const [signedPart, signature] = wire.tupleOf(decode(bytes), 2, "vault");
  const payload = wire.someBytesOf(signedPart, MAX_VAULT, "vault");
  const field = wire.mapOf(decode(payload), wire.keysTo(8), "vault");
  if (wire.uintOf(field(1), "vault") !== VERSION) throw new ProtocolError("vault: version");
  return {
    place: {
      signInName: wire.textOf(field(2), MAX_NAME, "sign-in name"),
      mailboxId: wire.bytesOf(field(3), ID_SIZE, "mailbox_id"),
      keyId: wire.bytesOf(field(4), ID_SIZE, "key_id"),
      counter: wire.uintOf(field(5), "counter"),
    },
    nonce: wire.bytesOf(field(6), aead.NONCE_SIZE, "nonce"),
    sealed: wire.someBytesOf(field(7), MAX_VAULT, "sealed vault"),
    ways: wire.arrayOf(field(8), MAX_WAYS, "ways").map(readWay),
    payload,
    signature: wire.bytesOf(signature, SIGNATURE_SIZE, "vault signature"),
  };
}

/**
 * Accepts an upload that the owner of the key has signed, or throws.
 * @param {Vault} vault
 * @param {SigningPublic} publicKey
 */
export function checkVault(vault, publicKey) {
  if (!equal(vault.place.keyId, publicKey.keyId)) throw new ProtocolError("vault: of another key");
  verify(publicKey, labels.VAULT, vault.payload, vault.signature);
}

/**
 * Gives the contents; a counter below the highest one remembered is refused.
 * @param {Vault} vault
 * @param {VaultKey} vaultKey
 * @param {number} [leastCounter]
 * @returns {VaultContents}
 */
export function openVault(vault, vaultKey, leastCounter = 0) {
  if (vault.place.counter < leastCounter) throw new ProtocolError("vault: rolled back");
  const plaintext = aead.openSealed(vaultKey.reveal(), vault.nonce, associated(vault.place), vault.sealed);
  const contents = readContents(plaintext, vault.place.counter);
  sodium.memzero(plaintext);
  checkVault(vault, contents.signing.public);
  return contents;
}

/**
 * @param {Uint8Array} credential
 * @returns {number}
 */
function wayKind(credential) {
  return credential.length > 0 ? WayKind.SECURITY_KEY : WayKind.CARD;
}

/**
 * @param {Value} value
 * @returns {WayIn}
 */
function readWay(value) {
  const [kind, known, counter, nonce, sealed] = wire.tupleOf(value, 5, "way in");
  const credential = wire.someBytesOf(known, MAX_CREDENTIAL, "credential");
  if (wire.uintOf(kind, "way in") !== wayKind(credential)) throw new ProtocolError("vault: way in unknown");
  return {
    kind: wayKind(credential),
    credential,
    counter: wire.uintOf(counter, "way in"),
    nonce: wire.bytesOf(nonce, aead.NONCE_SIZE, "way in"),
    sealed: wire.bytesOf(sealed, SEALED_KEY_SIZE, "way in"),
  };
}

/**
 * @param {VaultPlace} place
 * @returns {Uint8Array}  the associated data of both seals
 */
function associated({ signInName, mailboxId, keyId, counter }) {
  return encode([VERSION, signInName, mailboxId, keyId, counter]);
}
