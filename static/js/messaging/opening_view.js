/** The three steps in which an administrator opens the mailbox: what happens, the recovery kit, the card. */
import { say } from "./facts.js";
import { make } from "./opening.js";
import { part, showGroups, tell } from "./parts.js";
import { sentenceFor } from "./telling.js";

/** @typedef {import("./opening.js").Made} Made */

const STEPS = ["explain", "kit", "card"];

/** @type {Made | null} */
let made = null;
/** The numbers of the two groups that are to be typed, counted from 0. @type {number[]} */
let asked = [];

/**
 * Shows the steps, and calls back once the mailbox and this page's vault are open.
 * @param {() => Promise<void>} opened
 */
export function showOpening(opened) {
  onSubmit("#explain", makeKeys);
  onSubmit("#kit-check", async () => checkGroups());
  onSubmit("#finish", async () => {
    await made?.finish(part(document, "#finish-keep", HTMLInputElement).checked);
    forgetMade();
    await opened();
  });
  for (const button of document.querySelectorAll("[data-print]")) {
    button.addEventListener("click", () => window.print());
  }
  window.addEventListener("beforeunload", (event) => {
    if (made !== null) event.preventDefault();
  });
}

/**
 * @param {string} selector
 * @param {() => Promise<void>} work
 */
function onSubmit(selector, work) {
  const form = part(document, selector, HTMLFormElement);
  const button = part(form, "button[type=submit]", HTMLButtonElement);
  const problem = part(document, "[data-stage=open] [data-problem]", HTMLElement);
  // Until here the form would have been sent by the browser itself.
  button.disabled = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    tell(problem, "");
    button.disabled = true;
    try {
      await work();
    } catch (error) {
      tell(problem, sentenceFor(error));
      problem.scrollIntoView({ block: "center" });
    } finally {
      button.disabled = false;
    }
  });
}

async function makeKeys() {
  const password = part(document, "#open-password", HTMLInputElement);
  const busy = part(document, "#explain [data-busy]", HTMLElement);
  if (password.value === "") {
    password.focus();
    return tell(part(document, "[data-stage=open] [data-problem]", HTMLElement), say("password-needed"));
  }
  busy.hidden = false;
  try {
    made = await make(password.value);
  } finally {
    busy.hidden = true;
  }
  password.value = "";
  showKit(made);
}

/** @param {Made} shown */
function showKit({ kitGroups, cardGroups, fingerprint }) {
  for (const place of document.querySelectorAll("[data-kit-groups]")) showGroups(place, kitGroups);
  for (const place of document.querySelectorAll("[data-fingerprint]")) place.textContent = fingerprint;
  showGroups(part(document, "[data-card-groups]", HTMLElement), cardGroups);
  asked = twoOf(kitGroups.length);
  document.querySelectorAll("[data-group-label]").forEach((label, i) => {
    label.textContent = say("group-label", { number: asked[i] + 1 });
  });
  goTo("kit");
}

/**
 * @param {number} count
 * @returns {number[]}  two different numbers below it, ascending
 */
function twoOf(count) {
  const [first, second] = crypto.getRandomValues(new Uint32Array(2));
  const one = first % count;
  const other = (one + 1 + (second % (count - 1))) % count;
  return [one, other].sort((a, b) => a - b);
}

function checkGroups() {
  const right = asked.every((group, i) => {
    const typed = part(document, `#kit-group-${i}`, HTMLInputElement).value;
    return typed.trim().toUpperCase() === made?.kitGroups[group];
  });
  part(document, "#kit-check [data-wrong]", HTMLElement).hidden = right;
  if (!right) return;
  for (const place of document.querySelectorAll("[data-kit-groups]")) place.replaceChildren();
  goTo("card");
}

/** @param {string} step */
function goTo(step) {
  for (const place of document.querySelectorAll("[data-part]")) {
    if (place instanceof HTMLElement) place.hidden = place.dataset.part !== step;
  }
  for (const item of document.querySelectorAll("[data-step]")) {
    if (!(item instanceof HTMLElement)) continue;
    const done = STEPS.indexOf(item.dataset.step ?? "") < STEPS.indexOf(step);
    item.classList.toggle("is-done", done);
    if (item.dataset.step === step) item.setAttribute("aria-current", "step");
    else item.removeAttribute("aria-current");
  }
  window.scrollTo(0, 0);
}

function forgetMade() {
  part(document, "[data-card-groups]", HTMLElement).replaceChildren();
  made = null;
}
