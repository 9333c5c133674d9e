/**
 * Opening an authority's mailbox: its recovery kit, the officer's card and keys are made here, in this page's memory.
 *
 * The kit's secret goes to the printer and nowhere else. The service gets two signed links, sealed bundles and a sealed
 * vault; it takes all of them or none.
 */
import { equal } from "../protocol/bytes.js";
import { verifyChain } from "../protocol/chain.js";
import { CardSecret, EpochSeed, KitSecret, PrivateKeys, generate } from "../protocol/keys.js";
import { linkBytes, Role } from "../protocol/links.js";
import { addOfficer, enrol, openMailbox } from "../protocol/new_links.js";
import { secretText } from "../protocol/secret_text.js";
import sodium from "../protocol/sodium.js";
import { VaultKey, parseVault, sealVault, sealWay, vaultBytes } from "../protocol/vault.js";
import { VaultContents } from "../protocol/vault_contents.js";
import { Alarm } from "./alarms.js";
import { facts } from "./facts.js";
import { keepCard } from "./keeping.js";
import { Refusal, getBytes, post, postBytes } from "./requests.js";
import * as vault from "./vault.js";

/** @typedef {import("../protocol/value.js").Value} Value */

/**
 * What was made: the texts to print, and what goes to the service. Secrets are wiped by `finish` or `discard`.
 * @typedef {object} Made
 * @property {string[]} kitGroups
 * @property {string[]} cardGroups
 * @property {string} fingerprint  of the mailbox
 * @property {(keep: boolean) => Promise<void>} finish  opens the mailbox and this page's vault; may keep the card here
 * @property {() => void} discard
 */

const SALT_SIZE = 32;
const CONFLICT = 409;

/**
 * Makes everything that opens the mailbox, once the service has confirmed that this is the password to sign in with.
 * @param {string} password
 * @returns {Promise<Made>}
 */
export async function make(password) {
  const card = generate(CardSecret);
  const { way, signInKey } = await vault.wayIn(password, card.reveal());
  await postBytes("/channel/proof", signInKey).finally(() => signInKey.fill(0));
  const kit = generate(KitSecret);
  const keys = PrivateKeys.generate();
  const seed = generate(EpochSeed);
  const { chain, value } = links(kit, keys, seed);
  const vaultKey = generate(VaultKey);
  const place = { signInName: facts.signInName, mailboxId: chain.mailboxId, keyId: keys.keyId, counter: 1 };
  const pin = { mailboxId: chain.mailboxId, entryId: chain.entryId, head: chain.head, kit: chain.kit.keyId };
  const contents = new VaultContents(keys.signing, keys.sealing, {
    epochs: new Map([[1, seed]]),
    chains: [{ ...pin, compared: false }],
  });
  const sealed = sealVault(contents, place, vaultKey, [sealWay(way, place, vaultKey)]);
  way.wipe();
  const kitGroups = secretText(kit.reveal()).split(" ");
  kit.wipe();
  return {
    kitGroups,
    cardGroups: secretText(card.reveal()).split(" "),
    fingerprint: grouped(chain.mailboxId),
    finish: async (keep) => {
      await postOnce([...value, vaultBytes(sealed)], sealed.payload);
      if (keep) await keepCard(facts.signInName, card.reveal().slice());
      card.wipe();
      vault.adopt(sealed, vaultKey, contents);
    },
    discard: () => [card, vaultKey].forEach((secret) => secret.wipe()),
  };
}

/**
 * Sends what opens the mailbox, and reads the vault back. After a lost answer the service says that the mailbox is open
 * already: it is ours if the vault there is this one.
 * @param {Value} value
 * @param {Uint8Array} sealed  the vault's payload
 */
async function postOnce(value, sealed) {
  /** @type {unknown} */
  let refusal = new Alarm("alarm.vault");
  try {
    await post("/channel/mailbox", value);
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== CONFLICT) throw error;
    refusal = error;
  }
  const kept = await getBytes("/channel/vault").catch(() => null);
  if (kept === null || !equal(parseVault(kept).payload, sealed)) throw refusal;
}

/**
 * @param {KitSecret} kit
 * @param {PrivateKeys} keys
 * @param {EpochSeed} seed
 */
function links(kit, keys, seed) {
  const time = Math.floor(Date.now() / 1000);
  const authority = { entryId: facts.authorityId, stateCode: facts.state, name: facts.officialName, policy: 1 };
  const opening = openMailbox(kit, authority, sodium.randombytes_buf(SALT_SIZE), time);
  const begun = verifyChain([opening]);
  const kitKeys = kit.keys();
  const newcomer = enrol(begun.mailboxId, keys, Role.ADMINISTRATOR);
  const first = addOfficer(begun, kitKeys.signing, newcomer, { seed, time });
  kitKeys.wipe();
  /** @type {Value[]} */
  const value = [linkBytes(opening), linkBytes(first.link), first.bundles];
  return { chain: verifyChain([opening, first.link]), value };
}

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function grouped(bytes) {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return (digits.match(/.{4}/g) ?? []).join(" ");
}
