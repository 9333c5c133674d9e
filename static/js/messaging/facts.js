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
  };
}

export const facts = factsOf(readJson("facts"));

const words = readJson("words");

/**
 * Gives a sentence in the reader's language, its places in braces filled.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function say(key, values = {}) {
  const sentence = words[key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}

/**
 * Gives the sentence for one or for several.
 * @param {string} key
 * @param {number} count
 * @returns {string}
 */
export function sayMany(key, count) {
  const rule = new Intl.PluralRules(facts.language).select(count);
  const number = new Intl.NumberFormat(facts.language).format(count);
  return say(`${key}.${rule}` in words ? `${key}.${rule}` : `${key}.other`, { count: number });
}
