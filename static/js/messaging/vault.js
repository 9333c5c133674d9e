/**
 * The opened vault: the one place of the page that holds keys. They live in this module alone, until `lock()`.
 *
 * Contents are replaced, never changed; what is new is uploaded soon after (`remember`) or at once (`settle`). The
 * service takes an upload only after the one before, so that two browsers of one officer lose nothing.
 */
import { stretchWith } from "../accounts/stretching.js";
import { equal, toHex } from "../protocol/bytes.js";
import { newIdentifier } from "../protocol/identifiers.js";
import { CardSecret } from "../protocol/keys.js";
import { Stretched, cardWay } from "../protocol/password.js";
import { openVault, openWay, parseVault, sealVault, vaultBytes } from "../protocol/vault.js";
import { Alarm, orAlarm } from "./alarms.js";
import { facts } from "./facts.js";
import { remember as keepSeen, remembered } from "./keeping.js";
import { merged } from "./merging.js";
import { Refusal, getBytes, postBytes } from "./requests.js";

/** @typedef {import("../protocol/vault.js").Vault} Vault */
/** @typedef {import("../protocol/vault.js").VaultKey} VaultKey */
/** @typedef {import("../protocol/vault_contents.js").VaultContents} VaultContents */
/** @typedef {import("../protocol/password.js").WayKey} WayKey */

/** @typedef {{ vault: Vault, key: VaultKey, contents: VaultContents, session: Uint8Array, changed: boolean }} Opened */

const CONFLICT = 409;
const PAUSE = 1_500;
const ATTEMPTS = 5;

/** @type {Opened | null} */
let opened = null;
/** @type {Promise<void>} */
let uploading = Promise.resolve();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** Who is told of what must not happen while nobody waits for it. @type {(alarm: Alarm) => void} */
let told = () => undefined;

/** The vault is locked: password and card are needed. */
export class Locked extends Error {}

/** @returns {Opened} */
function held() {
  if (opened === null) throw new Locked("locked");
  return opened;
}

/**
 * Calls back with what goes wrong when the vault is uploaded by itself.
 * @param {(alarm: Alarm) => void} listener
 */
export function onAlarm(listener) {
  told = listener;
}

/** @returns {boolean} */
export function isOpen() {
  return opened !== null;
}

/** @returns {VaultContents} */
export function contents() {
  return held().contents;
}

/** Whose vault it is, by the key's id. */
export function owner() {
  return held().vault.place.keyId;
}

/** The mailbox whose vault it is, by its id. */
export function ownMailbox() {
  return held().vault.place.mailboxId;
}

/** The sixteen bytes under which this opening of the vault signs. */
export function session() {
  return held().session;
}

/** Goes on under a new session, as after a refusal. */
export function renewSession() {
  held().session = newIdentifier();
}

/**
 * Gives the key of the way in by password and card; takes a second on purpose.
 * @param {string} password
 * @param {Uint8Array} card
 * @returns {Promise<{ way: WayKey, signInKey: Uint8Array }>}
 */
export async function wayIn(password, card) {
  const made = await stretchWith({ name: facts.signInName, ...facts.stretching }, password);
  const stretched = new Stretched(made.stretched);
  const secret = new CardSecret(card);
  const way = cardWay(stretched, secret);
  for (const one of [stretched, secret]) one.wipe();
  made.stretched.fill(0);
  return { way, signInKey: made.signInKey };
}

/**
 * Fetches the vault and opens it; a wrong password or card throws the protocol's error.
 * @param {WayKey} way
 */
export async function open(way) {
  const vault = await fetched();
  const key = openWay(way, vault);
  const least = await leastCounter();
  // The way in has opened: what fails now was changed, or is older than what this browser has seen.
  adopt(vault, key, await orAlarm("alarm.vault", () => openVault(vault, key, least)));
  await note(vault);
}

/**
 * Takes a vault that this page has just made and uploaded.
 * @param {Vault} vault
 * @param {VaultKey} key
 * @param {VaultContents} inside
 */
export function adopt(vault, key, inside) {
  opened = { vault, key, contents: inside, session: newIdentifier(), changed: false };
}

/** Wipes every key; whatever is to be sent or read needs password and card again. */
export function lock() {
  clearTimeout(timer);
  opened?.contents.wipe();
  opened?.key.wipe();
  opened = null;
}

/**
 * Replaces the contents; they are uploaded soon.
 * @param {(before: VaultContents) => VaultContents} change
 */
export function remember(change) {
  const now = held();
  const after = change(now.contents);
  if (after === now.contents) return;
  now.contents = after;
  now.changed = true;
  clearTimeout(timer);
  timer = setTimeout(() => void settle().catch(tell), PAUSE);
}

/** @param {unknown} error */
function tell(error) {
  if (error instanceof Alarm) told(error);
}

/**
 * Uploads what is not uploaded yet, and returns once the service keeps it.
 * @returns {Promise<void>}
 */
export function settle() {
  uploading = uploading.catch(() => undefined).then(upload);
  return uploading;
}

async function upload() {
  for (let conflicts = 0; opened !== null && opened.changed; ) {
    const now = opened;
    if (await uploaded(now)) continue;
    conflicts += 1;
    if (conflicts > ATTEMPTS) throw new Alarm("alarm.vault");
    await takeNewer(now);
  }
}

/**
 * @param {Opened} now
 * @returns {Promise<boolean>}  whether the service took it; if not, another browser was faster
 */
async function uploaded(now) {
  const inside = now.contents;
  const place = { ...now.vault.place, counter: now.vault.place.counter + 1 };
  const vault = sealVault(inside, place, now.key, now.vault.ways);
  try {
    await postBytes("/channel/vault", vaultBytes(vault));
  } catch (error) {
    if (error instanceof Refusal && error.status === CONFLICT) return false;
    throw error;
  }
  now.vault = vault;
  now.changed = now.contents !== inside;
  await note(vault);
  return true;
}

/** @param {Opened} now */
async function takeNewer(now) {
  const vault = await fetched();
  if (opened !== now) return;
  // The service said that there is a newer one; an older or the same one is an alarm.
  const theirs = await orAlarm("alarm.vault", () => openVault(vault, now.key, now.vault.place.counter + 1));
  now.contents = merged(now.contents, theirs);
  now.vault = vault;
}

/** @returns {Promise<Vault>} */
async function fetched() {
  const bytes = await getBytes("/channel/vault");
  const vault = await orAlarm("alarm.vault", () => parseVault(bytes));
  const { signInName, mailboxId } = vault.place;
  if (signInName !== facts.signInName) throw new Alarm("alarm.vault");
  if (opened !== null && !equal(mailboxId, opened.vault.place.mailboxId)) throw new Alarm("alarm.vault");
  return vault;
}

/** @returns {Promise<number>} */
async function leastCounter() {
  return (await remembered(facts.signInName))?.counter ?? 0;
}

/** @param {Vault} vault */
async function note(vault) {
  await keepSeen({ name: facts.signInName, counter: vault.place.counter, logKey: toHex(facts.log.key) });
}
