/** What every page does: the clock, menus that close, and "/" for the search field. */

const MINUTE = 60_000;

/** @returns {void} */
function showTime() {
  const clock = document.getElementById("clock");
  if (clock === null) return;
  const present = new Date();
  clock.textContent = present.toISOString().slice(11, 16);
  clock.setAttribute("datetime", present.toISOString());
}

/**
 * @param {Event} event
 * @returns {void}
 */
function closeOtherMenus(event) {
  const target = event.target instanceof Node ? event.target : null;
  for (const menu of document.querySelectorAll("details.e-menu[open]")) {
    if (target === null || !menu.contains(target)) menu.removeAttribute("open");
  }
}

/**
 * Closes a menu; who was inside it stands on its button again.
 * @param {Element} menu
 * @returns {void}
 */
function closeMenu(menu) {
  const button = menu.querySelector("summary");
  if (menu.contains(document.activeElement)) button?.focus();
  menu.removeAttribute("open");
}

/**
 * @param {KeyboardEvent} event
 * @returns {void}
 */
function obeyKeys(event) {
  if (event.key === "Escape") {
    for (const menu of document.querySelectorAll("details.e-menu[open]")) closeMenu(menu);
  }
  const typing = event.target instanceof Element && event.target.matches("input, textarea, select, [contenteditable]");
  const search = document.querySelector("[data-search-field]");
  const alone = !event.ctrlKey && !event.altKey && !event.metaKey;
  if (event.key === "/" && document.body.dataset.shortcut === "on" && alone && !typing && search instanceof HTMLElement) {
    event.preventDefault();
    search.focus();
  }
}

// The mailbox lives in a tab of its own; from there, links lead back to this one.
if (window.name === "") window.name = "entraide";
showTime();
setInterval(showTime, MINUTE / 4);
document.addEventListener("click", closeOtherMenus);
document.addEventListener("keydown", obeyKeys);
