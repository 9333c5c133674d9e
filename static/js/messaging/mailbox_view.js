/**
 * The opened mailbox: which conversation is shown, what arrives, what is read; and how it is locked.
 *
 * The address's fragment says what to show (`#conversation=ID`, `#write=ENTRY`), so that a link from the directory
 * reaches this page without loading it anew.
 */
import { toHex } from "../protocol/bytes.js";
import { ProtocolError } from "../protocol/errors.js";
import { Alarm } from "./alarms.js";
import * as announcements from "./announcements.js";
import * as chains from "./chains.js";
import * as composer from "./composer.js";
import * as conversations from "./conversations.js";
import { facts, say } from "./facts.js";
import { showList } from "./list_view.js";
import { fill, part, showStage, tell } from "./parts.js";
import { Refusal } from "./requests.js";
import { bringUpToDate } from "./renewing.js";
import * as sending from "./sending.js";
import { sentenceFor } from "./telling.js";
import { showNewThread, showNoThread, showThread } from "./thread_view.js";
import * as vault from "./vault.js";

/** @typedef {import("./conversations.js").Conversation} Conversation */

const NOT_FOUND = 404;
const FIRST = 50;

const main = part(document, "#mailbox", HTMLElement);
const problem = part(main, "[data-problem]", HTMLElement);

/** @type {string | null} */
let chosen = null;

/** Shows the mailbox of a vault that was just opened. */
export async function showMailbox() {
  await bringUpToDate();
  const sent = await sending.sendLeftOver();
  await fetchAll();
  showStage("mailbox");
  await go();
  if (sent > 0) fill(document, "#composer [data-state]", say("left-over"));
  announcements.listen({
    arrived: (name) => void guarded(() => arrived(name)),
    connected: () => void guarded(catchUp),
    ended: () => tell(problem, say("signed-out")),
  });
}

/** Wires the page once. */
export function prepareMailbox() {
  window.addEventListener("hashchange", () => void guarded(go));
  window.addEventListener("focus", () => {
    announcements.resume();
    void guarded(markShown);
  });
  window.addEventListener("beforeunload", (event) => {
    if (vault.isOpen() && composer.hasDraft()) event.preventDefault();
  });
  part(main, "[data-back]", HTMLButtonElement).addEventListener("click", () => {
    location.hash = "";
  });
  part(main, "[data-side]", HTMLButtonElement).addEventListener("click", () => {
    main.dataset.view = "side";
    part(main, "#side", HTMLElement).focus();
  });
  part(main, "[data-side-close]", HTMLButtonElement).addEventListener("click", () => {
    main.dataset.view = "thread";
  });
  part(main, "[data-lock]", HTMLButtonElement).addEventListener("click", lock);
  vault.onAlarm((alarm) => void guarded(() => Promise.reject(alarm)));
  composer.onSent((conversation) => void guarded(() => sentTo(conversation)));
  for (const link of document.querySelectorAll('a[href="/messages"]')) {
    link.addEventListener("click", (event) => {
      // Loading this page anew would lock the mailbox.
      if (!vault.isOpen()) return;
      event.preventDefault();
      location.hash = "";
    });
  }
}

/** Wipes keys and words, and asks for the password again. */
function lock() {
  if (composer.hasDraft() && !window.confirm(say("leave"))) return;
  announcements.stop();
  vault.lock();
  for (const forgetting of [chains, conversations, sending, composer]) forgetting.forget();
  chosen = null;
  part(main, "[data-letters]", HTMLElement).replaceChildren();
  part(main, "[data-list]", HTMLElement).replaceChildren();
  location.replace("/messages");
}

/**
 * Does something in the opened mailbox; what goes wrong is told, and an alarm ends sending.
 * @param {() => Promise<void>} work
 */
async function guarded(work) {
  if (!vault.isOpen()) return;
  try {
    await work();
  } catch (error) {
    if (error instanceof Alarm) composer.writeTo(null, []);
    tell(problem, sentenceFor(error));
  }
}

