/**
 * Making links: opening a mailbox, adding an officer, rotating the epoch key (section 3).
 *
 * Whoever adds or rotates also seals the new epoch's seed to every active key and to the kit; link and bundles go to
 * the server together. A revoke will rotate in the same body too, so that it cannot be written without.
 */
import { compare, equal } from "./bytes.js";
import { sealBundle } from "./bundle.js";
import { DAY, MAX_EPOCH_DAYS, enrolPayload, receivers } from "./chain.js";
import { sha256 } from "./digest.js";
import * as labels from "./labels.js";
import { LinkType, Role, makeLink, statementPayload } from "./links.js";
import { sign } from "./signed.js";

/** @typedef {import("./bundle.js").Seeds} Seeds */
/** @typedef {import("./chain.js").ChainState} ChainState */
/** @typedef {import("./identifiers.js").EntryId} EntryId */
/** @typedef {import("./identifiers.js").KeyId} KeyId */
/** @typedef {import("./identifiers.js").MailboxId} MailboxId */
/** @typedef {import("./keys.js").EpochSeed} EpochSeed */
/** @typedef {import("./keys.js").KitSecret} KitSecret */
/** @typedef {import("./keys.js").PrivateKeys} PrivateKeys */
/** @typedef {import("./keys.js").PublicKeys} PublicKeys */
/** @typedef {import("./keys.js").SealingPublic} SealingPublic */
/** @typedef {import("./keys.js").SigningKey} SigningKey */
/** @typedef {import("./links.js").Link} Link */
/** @typedef {import("./links.js").Rotation} Rotation */
/** @typedef {import("./links.js").Statement} Statement */
/** @typedef {import("./links.js").TypedBody} TypedBody */

/**
 * What the first link says of the authority that opens a mailbox.
 * @typedef {{ entryId: EntryId, stateCode: string, name: string, policy?: number }} Authority
 */

/**
 * The seed of the epoch to begin, and from when; the time is also the link's, in seconds since 1970.
 * @typedef {{ seed: EpochSeed, time: number, days?: number }} NewEpoch
 */

/**
 * The keys of an officer who asks to join, the signature by which they are his, and older epochs granted to him.
 * @typedef {{ public: PublicKeys, proof: Uint8Array, role: number, granted?: Seeds }} Newcomer
 */

/**
 * A link and the bundles that travel with it, in the order of the link's receivers.
 * @typedef {{ link: Link, bundles: Uint8Array[] }} NewLink
 */

/**
 * Gives the first link of a new chain.
 * @param {KitSecret} kit
 * @param {Authority} authority
 * @param {Uint8Array} salt  32 random bytes
 * @param {number} time
 * @returns {Link}
 */
export function openMailbox(kit, { entryId, stateCode, name, policy = 1 }, salt, time) {
  const keys = kit.keys();
  const body = { kit: keys.public, salt, entryId, stateCode, name, policy };
  const place = { mailboxId: null, seq: 0, previous: null, time, signer: keys.keyId };
  const link = signed(keys.signing, { ...place, type: LinkType.OPEN, body });
  keys.wipe();
  return link;
}

/**
 * Gives what an officer hands to the administrator who will add him.
 * @param {MailboxId} mailboxId
 * @param {PrivateKeys} keys
 * @param {number} [role]
 * @returns {Newcomer}
 */
export function enrol(mailboxId, keys, role = Role.OFFICER) {
  const proof = sign(keys.signing, labels.ENROL, enrolPayload(mailboxId, keys.public));
  return { public: keys.public, proof, role };
}

/**
 * Gives the newcomer with older epochs to read, by their numbers.
 * @param {Newcomer} newcomer
 * @param {Seeds} seeds
 * @returns {Newcomer}
 */
export function grant(newcomer, seeds) {
  return { ...newcomer, granted: new Map(seeds) };
}

/**
 * Gives the link by which an administrator or the kit adds a newcomer and begins an epoch.
 * @param {ChainState} state
 * @param {SigningKey} signer
 * @param {Newcomer} newcomer
 * @param {NewEpoch} epoch
 * @returns {NewLink}
 */
export function addOfficer(state, signer, newcomer, epoch) {
  const { keyId } = newcomer.public;
  const ids = [...receivers(state).filter((id) => !equal(id, keyId)), keyId].sort(compare);
  const { rotation, bundles } = sealEpoch(state, ids, epoch, newcomer);
  const granted = [...(newcomer.granted?.keys() ?? [])];
  const readsFrom = granted.length > 0 ? Math.min(...granted) : rotation.epoch;
  const { public: keys, role, proof } = newcomer;
  const body = { public: keys, role, readsFrom, proof, rotation };
  return { link: nextLink(state, signer, epoch.time, { type: LinkType.ADD, body }), bundles };
}

/**
 * Gives the link by which an active administrator or officer begins an epoch.
 * @param {ChainState} state
 * @param {SigningKey} signer
 * @param {NewEpoch} epoch
 * @returns {NewLink}
 */
export function rotate(state, signer, epoch) {
  const { rotation, bundles } = sealEpoch(state, receivers(state), epoch, null);
  return { link: nextLink(state, signer, epoch.time, { type: LinkType.ROTATE, body: rotation }), bundles };
}

/**
 * Gives the link with a further administrator's signature.
 * @param {Link} link
 * @param {SigningKey} key
 * @returns {Link}
 */
export function agree(link, key) {
  /** @type {[KeyId, Uint8Array]} */
  const agreement = [key.keyId, sign(key, labels.AGREE, link.payload)];
  return { ...link, agreements: [...link.agreements, agreement].sort(([a], [b]) => compare(a, b)) };
}

/**
 * @param {ChainState} state
 * @param {KeyId[]} ids
 * @param {NewEpoch} epoch
 * @param {Newcomer | null} newcomer
 * @returns {{ rotation: Rotation, bundles: Uint8Array[] }}
 */
function sealEpoch(state, ids, { seed, time, days = MAX_EPOCH_DAYS }, newcomer) {
  const number = state.epochs.length + 1;
  const place = { mailboxId: state.mailboxId, seq: state.hashes.length, epoch: number, epochPublic: seed.public };
  const bundles = ids.map((keyId) => {
    const arriving = newcomer !== null && equal(keyId, newcomer.public.keyId) ? newcomer : null;
    const receiver = arriving?.public.sealing ?? state.sealingKeyOf(keyId);
    return sealBundle(receiver, { ...place, keyId }, new Map([...(arriving?.granted ?? []), [number, seed]]));
  });
  const rotation = {
    epoch: number,
    public: seed.public,
    notBefore: time,
    notAfter: time + days * DAY,
    sealedTo: ids,
    bundleHashes: bundles.map(sha256),
  };
  return { rotation, bundles };
}

/**
 * @param {ChainState} state
 * @param {SigningKey} signer
 * @param {number} time
 * @param {TypedBody} typed
 * @returns {Link}
 */
function nextLink(state, signer, time, typed) {
  const { number, hash } = state.head;
  const place = { mailboxId: state.mailboxId, seq: number + 1, previous: hash, time, signer: signer.keyId };
  return signed(signer, { ...place, ...typed });
}

/**
 * @param {SigningKey} signer
 * @param {Statement} statement
 * @returns {Link}
 */
function signed(signer, statement) {
  const payload = statementPayload(statement);
  return makeLink(payload, sign(signer, labels.LINK, payload));
}
