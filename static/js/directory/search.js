/**
 * Search that answers while one types: it asks for the same answer that the button would give, and puts it in place.
 * Without this script the page works by its button.
 */

const PATIENCE = 150;
const SMALL_SCREEN = "(max-width: 56rem)";

const form = /** @type {HTMLFormElement | null} */ (document.getElementById("search"));
const field = /** @type {HTMLInputElement | null} */ (document.getElementById("q"));
const answer = document.getElementById("answer");
const live = document.getElementById("live");

/** @type {number | undefined} */
let waiting;
/** @type {XMLHttpRequest | undefined} */
let asking;

/**
 * The question that the form asks now, from its first result on.
 * @param {HTMLFormElement} asked
 * @returns {string}
 */
function questionOf(asked) {
  const pairs = [...new FormData(asked)].filter(([, value]) => typeof value === "string" && value.trim() !== "");
  return new URLSearchParams(/** @type {[string, string][]} */ (pairs)).toString();
}

/**
 * Ask for the answer as a document: the browser parses it without running anything in it.
 * @param {string} question
 * @returns {void}
 */
function ask(question) {
  if (answer === null) return;
  if (question === "") {
    window.location.assign("/");
    return;
  }
  asking?.abort();
  const request = new XMLHttpRequest();
  asking = request;
  request.open("GET", `/results?${question}`);
  request.responseType = "document";
  request.addEventListener("load", () => show(request, question));
  request.addEventListener("error", () => fail());
  answer.setAttribute("aria-busy", "true");
  request.send();
}

/**
 * @param {XMLHttpRequest} request
 * @param {string} question
 * @returns {void}
 */
function show(request, question) {
  if (answer === null) return;
  if (request.status !== 200 || request.responseXML === null || !isAnswer(request)) {
    window.location.assign(`/?${question}`);
    return;
  }
  const opened = answer.querySelector("[data-facets]")?.hasAttribute("open") ?? !isSmall();
  const focused = document.activeElement?.id ?? "";
  answer.replaceChildren(...document.importNode(request.responseXML.body, true).childNodes);
  answer.setAttribute("aria-busy", "false");
  openFacets(opened);
  if (focused !== "" && focused !== "q") document.getElementById(focused)?.focus();
  tell(answer.querySelector("[data-count]")?.getAttribute("data-count") ?? "");
  window.history.replaceState(null, "", `/?${question}`);
}

/**
 * Whoever's sign-in has ended is led to the sign-in page, which is no answer.
 * @param {XMLHttpRequest} request
 * @returns {boolean}
 */
function isAnswer(request) {
  return new URL(request.responseURL).pathname === "/results";
}

/** @returns {void} */
function fail() {
  answer?.setAttribute("aria-busy", "false");
  tell(form?.dataset["offline"] ?? "");
}

/**
 * @param {string} said
 * @returns {void}
 */
function tell(said) {
  if (live !== null) live.textContent = said;
}

/** @returns {boolean} */
function isSmall() {
  return window.matchMedia(SMALL_SCREEN).matches;
}

/**
 * @param {boolean} open
 * @returns {void}
 */
function openFacets(open) {
  answer?.querySelector("[data-facets]")?.toggleAttribute("open", open);
}

/**
 * @param {number} patience
 * @returns {void}
 */
function askSoon(patience) {
  window.clearTimeout(waiting);
  waiting = window.setTimeout(() => {
    if (form !== null) ask(questionOf(form));
  }, patience);
}

if (form !== null && field !== null) {
  field.addEventListener("input", () => askSoon(PATIENCE));
  document.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === "checkbox" && event.target.form === form) {
      askSoon(0);
    }
  });
  field.setSelectionRange(field.value.length, field.value.length);
  if (isSmall()) openFacets(false);
}
