/**
 * A form with a password that is never sent: what the sign-in page and the invitation page have in common.
 */
import { Refusal, StretchingError } from "./stretching.js";

/**
 * @template {Element} T
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
export function part(within, selector, kind) {
  const found = within.querySelector(selector);
  if (!(found instanceof kind)) throw new TypeError(`the page lacks ${selector}`);
  return found;
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @returns {HTMLInputElement}
 */
export function field(form, name) {
  return part(form, `input[name="${name}"]`, HTMLInputElement);
}

/**
 * Shows a refusal, or hides it where *words* is empty.
 * @param {HTMLFormElement} form
 * @param {string} words
 */
export function showRefusal(form, words) {
  part(form, "#refusal [data-words]", HTMLElement).textContent = words;
  part(form, "#refusal", HTMLElement).hidden = words === "";
}

/**
 * Does the work of a sent form once at a time, says that it goes on, and shows what went wrong; what was typed stays.
 * @param {HTMLFormElement} form
 * @param {() => Promise<void>} work
 */
export function onSubmit(form, work) {
  let busy = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    setBusy(form, true);
    showRefusal(form, "");
    try {
      await work();
    } catch (error) {
      showRefusal(form, wordsFor(form, error));
    } finally {
      busy = false;
      setBusy(form, false);
    }
  });
}

/**
 * Sends the form; a password field has no name and is not part of it. Goes on where the service says.
 * @param {HTMLFormElement} form
 */
export async function send(form) {
  const response = await fetch(form.action, {
    method: "POST",
    headers: { Accept: "application/json" },
    body: new URLSearchParams(/** @type {[string, string][]} */ ([...new FormData(form)])),
  });
  const answer = await response.json();
  if (!response.ok) throw new Refusal(String(answer.error));
  location.assign(new URL(String(answer.next), location.origin));
}

/**
 * @param {HTMLFormElement} form
 * @param {"empty" | "offline" | "refused"} which
 * @returns {string}
 */
export function words(form, which) {
  return part(form, "#proof-words", HTMLTemplateElement).dataset[which] ?? "";
}

/**
 * @param {HTMLFormElement} form
 * @param {unknown} error
 * @returns {string}
 */
function wordsFor(form, error) {
  if (error instanceof Refusal) return error.message;
  return words(form, error instanceof StretchingError ? "refused" : "offline");
}

/**
 * @param {HTMLFormElement} form
 * @param {boolean} busy
 */
function setBusy(form, busy) {
  part(form, "#working", HTMLElement).hidden = !busy;
  form.setAttribute("aria-busy", String(busy));
  part(form, "button[type=submit]", HTMLButtonElement).setAttribute("aria-disabled", String(busy));
}
