/** One conversation: its letters by day, and beside them who can read and the safety number. */
import { equal } from "../protocol/bytes.js";
import { chainOf, epochAge, safetyNumber } from "./chains.js";
import { others, subjectOf } from "./conversations.js";
import { facts, locale, say } from "./facts.js";
import { grouped } from "./opening.js";
import { fill, part, piece, showGroups } from "./parts.js";
import { OLD_DAYS } from "./sending.js";
import { clockTime, longDay, nameOf, namesOf, shortKey, shortTime, showCode, showTime } from "./showing.js";
import * as vault from "./vault.js";

/** @typedef {import("./conversations.js").Conversation} Conversation */
/** @typedef {import("./conversations.js").Letter} Letter */

const ODD_SECONDS = 600;

/**
 * Shows a conversation's head, letters and side.
 * @param {Conversation} conversation
 */
export function showThread(conversation) {
  const peers = others(conversation);
  fill(document, "#thread-title", subjectOf(conversation) ?? say("no-subject"));
  fill(document, "#mailbox [data-with]", namesOf(peers));
  part(document, "#mailbox [data-letters]", HTMLElement).replaceChildren(...lettersOf(conversation), ...notesOn(peers));
  showSide(conversation.members);
}

/** Shows that no conversation is chosen. */
export function showNoThread() {
  fill(document, "#thread-title", say("choose"));
  fill(document, "#mailbox [data-with]", "");
  part(document, "#mailbox [data-letters]", HTMLElement).replaceChildren();
  showSide([vault.ownMailbox()]);
}

/**
 * Shows a conversation that is about to begin.
 * @param {Uint8Array} peer
 */
export function showNewThread(peer) {
  fill(document, "#thread-title", say("new-conversation"));
  fill(document, "#mailbox [data-with]", nameOf(peer));
  part(document, "#mailbox [data-letters]", HTMLElement).replaceChildren(...notesOn([peer]));
  showSide([vault.ownMailbox(), peer]);
}

/**
 * @param {Conversation} conversation
 * @returns {HTMLElement[]}
 */
function lettersOf({ letters }) {
  /** @type {HTMLElement[]} */
  const shown = [];
  let day = "";
  for (const letter of letters) {
    const today = longDay(letter.acceptedAt);
    if (today !== day) shown.push(dayOf(today));
    day = today;
    if (letter.gap) shown.push(piece("gap"));
    shown.push(letterOf(letter));
  }
  return shown;
}

/**
 * @param {string} text
 * @returns {HTMLElement}
 */
function dayOf(text) {
  const shown = piece("day");
  shown.textContent = text;
  return shown;
}

/**
 * @param {Letter} letter
 * @returns {HTMLElement}
 */
function letterOf(letter) {
  const shown = piece(letter.content === null ? "broken" : "letter");
  shown.classList.toggle("e-msg-own", letter.own);
  showCode(part(shown, "[data-code]", HTMLElement), letter.sender);
  fill(shown, "[data-sender]", nameOf(letter.sender));
  showTime(part(shown, "[data-time]", HTMLElement), letter.acceptedAt, clockTime(letter.acceptedAt));
  if (letter.content !== null) showContent(shown, letter, letter.content);
  return shown;
}

/**
 * @param {HTMLElement} shown
 * @param {Letter} letter
 * @param {import("../protocol/content.js").Content} content
 */
function showContent(shown, letter, { text, officer }) {
  const [name, post] = officer ?? ["", ""];
  const key = shortKey(letter.keyId);
  fill(shown, "[data-officer]", officer === null ? key : say("states-himself", { name, post, key }));
  part(shown, "[data-body]", HTMLElement).replaceChildren(...paragraphsOf(text));
  part(shown, "[data-assurance]", HTMLElement).hidden = letter.own;
  fill(shown, "[data-assurance] span", say("only-logged"));
  const odd = Math.abs(letter.time - letter.acceptedAt) > ODD_SECONDS;
  const stated = new Date(letter.time * 1000).toLocaleString(locale);
  fill(shown, "[data-extra]", odd ? say("time-odd", { time: stated }) : "");
  part(shown, "footer", HTMLElement).hidden = letter.own && !odd;
}

/**
 * @param {string} text
 * @returns {HTMLElement[]}
 */
function paragraphsOf(text) {
  return text.split(/\n{2,}/).map((words) => {
    const paragraph = document.createElement("p");
    paragraph.dir = "auto";
    paragraph.className = "e-text";
    paragraph.textContent = words;
    return paragraph;
  });
}

/**
 * @param {Uint8Array[]} peers
 * @returns {HTMLElement[]}
 */
function notesOn(peers) {
  return peers
    .filter((peer) => epochAge(chainOf(peer)) > OLD_DAYS)
    .map((peer) => {
      const shown = piece("old-key");
      const days = Math.floor(epochAge(chainOf(peer)));
      fill(shown, "div", say("old-key", { authority: nameOf(peer), days }));
      return shown;
    });
}

/** @param {readonly Uint8Array[]} members */
function showSide(members) {
  const own = vault.ownMailbox();
  const peers = members.filter((id) => !equal(id, own));
  part(document, "#mailbox [data-members]", HTMLElement).replaceChildren(...members.map(memberOf));
  const single = peers.length === 1;
  part(document, "#mailbox [data-safety]", HTMLElement).hidden = !single;
  if (single) {
    const number = safetyNumber(chainOf(own).chain, chainOf(peers[0]).chain);
    showGroups(part(document, "#mailbox [data-digits]", HTMLElement), number);
  }
  const { chain, loggedAt } = chainOf(own);
  fill(document, "#mailbox [data-own-fingerprint]", grouped(own));
  fill(document, "#mailbox [data-own-epoch]", shortTime(loggedAt[chain.epoch.seq]));
}

/**
 * @param {Uint8Array} mailboxId
 * @returns {HTMLElement}
 */
function memberOf(mailboxId) {
  const shown = piece("member");
  const own = equal(mailboxId, vault.ownMailbox());
  showCode(part(shown, "[data-code]", HTMLElement), mailboxId);
  fill(shown, "[data-name]", nameOf(mailboxId));
  fill(shown, "[data-say] span", own ? say("you-officer", { authority: facts.authority }) : say("only-logged-long"));
  part(shown, "[data-say]", HTMLElement).classList.add(own ? "e-say-mute" : "e-say-accent");
  return shown;
}
