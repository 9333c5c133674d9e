/** The list of conversations, with what is unread, here and in the page's title and menu. */
import { toHex } from "../protocol/bytes.js";
import { all, others, subjectOf, unreadTotal } from "./conversations.js";
import { locale, say, sayMany } from "./facts.js";
import { fill, part, piece } from "./parts.js";
import { namesOf, shortTime, showTime } from "./showing.js";

/** @typedef {import("./conversations.js").Conversation} Conversation */

/**
 * Shows the list; the chosen conversation is marked.
 * @param {string | null} chosen
 */
export function showList(chosen) {
  const place = part(document, "#mailbox [data-list]", HTMLElement);
  const listed = all();
  fill(document, "#mailbox [data-count]", listed.length > 0 ? sayMany("conversations", listed.length) : "");
  place.replaceChildren(...(listed.length > 0 ? listed.map((item) => row(item, chosen)) : [piece("empty")]));
  showUnread(unreadTotal());
}

/**
 * @param {Conversation} conversation
 * @param {string | null} chosen
 * @returns {HTMLElement}
 */
function row(conversation, chosen) {
  const shown = piece("conversation");
  const name = toHex(conversation.id);
  shown.setAttribute("href", `#conversation=${name}`);
  if (name === chosen) shown.setAttribute("aria-current", "true");
  fill(shown, "[data-subject]", subjectOf(conversation) ?? say("no-subject"));
  fill(shown, "[data-who]", namesOf(others(conversation)));
  showTime(part(shown, "[data-time]", HTMLElement), conversation.changedAt, shortTime(conversation.changedAt));
  part(shown, "[data-unread-part]", HTMLElement).hidden = conversation.unread === 0;
  fill(shown, "[data-number]", new Intl.NumberFormat(locale).format(conversation.unread));
  return shown;
}

/** @param {number} count */
function showUnread(count) {
  const number = new Intl.NumberFormat(locale).format(count);
  document.title = `${count > 0 ? say("unread-title", { count: number }) : say("title")} – Entraide`;
  for (const badge of document.querySelectorAll("[data-unread]")) {
    if (!(badge instanceof HTMLElement)) continue;
    badge.hidden = count === 0;
    fill(badge, "[data-unread-number]", number);
  }
}
