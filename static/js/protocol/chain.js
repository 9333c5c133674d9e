/**
 * An authority's chain, verified link by link: who its officers are, and to which key one writes (section 3).
 *
 * `extend` is a pure function from a state and one link to the next state. Whatever breaks a rule throws and leaves the
 * old state as it was. Open, add and rotate are supported; the first link of an officer is an add that the kit signs,
 * and its rotation makes epoch 1.
 */
import { compare, equal, toHex } from "./bytes.js";
import { encode } from "./codec.js";
import { mailboxId } from "./digest.js";
import { ProtocolError } from "./errors.js";
import * as labels from "./labels.js";
import { LinkType, Role } from "./links.js";
import { verify } from "./signed.js";
import { Head, numbered } from "./wire.js";

/** @typedef {import("./identifiers.js").KeyId} KeyId */
/** @typedef {import("./identifiers.js").MailboxId} MailboxId */
/** @typedef {import("./keys.js").PublicKeys} PublicKeys */
/** @typedef {import("./keys.js").SealingPublic} SealingPublic */
/** @typedef {import("./keys.js").SigningPublic} SigningPublic */
/** @typedef {import("./links.js").Addition} Addition */
/** @typedef {import("./links.js").Link} Link */
/** @typedef {import("./links.js").Opening} Opening */
/** @typedef {import("./links.js").Rotation} Rotation */

export const DAY = 86_400;
export const MAX_EPOCH_DAYS = 90;
/** Seconds by which two clocks may differ. */
export const CLOCK_LEEWAY = 300;

/**
 * One officer key of the chain: since which link, in which role, and from which epoch it may read.
 * @typedef {object} Officer
 * @property {PublicKeys} public
 * @property {number} role
 * @property {number} readsFrom
 * @property {number} since
 */

/**
 * One epoch, counted from 1, the key to which one seals, and the link that made it.
 * @typedef {object} Epoch
 * @property {number} number
 * @property {SealingPublic} public
 * @property {Rotation} rotation
 * @property {number} seq
 */

/**
 * Tells whether one may seal to an epoch at a time in seconds: it has begun, and is not after its last moment.
 * @param {Epoch} epoch
 * @param {number} time
 * @returns {boolean}
 */
export function isOpenAt({ rotation }, time) {
  return rotation.notBefore - CLOCK_LEEWAY <= time && time <= rotation.notAfter;
}

/** What a verified chain says at its head; `hashes` holds the hash of every link by its seq. */
export class ChainState {
  /**
   * @param {MailboxId} mailboxId
   * @param {Opening} opening
   * @param {ReadonlyMap<string, Officer>} officers  by the hexadecimal digits of their key_id
   * @param {readonly Epoch[]} epochs
   * @param {readonly Uint8Array[]} hashes
   */
  constructor(mailboxId, opening, officers, epochs, hashes) {
    this.mailboxId = mailboxId;
    this.opening = opening;
    this.officers = officers;
    this.epochs = epochs;
    this.hashes = hashes;
    Object.freeze(this);
  }

  get head() {
    return new Head(this.hashes.length - 1, this.hashes[this.hashes.length - 1]);
  }

  get kit() {
    return this.opening.kit;
  }

  get entryId() {
    return this.opening.entryId;
  }

  get stateCode() {
    return this.opening.stateCode;
  }

  get name() {
    return this.opening.name;
  }

  /** The present epoch; a mailbox that nobody can read yet has none, and throws. */
  get epoch() {
    return this.epochNumbered(this.epochs.length);
  }

  /**
   * Tells whether a head lies on this chain.
   * @param {Head} head
   * @returns {boolean}
   */
  includes(head) {
    return head.number < this.hashes.length && equal(this.hashes[head.number], head.hash);
  }

  /**
   * @param {number} number
   * @returns {Epoch}
   */
  epochNumbered(number) {
    if (number < 1 || number > this.epochs.length) throw new ProtocolError("chain: no such epoch");
    return this.epochs[number - 1];
  }