/** Fetches the list, and opens the newest conversations, since a subject is known only when it is opened. */
async function fetchAll() {
  await conversations.refreshList();
  for (const conversation of conversations.all().slice(0, FIRST)) await opened(conversation);
}

/**
 * Loads a conversation; one that alarms is told and does not hide the others.
 * @param {Conversation} conversation
 */
async function opened(conversation) {
  try {
    await conversations.load(conversation);
  } catch (error) {
    if (!(error instanceof Alarm || error instanceof ProtocolError)) throw error;
    tell(problem, sentenceFor(error));
  }
}

/** Shows what the address asks for. */
async function go() {
  tell(problem, "");
  const entry = asked("write");
  if (entry !== null) return goToEntry(entry);
  const conversation = conversations.conversationOf(asked("conversation") ?? "");
  if (conversation === null) return showNothing();
  await goTo(conversation, toHex(conversation.id));
}

/**
 * @param {Conversation} conversation
 * @param {string} name
 */
async function goTo(conversation, name) {
  // Until this one is shown nothing is written: words for one authority must not go to another.
  if (name !== chosen) {
    composer.writeTo(null, []);
    chosen = null;
  }
  await conversations.load(conversation);
  if (asked("conversation") !== name) return;
  chosen = name;
  main.dataset.view = "thread";
  showThread(conversation);
  composer.writeTo(conversation.membership === null ? null : conversation, conversations.others(conversation));
  showList(chosen);
  await markShown();
}

/**
 * Gives what the address's fragment asks for.
 * @param {"write" | "conversation"} what
 * @returns {string | null}
 */
function asked(what) {
  return new URLSearchParams(location.hash.slice(1)).get(what);
}

function showNothing() {
  chosen = null;
  main.dataset.view = "list";
  showNoThread();
  composer.writeTo(null, []);
  showList(chosen);
}

/**
 * Lets the reader begin a conversation with the authority of a directory entry.
 * @param {string} entry
 */
async function goToEntry(entry) {
  showNothing();
  if (entry.replaceAll("-", "") === toHex(facts.authorityId)) return tell(problem, say("own-mailbox"));
  try {
    const { chain } = await chains.chainOfEntry(entry);
    if (asked("write") === entry) startWith(chain.mailboxId);
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== NOT_FOUND) throw error;
    tell(problem, say("no-mailbox"));
  }
}

/** @param {Uint8Array} peer */
function startWith(peer) {
  main.dataset.view = "thread";
  showNewThread(peer);
  composer.writeTo({ peer }, [peer]);
  part(document, "#subject", HTMLInputElement).focus();
}

/** @param {Conversation | null} conversation */
async function sentTo(conversation) {
  announcements.resume();
  if (conversation === null) await fetchAll();
  const shown = conversation ?? conversations.all()[0];
  await conversations.refreshList();
  const wanted = `#conversation=${toHex(shown.id)}`;
  if (location.hash === wanted) await go();
  else location.hash = wanted;
}

/** @param {string} name */
async function arrived(name) {
  await conversations.refreshList();
  const conversation = conversations.conversationOf(name);
  if (conversation === null) return;
  await opened(conversation);
  if (name === chosen) {
    showThread(conversation);
    await markShown();
  }
  showList(chosen);
}

/** Fetches what came while no socket was open. */
async function catchUp() {
  await fetchAll();
  // What could not be fetched when it was asked for is shown now.
  if (chosen === null && asked("conversation") !== null) return go();
  const conversation = conversations.conversationOf(chosen ?? "");
  if (conversation !== null) showThread(conversation);
  showList(chosen);
  await markShown();
}

/** Marks the shown conversation as read, if somebody looks at it. */
async function markShown() {
  const conversation = conversations.conversationOf(chosen ?? "");
  if (conversation === null || document.visibilityState !== "visible") return;
  await conversations.markRead(conversation);
  showList(chosen);
}
