/**
 * Where one writes. What was typed stays until the service keeps the message: an error, a lost connection or an ended
 * sign-in takes nothing away.
 */
import { encodeText, toHex } from "../protocol/bytes.js";
import { MAX_TEXT } from "../protocol/content.js";
import { say, sayMany } from "./facts.js";
import { fill, part, tell } from "./parts.js";
import { Unreachable } from "./requests.js";
import { begin, hasPending, resendPending, send } from "./sending.js";
import { namesOf } from "./showing.js";
import { sentenceFor } from "./telling.js";

/** @typedef {import("./conversations.js").Conversation} Conversation */
/** @typedef {import("./sending.js").Typed} Typed */

/** To whom one writes: into a conversation, or to a mailbox with which one begins. @typedef {Conversation | { peer: Uint8Array }} Target */

const RETRY = 5_000;
const ROWS = 3;
const NEW_ROWS = 10;

/** @type {Target | null} */
let target = null;
/** For which target a sealed message waits in this browser for an answer of the service. @type {string | null} */
let waitingFor = null;
/** What was typed for each target and is not sent. @type {Map<string, { subject: string, text: string }>} */
const drafts = new Map();

const form = part(document, "#composer", HTMLFormElement);
const text = part(form, "#text", HTMLTextAreaElement);
const subject = part(form, "#subject", HTMLInputElement);
const button = part(form, "button[type=submit]", HTMLButtonElement);
const state = part(form, "[data-state]", HTMLElement);
const problem = part(document, "#mailbox [data-problem]", HTMLElement);

/**
 * @param {Target} to
 * @returns {string}
 */
function nameFor(to) {
  return "peer" in to ? `new ${toHex(to.peer)}` : toHex(to.id);
}

/**
 * Lets the reader write to a target; what was typed for another one is kept.
 * @param {Target | null} to
 * @param {Uint8Array[]} peers
 */
export function writeTo(to, peers) {
  keepDraft();
  target = to;
  form.hidden = to === null;
  tell(problem, "");
  state.textContent = "";
  if (to === null) return;
  const draft = drafts.get(nameFor(to)) ?? { subject: "", text: "" };
  [subject.value, text.value] = [draft.subject, draft.text];
  part(form, "[data-subject]", HTMLElement).hidden = !("peer" in to);
  text.rows = "peer" in to ? NEW_ROWS : ROWS;
  lockText(button.disabled);
  text.placeholder = say("write-to", { authority: namesOf(peers) });
  fill(form, "[data-sealed]", sayMany("sealed", peers.length + 1));
}

function keepDraft() {
  if (target !== null) drafts.set(nameFor(target), { subject: subject.value, text: text.value });
}

/** @returns {boolean}  whether something was typed that is not sent */
export function hasDraft() {
  keepDraft();
  return [...drafts.values()].some((draft) => draft.text.trim() !== "");
}

/** Forgets everything typed, as at locking by hand. */
export function forget() {
  drafts.clear();
  waitingFor = null;
  [subject.value, text.value] = ["", ""];
  writeTo(null, []);
}

/**
 * Sends at the press of the button, and calls back with the conversation that the message is in.
 * @param {(conversation: Conversation | null) => void} sent
 */
export function onSent(sent) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (target === null || button.disabled) return;
    const fault = faultOf(target);
    tell(problem, fault);
    if (fault === "") await attempt(target, typedFor(target), sent);
  });
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
}

/**
 * @param {Target} to
 * @returns {string}
 */
function faultOf(to) {
  if ("peer" in to && subject.value.trim() === "") {
    subject.focus();
    return say("subject-needed");
  }
  if (text.value.trim() === "") {
    text.focus();
    return say("text-needed");
  }
  return encodeText(text.value).length > MAX_TEXT ? say("too-long") : "";
}

/**
 * Gives what is typed now. A later try sends this, whatever the form shows by then for another conversation.
 * @param {Target} to
 * @returns {Typed}
 */
function typedFor(to) {
  return { subject: "peer" in to ? subject.value.trim() : null, text: text.value.trim() };
}

/**
 * @param {Target} to
 * @param {Typed} typed
 * @param {(conversation: Conversation | null) => void} sent
 */
async function attempt(to, typed, sent) {
  busy(true, say("sealing"));
  try {
    const conversation = await delivered(to, typed);
    drafts.delete(nameFor(to));
    if (target === to) [subject.value, text.value] = ["", ""];
    busy(false, say("sent"));
    sent(conversation);
  } catch (error) {
    failed(error, () => attempt(to, typed, sent), to);
  }
}

/**
 * Sends the message that waits, unchanged; otherwise what was typed.
 * @param {Target} to
 * @param {Typed} typed
 * @returns {Promise<Conversation | null>}
 */
async function delivered(to, typed) {
  if (waitingFor !== null) {
    const name = waitingFor;
    const kept = await resendPending();
    waitingFor = null;
    if (kept) drafts.delete(name);
    if (kept && name === nameFor(to)) return "peer" in to ? null : to;
  }
  if ("peer" in to) return begin([to.peer], typed);
  await send(to, typed);
  return to;
}

/**
 * @param {unknown} error
 * @param {() => Promise<void>} again
 * @param {Target} to
 */
function failed(error, again, to) {
  // Whether the service has the sealed bytes is not known, so the same ones are sent again.
  if (waitingFor === null && hasPending()) waitingFor = nameFor(to);
  const retrying = error instanceof Unreachable;
  busy(retrying, waitingFor === null ? "" : say("waiting"));
  tell(problem, retrying ? say("unreachable") : sentenceFor(error));
  if (retrying) setTimeout(() => void again(), RETRY);
}

/**
 * @param {boolean} working
 * @param {string} words
 */
function busy(working, words) {
  button.disabled = working;
  lockText(working);
  state.textContent = words;
}

/**
 * Keeps what was sealed already from being changed: what is sent are the sealed words.
 * @param {boolean} working
 */
function lockText(working) {
  const waits = target !== null && waitingFor === nameFor(target);
  text.readOnly = subject.readOnly = working || waits;
}
