/**
 * Pieces of a page: found, cloned from the page's own templates, filled with text. Nothing is ever parsed as markup.
 */

/**
 * Gives the element that a selector finds; a page without it is a fault.
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
export function part(root, selector, kind) {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new TypeError(`the page has no ${selector}`);
  return found;
}

/**
 * Gives a copy of what a template of this page holds.
 * @param {string} name
 * @returns {HTMLElement}
 */
export function piece(name) {
  const template = part(document, `#part-${name}`, HTMLTemplateElement);
  const copy = template.content.cloneNode(true);
  return part(/** @type {DocumentFragment} */ (copy), "*", HTMLElement);
}

/**
 * Writes text into the part of a piece.
 * @param {ParentNode} root
 * @param {string} selector
 * @param {string} text
 * @returns {HTMLElement}
 */
export function fill(root, selector, text) {
  const found = part(root, selector, HTMLElement);
  found.textContent = text;
  return found;
}

/**
 * Shows a message in its place, or hides the place where there is none.
 * @param {HTMLElement} place  which holds an icon and then the element for the text
 * @param {string} message
 */
export function tell(place, message) {
  part(place, ":scope > :last-child", HTMLElement).textContent = message;
  place.hidden = message === "";
}

/**
 * Shows one stage of the page and hides the others.
 * @param {string} name
 */
export function showStage(name) {
  for (const stage of document.querySelectorAll("main[data-stage]")) {
    if (stage instanceof HTMLElement) stage.hidden = stage.dataset.stage !== name;
  }
  document.body.classList.toggle("e-app", name === "mailbox");
}

/**
 * Shows groups of characters, each in an element of its own.
 * @param {Element} place
 * @param {string[]} groups
 */
export function showGroups(place, groups) {
  place.replaceChildren(
    ...groups.map((group) => {
      const shown = document.createElement("span");
      shown.textContent = group;
      return shown;
    }),
  );
}