  /**
   * Gives the officer whose key was active at a link, or throws.
   * @param {KeyId} keyId
   * @param {number} seq
   * @returns {Officer}
   */
  activeAt(keyId, seq) {
    const officer = this.officers.get(toHex(keyId));
    if (officer === undefined || officer.since > seq) throw new ProtocolError("chain: the key is not active there");
    return officer;
  }

  /**
   * Gives the sealing key of an active officer or of the kit, to which a bundle is sealed.
   * @param {KeyId} keyId
   * @returns {SealingPublic}
   */
  sealingKeyOf(keyId) {
    if (equal(keyId, this.kit.keyId)) return this.kit.sealing;
    return this.activeAt(keyId, this.head.number).public.sealing;
  }
}

/**
 * Gives the state after all of the links, of which the first opens the mailbox.
 * @param {Iterable<Link>} links
 * @returns {ChainState}
 */
export function verifyChain(links) {
  const [first, ...others] = links;
  if (first === undefined) throw new ProtocolError("chain: empty");
  return others.reduce(extend, openChain(first));
}

/**
 * Gives the state after a first link, which the kit that it names has signed alone.
 * @param {Link} link
 * @returns {ChainState}
 */
export function openChain(link) {
  const { statement } = link;
  if (statement.type !== LinkType.OPEN) throw new ProtocolError("chain: the first link does not open");
  if (statement.mailboxId !== null || statement.seq !== 0 || statement.previous !== null) {
    throw new ProtocolError("open: it names a chain before itself");
  }
  const { kit } = statement.body;
  if (!equal(statement.signer, kit.keyId) || link.agreements.length > 0) {
    throw new ProtocolError("open: the kit alone signs");
  }
  verify(kit.signing, labels.LINK, link.payload, link.signature);
  return new ChainState(mailboxId(link.payload), statement.body, new Map(), [], [link.hash]);
}

/**
 * Gives the state after a link, once every rule of section 3 holds.
 * @param {ChainState} state
 * @param {Link} link
 * @returns {ChainState}
 */
export function extend(state, link) {
  checkPlace(state, link);
  verify(signingKey(state, link.statement.signer), labels.LINK, link.payload, link.signature);
  for (const [keyId, signature] of link.agreements) {
    verify(signingKey(state, keyId), labels.AGREE, link.payload, signature);
  }
  switch (link.statement.type) {
    case LinkType.ADD:
      return add(state, link, link.statement.body);
    case LinkType.ROTATE:
      return rotate(state, link, link.statement.body);
    default:
      throw new ProtocolError("chain: a second opening");
  }
}

/**
 * @param {ChainState} state
 * @param {Link} link
 */
function checkPlace(state, { statement }) {
  if (statement.mailboxId === null || !equal(statement.mailboxId, state.mailboxId)) {
    throw new ProtocolError("chain: link of another mailbox");
  }
  if (statement.seq !== state.hashes.length) throw new ProtocolError("chain: seq does not follow");
  if (statement.previous === null || !equal(statement.previous, state.head.hash)) {
    throw new ProtocolError("chain: previous hash does not match");
  }
}

/**
 * @param {ChainState} state
 * @param {KeyId} keyId
 * @returns {SigningPublic}
 */
function signingKey(state, keyId) {
  if (equal(keyId, state.kit.keyId)) return state.kit.signing;
  return state.activeAt(keyId, state.head.number).public.signing;
}

/**
 * @param {ChainState} state
 * @param {Link} link
 * @param {Addition} body
 * @returns {ChainState}
 */
function add(state, link, body) {
  checkAdministrators(state, link);
  const newcomer = body.public;
  const name = toHex(newcomer.keyId);
  if (state.officers.has(name) || equal(newcomer.keyId, state.kit.keyId)) {
    throw new ProtocolError("add: a key_id enters a chain once");
  }
  if (isKnown(state, newcomer.sealing)) throw new ProtocolError("add: a sealing key enters a chain once");
  verify(newcomer.signing, labels.ENROL, enrolPayload(state.mailboxId, newcomer), body.proof);
  if (body.readsFrom < 1 || body.readsFrom > body.rotation.epoch) {
    throw new ProtocolError("add: reads from an epoch that is not there");
  }
  const { role, readsFrom } = body;
  const officer = { public: newcomer, role, readsFrom, since: link.statement.seq };
  return beginEpoch(state, new Map([...state.officers, [name, officer]]), link, body.rotation);
}

