/** How authorities and times are written. */
import { equal } from "../protocol/bytes.js";
import { chainOf, knownChain } from "./chains.js";
import { facts, locale, say } from "./facts.js";
import * as vault from "./vault.js";

const KEY_SHOWN = 8;
const DAY = 86_400_000;

const clockFormat = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
const dayFormat = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" });
const longDayFormat = new Intl.DateTimeFormat(locale, {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});

/**
 * Gives the State of a mailbox, by its chain.
 * @param {Uint8Array} mailboxId
 * @returns {string}
 */
export function stateOf(mailboxId) {
  const { stateCode } = chainOf(mailboxId).chain;
  return facts.stateNames[stateCode] ?? stateCode;
}

/**
 * Gives how a mailbox's authority is called: State and name by its chain, the directory's name beside where it has no such name
 * in any language.
 * @param {Uint8Array} mailboxId
 * @returns {string}
 */
export function nameOf(mailboxId) {
  const { chain, directoryNames } = chainOf(mailboxId);
  const name = say("state-and-name", { state: stateOf(mailboxId), name: chain.name });
  if (directoryNames.includes(chain.name)) return name;
  return `${name} (${say("directory-name", { name: directoryNames[0] ?? "" })})`;
}

/**
 * @param {readonly Uint8Array[]} mailboxes
 * @returns {string}
 */
export function namesOf(mailboxes) {
  const known = mailboxes.filter((id) => knownChain(id) !== null);
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(known.map(nameOf));
}

/**
 * Shows a State's code; one's own looks different.
 * @param {HTMLElement} place
 * @param {Uint8Array} mailboxId
 */
export function showCode(place, mailboxId) {
  place.textContent = chainOf(mailboxId).chain.stateCode;
  place.classList.toggle("e-code-us", equal(mailboxId, vault.ownMailbox()));
}

/**
 * @param {string} keyId
 * @returns {string}
 */
export function shortKey(keyId) {
  return keyId.slice(0, KEY_SHOWN).replace(/(.{4})/, "$1 ");
}

/**
 * Gives the time of today, the day of earlier ones, in the reader's zone.
 * @param {number} seconds
 * @returns {string}
 */
export function shortTime(seconds) {
  const moment = new Date(seconds * 1000);
  return isToday(moment) ? clockFormat.format(moment) : dayFormat.format(moment);
}

/**
 * @param {number} seconds
 * @returns {string}
 */
export function clockTime(seconds) {
  return clockFormat.format(new Date(seconds * 1000));
}

/**
 * @param {number} seconds
 * @returns {string}
 */
export function longDay(seconds) {
  const moment = new Date(seconds * 1000);
  const day = longDayFormat.format(moment);
  return isToday(moment) ? say("today", { day }) : day;
}

/**
 * @param {Date} moment
 * @returns {boolean}
 */
function isToday(moment) {
  return Date.now() - moment.getTime() < DAY && moment.getDate() === new Date().getDate();
}

/**
 * Writes a moment into a time element, for people and for programs.
 * @param {Element} place
 * @param {number} seconds
 * @param {string} text
 */
export function showTime(place, seconds, text) {
  place.textContent = text;
  place.setAttribute("datetime", new Date(seconds * 1000).toISOString());
}
