/**
 * What the page was told when it was made: public facts about the reader and his authority, and the words to speak with.
 *
 * None of it is trusted with more than display; what the program relies on it verifies.
 */
import { fromHex } from "../protocol/bytes.js";

/**
 * @typedef {object} Facts
 * @property {string} signInName
 * @property {string} name
 * @property {string} post
 * @property {boolean} administrator
 * @property {Uint8Array} authorityId
 * @property {string} state
 * @property {string} authority  its name in the reader's language
 * @property {string} officialName  its name as the chain says it
 * @property {Uint8Array | null} mailboxId
 * @property {boolean} holdsKey
 * @property {{ serverBytes: Uint8Array, passes: number, mebibytes: number }} stretching
 * @property {{ origin: string, key: Uint8Array }} log
 * @property {string} language
 * @property {Record<string, string>} stateNames  by code, in the reader's language
 */

/**
 * @param {string} id
 * @returns {Record<string, string>}
 */
function readJson(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? "{}");
}

/**
 * @param {Record<string, any>} told
 * @returns {Facts}
 */
export function factsOf(told) {
  return {
    signInName: String(told.signInName),
    name: String(told.name),
    post: String(told.post),
    administrator: told.administrator === true,
    authorityId: fromHex(String(told.authorityId)),
    state: String(told.state),
    authority: String(told.authority),
    officialName: String(told.officialName),
    mailboxId: told.mailboxId === null ? null : fromHex(String(told.mailboxId)),
    holdsKey: told.holdsKey === true,
    stretching: {
      serverBytes: fromHex(String(told.saltHalf)),
      passes: Number(told.passes),
      mebibytes: Number(told.mebibytes),
    },
    log: { origin: String(told.logOrigin), key: fromHex(String(told.logKey)) },
    language: String(told.language),
    stateNames: told.stateNames ?? {},
  };
}

export const facts = factsOf(readJson("facts"));

/** For dates and numbers: English as outside the United States; everywhere Western digits and 24 hours. */
export const locale = facts.language === "en" ? "en-GB" : `${facts.language}-u-hc-h23-nu-latn`;

const words = readJson("words");
/** Characters that turn the direction of what follows: a name with them could pass for more than a name. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Gives a sentence in the reader's language, its places in braces filled.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function say(key, values = {}) {
  const sentence = words[key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (place, name) => isolated(values[name] ?? place));
}

/**
 * Gives a name so that its direction does not disturb the sentence around it (Unicode's first-strong isolates).
 * @param {string | number} value
 * @returns {string}
 */
function isolated(value) {
  const text = String(value).replace(TURNING, "");
  return /\p{Letter}{2}/u.test(text) ? `\u2068${text}\u2069` : text;
}

/**
 * Gives the sentence for one or for several.
 * @param {string} key
 * @param {number} count
 * @returns {string}
 */
export function sayMany(key, count) {
  const rule = new Intl.PluralRules(locale).select(count);
  const number = new Intl.NumberFormat(locale).format(count);
  return say(`${key}.${rule}` in words ? `${key}.${rule}` : `${key}.other`, { count: number });
}
