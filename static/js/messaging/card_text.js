/** The 13 groups of a card as they are typed: how many there are, and what is wrong, while they are typed. */
import { SecretTextError } from "../protocol/errors.js";
import { ALPHABET, GROUPS, GROUP_SIZE, readSecretText } from "../protocol/secret_text.js";
import { say } from "./facts.js";

const INSTEAD = new Map([
  ["O", "0"],
  ["I", "1"],
  ["L", "1"],
  ["U", "V"],
]);

/**
 * @param {string} typed
 * @returns {string}  the characters alone, in capitals
 */
function charactersOf(typed) {
  return typed.toUpperCase().replace(/[\s-]/g, "");
}

/**
 * Gives how many whole groups were typed.
 * @param {string} typed
 * @returns {number}
 */
export function groupsIn(typed) {
  return Math.min(GROUPS, Math.floor(charactersOf(typed).length / GROUP_SIZE));
}

/**
 * Gives a sentence about the first group that cannot be right, or an empty text.
 * @param {string} typed
 * @returns {string}
 */
export function faultOf(typed) {
  const characters = [...charactersOf(typed)];
  const at = characters.findIndex((character) => !ALPHABET.includes(character));
  if (at < 0) return "";
  const group = Math.floor(at / GROUP_SIZE) + 1;
  const instead = INSTEAD.get(characters[at]);
  if (instead === undefined) return say("character-never", { group });
  return say("letter-never", { group, letter: characters[at], instead });
}

/**
 * Gives the secret that was typed, or the sentence that says what is wrong.
 * @param {string} typed
 * @returns {{ secret: Uint8Array } | { fault: string }}
 */
export function readCard(typed) {
  const fault = faultOf(typed);
  if (fault !== "") return { fault };
  if (charactersOf(typed).length !== GROUPS * GROUP_SIZE) return { fault: say("card-needed") };
  try {
    return { secret: readSecretText(typed) };
  } catch (error) {
    if (error instanceof SecretTextError) return { fault: say("misread") };
    throw error;
  }
}
