/**
 * How hard a password is to guess, roughly: length first, then what guessers try before anything else.
 */

/** @typedef {"short" | "name" | "monotone" | "common" | "fair" | "good" | "strong"} Verdict */

const LEAST_DIFFERENT = 5;
const GOOD = 16;
const STRONG = 20;
const ROWS = ["abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm", "azertyuiopqsdfghjklmwxcvbn"];
const KNOWN = ["password", "passwort", "motdepasse", "contrasena", "letmein", "welcome", "iloveyou", "administrator", "entraide"];

/**
 * Gives a verdict and a level from 0 (cannot be used) to 4.
 * @param {string} password
 * @param {string} name  to sign in with
 * @param {number} floor  the least number of characters
 * @returns {{ verdict: Verdict, level: number }}
 */
export function weigh(password, name, floor) {
  const characters = [...password.normalize("NFC")];
  if (characters.length < floor) return { verdict: "short", level: 0 };
  const plain = password.toLowerCase();
  if (holdsName(plain, name)) return { verdict: "name", level: 1 };
  if (new Set(characters).size < LEAST_DIFFERENT || isRepeated(plain)) return { verdict: "monotone", level: 1 };
  if (isWellKnown(plain, floor)) return { verdict: "common", level: 1 };
  if (characters.length >= STRONG) return { verdict: "strong", level: 4 };
  return characters.length >= GOOD ? { verdict: "good", level: 3 } : { verdict: "fair", level: 2 };
}

/**
 * Tells whether a password of this level may be used.
 * @param {number} level
 * @returns {boolean}
 */
export function isEnough(level) {
  return level >= 2;
}

/**
 * @param {string} plain
 * @param {string} name
 * @returns {boolean}
 */
function holdsName(plain, name) {
  const own = name.trim().toLowerCase();
  const account = own.split("@")[0];
  return own.length >= 3 && (plain.includes(own) || (account.length >= 4 && plain.includes(account)));
}

/**
 * Tells whether the text is one piece of at most a third of it, again and again.
 * @param {string} plain
 * @returns {boolean}
 */
function isRepeated(plain) {
  return /^(.+?)\1{2,}.{0,2}$/su.test(plain);
}

/**
 * Tells whether too little is left of the text without words of every list and rows of the keyboard.
 * @param {string} plain
 * @param {number} floor
 * @returns {boolean}
 */
function isWellKnown(plain, floor) {
  let rest = plain;
  for (const word of KNOWN) rest = rest.replaceAll(word, "");
  return withoutRows(rest).length < floor / 2;
}

/**
 * Gives the text without pieces of five and more characters that lie in one row, forwards or backwards.
 * @param {string} text
 * @returns {string}
 */
function withoutRows(text) {
  const rows = ROWS.flatMap((row) => [row, [...row].reverse().join("")]);
  let rest = "";
  for (let at = 0; at < text.length; ) {
    let end = at + 5;
    if (end > text.length || !rows.some((row) => row.includes(text.slice(at, end)))) {
      rest += text[at++];
      continue;
    }
    while (end < text.length && rows.some((row) => row.includes(text.slice(at, end + 1)))) end += 1;
    at = end;
  }
  return rest;
}
