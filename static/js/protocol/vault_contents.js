/**
 * What an officer's vault holds: his keys, the seeds of epochs, and what his clients remember (section 8).
 *
 * The map `{1 signing seed, 2 sealing seed, 3 next sealing seed or null, 4 [[epoch, seed] …], 5 pinned chains
 * [[mailbox_id, entry id, seq, hash, kit's key_id, compared] …], 6 pinned conversations [[conversation, generation,
 * hash] …], 7 last checkpoint [size, root], 8 counter}`, each list ascending by its first field.
 */
import { MAX_SEEDS, readSeeds, seedsValue } from "./bundle.js";
import { compare, fromHex, toHex } from "./bytes.js";
import { decode, encode } from "./codec.js";
import { ProtocolError } from "./errors.js";
import { NO_CHECKPOINT } from "./header.js";
import { ID_SIZE } from "./identifiers.js";
import { SEED_SIZE, SealingKey, SigningKey } from "./keys.js";
import * as wire from "./wire.js";

/** @typedef {import("./chain.js").ChainState} ChainState */
/** @typedef {import("./identifiers.js").EntryId} EntryId */
/** @typedef {import("./identifiers.js").KeyId} KeyId */
/** @typedef {import("./identifiers.js").MailboxId} MailboxId */
/** @typedef {import("./keys.js").EpochSeed} EpochSeed */
/** @typedef {import("./value.js").Value} Value */
/** @typedef {import("./wire.js").Head} Head */

export const MAX_PINS = 20_000;

/**
 * The highest head seen of an authority's chain, its kit, and whether its number was compared by us.
 * @typedef {object} ChainPin
 * @property {MailboxId} mailboxId
 * @property {EntryId} entryId
 * @property {Head} head
 * @property {KeyId} kit
 * @property {boolean} compared
 */

/**
 * What is remembered beside the keys; conversations by the hexadecimal digits of their identifiers.
 * @typedef {object} Remembered
 * @property {SealingKey | null} nextSealing
 * @property {ReadonlyMap<number, EpochSeed>} epochs
 * @property {readonly ChainPin[]} chains
 * @property {ReadonlyMap<string, Head>} conversations
 * @property {Head} checkpoint
 */

/** What an officer's vault holds. */
export class VaultContents {
  /**
   * @param {SigningKey} signing
   * @param {SealingKey} sealing
   * @param {Partial<Remembered>} [remembered]
   */
  constructor(signing, sealing, remembered = {}) {
    this.signing = signing;
    this.sealing = sealing;
    this.nextSealing = remembered.nextSealing ?? null;
    this.epochs = remembered.epochs ?? new Map();
    this.chains = remembered.chains ?? [];
    this.conversations = remembered.conversations ?? new Map();
    this.checkpoint = remembered.checkpoint ?? NO_CHECKPOINT;
    Object.freeze(this);
  }

  /**
   * Gives the contents with some of what is remembered replaced.
   * @param {Partial<Remembered>} changes
   * @returns {VaultContents}
   */
  with(changes) {
    return new VaultContents(this.signing, this.sealing, { ...this, ...changes });
  }

  /**
   * Gives the bytes to seal at a counter; what no client could read again is refused.
   * @param {number} counter
   * @returns {Uint8Array}
   */
  encoded(counter) {
    if (Math.max(this.conversations.size, this.chains.length) > MAX_PINS || this.epochs.size > MAX_SEEDS) {
      throw new ProtocolError("vault: more than it may hold");
    }
    const chains = [...this.chains].sort((a, b) => compare(a.mailboxId, b.mailboxId));
    const conversations = [...this.conversations.keys()].sort();
    return encode(
      wire.numbered([
        this.signing.reveal(),
        this.sealing.reveal(),
        this.nextSealing === null ? null : this.nextSealing.reveal(),
        seedsValue(this.epochs),
        chains.map(({ mailboxId, entryId, head, kit, compared }) => [mailboxId, entryId, ...pair(head), kit, compared]),
        conversations.map((name) => [fromHex(name), ...pair(/** @type {Head} */ (this.conversations.get(name)))]),
        this.checkpoint.value(),
        counter,
      ]),
    );
  }

  /** Wipes every key; the contents are of no use afterwards. */
  wipe() {
    for (const secret of [this.signing, this.sealing, this.nextSealing, ...this.epochs.values()]) secret?.wipe();
  }
}

/**
 * @param {Head} head
 * @returns {[number, Uint8Array]}
 */
function pair(head) {
  return [head.number, head.hash];
}

/**
 * Gives the contents that the bytes encode, strictly; the counter inside must be the one given.
 * @param {Uint8Array} bytes
 * @param {number} counter
 * @returns {VaultContents}
 */
export function readContents(bytes, counter) {
  const field = wire.mapOf(decode(bytes), wire.keysTo(8), "vault contents");
  if (wire.uintOf(field(8), "counter") !== counter) throw new ProtocolError("vault: counter inside differs");
  const chains = wire.arrayOf(field(5), MAX_PINS, "chains").map(readPin);
  wire.ascending(chains.map(({ mailboxId }) => mailboxId), "chains");
  const following = field(3);
  return new VaultContents(new SigningKey(seed(field(1))), new SealingKey(seed(field(2))), {
    nextSealing: following === null ? null : new SealingKey(seed(following)),
    epochs: readSeeds(field(4)),
    chains,
    conversations: readConversations(field(6)),
    checkpoint: wire.headOf(field(7), "checkpoint"),
  });
}

/**
 * @param {Value} value
 * @returns {Uint8Array}
 */
function seed(value) {
  return wire.bytesOf(value, SEED_SIZE, "seed");
}

/**
 * @param {Value} value
 * @returns {ChainPin}
 */
function readPin(value) {
  const [mailboxId, entryId, seq, hash, kit, compared] = wire.tupleOf(value, 6, "pin");
  if (typeof compared !== "boolean") throw new ProtocolError("vault: pin");
  return {
    mailboxId: wire.bytesOf(mailboxId, ID_SIZE, "pin"),
    entryId: wire.bytesOf(entryId, ID_SIZE, "pin"),
    head: wire.headOf([seq, hash], "pin"),
    kit: wire.bytesOf(kit, ID_SIZE, "pin"),
    compared,
  };
}

/**
 * @param {Value} value
 * @returns {Map<string, Head>}
 */
function readConversations(value) {
  /** @type {[Uint8Array, Head][]} */
  const pins = wire.arrayOf(value, MAX_PINS, "conversations").map((item) => {
    const [conversation, generation, hash] = wire.tupleOf(item, 3, "conversation");
    return [wire.bytesOf(conversation, ID_SIZE, "conversation"), wire.headOf([generation, hash], "conversation")];
  });
  wire.ascending(pins.map(([conversation]) => conversation), "conversations");
  return new Map(pins.map(([conversation, head]) => [toHex(conversation), head]));
}

/**
 * Accepts a vault whose sealing key, or the next one, is what the chain says; another one is an alarm.
 * @param {VaultContents} contents
 * @param {ChainState} chain
 */
export function checkFits({ signing, sealing, nextSealing }, chain) {
  const officer = chain.activeAt(signing.keyId, chain.head.number);
  const held = nextSealing === null ? [sealing] : [sealing, nextSealing];
  if (!held.some((key) => key.public.equals(officer.public.sealing))) {
    throw new ProtocolError("vault: its sealing key is not the chain's");
  }
}