/**
 * Gives what a newcomer signs under `enrol`, to show that both keys are meant for this mailbox.
 * @param {MailboxId} mailboxId
 * @param {PublicKeys} keys
 * @returns {Uint8Array}
 */
export function enrolPayload(mailboxId, keys) {
  return encode(numbered([mailboxId, keys.signing.raw, keys.sealing.raw]));
}

/**
 * @param {ChainState} state
 * @param {Link} link
 */
function checkAdministrators(state, { statement, agreements }) {
  const kit = toHex(state.kit.keyId);
  const signers = new Set([statement.signer, ...agreements.map(([keyId]) => keyId)].map(toHex));
  if (signers.size !== 1 + agreements.length) throw new ProtocolError("chain: the signer agrees with himself");
  const administrators = [...state.officers].filter(([, officer]) => officer.role === Role.ADMINISTRATOR);
  const entitled = new Set([kit, ...administrators.map(([name]) => name)]);
  if (![...signers].every((name) => entitled.has(name))) {
    throw new ProtocolError("chain: signed by who is no administrator");
  }
  const needed = Math.max(1, Math.min(state.opening.policy, administrators.length));
  if (!signers.has(kit) && signers.size < needed) throw new ProtocolError("chain: too few administrators agree");
}

/**
 * @param {ChainState} state
 * @param {Link} link
 * @param {Rotation} body
 * @returns {ChainState}
 */
function rotate(state, link, body) {
  const officer = state.officers.get(toHex(link.statement.signer));
  if (officer === undefined || officer.role === Role.READER || link.agreements.length > 0) {
    throw new ProtocolError("rotate: one active administrator or officer signs, alone");
  }
  return beginEpoch(state, state.officers, link, body);
}

/**
 * @param {ChainState} state
 * @param {ReadonlyMap<string, Officer>} officers  after the link
 * @param {Link} link
 * @param {Rotation} rotation
 * @returns {ChainState}
 */
function beginEpoch(state, officers, link, rotation) {
  const after = new ChainState(state.mailboxId, state.opening, officers, state.epochs, [...state.hashes, link.hash]);
  if (rotation.epoch !== state.epochs.length + 1) throw new ProtocolError("rotation: epoch does not follow");
  const lasts = rotation.notAfter - rotation.notBefore;
  if (lasts <= 0 || lasts > MAX_EPOCH_DAYS * DAY) throw new ProtocolError("rotation: it must end, and within 90 days");
  if (isKnown(after, rotation.public)) throw new ProtocolError("rotation: the epoch key is not new");
  const expected = receivers(after);
  if (rotation.sealedTo.length !== expected.length || !rotation.sealedTo.every((id, i) => equal(id, expected[i]))) {
    throw new ProtocolError("rotation: not sealed to the active keys and the kit");
  }
  const epoch = { number: rotation.epoch, public: rotation.public, rotation, seq: link.statement.seq };
  return new ChainState(after.mailboxId, after.opening, officers, [...state.epochs, epoch], after.hashes);
}

/**
 * Gives to whom an epoch seed must be sealed: the active keys and the kit, ascending.
 * @param {ChainState} state
 * @returns {KeyId[]}
 */
export function receivers(state) {
  const officers = [...state.officers.values()].map((officer) => officer.public.keyId);
  return [...officers, state.kit.keyId].sort(compare);
}

/**
 * Tells whether the chain knows this X-Wing key already, so that none gets a second meaning.
 * @param {ChainState} state
 * @param {SealingPublic} key
 * @returns {boolean}
 */
function isKnown(state, key) {
  const officers = [...state.officers.values()].map((officer) => officer.public.sealing);
  const epochs = state.epochs.map((epoch) => epoch.public);
  return [state.kit.sealing, ...officers, ...epochs].some((known) => known.equals(key));
}
