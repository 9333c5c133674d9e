/** Buttons that copy the text of a field. */

/**
 * @param {HTMLElement} button
 * @returns {Promise<void>}
 */
async function copy(button) {
  const field = document.getElementById(button.dataset.copy ?? "");
  if (!(field instanceof HTMLInputElement)) return;
  field.select();
  await navigator.clipboard.writeText(field.value);
  const label = button.querySelector("span");
  if (label !== null) label.textContent = button.dataset.done ?? "";
}

for (const button of document.querySelectorAll("[data-copy]")) {
  if (button instanceof HTMLElement) button.addEventListener("click", () => void copy(button));
}
