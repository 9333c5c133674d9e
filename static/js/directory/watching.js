/** Watches a file on its way through the import, and goes on when it is done. */

const PAUSE = 700;

/**
 * @typedef {{status: string, done: number, total: number, finished: boolean}} Progress
 */

/**
 * @param {HTMLElement} place
 * @param {Progress} progress
 * @returns {void}
 */
function show(place, progress) {
  const bar = place.querySelector("progress");
  if (bar !== null && progress.total > 0) {
    bar.max = progress.total;
    bar.value = progress.done;
  }
  const done = place.querySelector("[data-done]");
  const total = place.querySelector("[data-total]");
  if (done !== null) done.textContent = String(progress.done);
  if (total !== null && progress.total > 0) total.textContent = String(progress.total);
}

/**
 * @param {string} address
 * @returns {Promise<Progress | null>}
 */
async function ask(address) {
  try {
    const answer = await fetch(address, { headers: { accept: "application/json" } });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/**
 * @param {HTMLElement} place
 * @param {string} address
 * @returns {Promise<void>}
 */
async function watch(place, address) {
  const progress = await ask(address);
  if (progress?.finished) {
    location.reload();
    return;
  }
  if (progress !== null) show(place, progress);
  setTimeout(() => void watch(place, address), PAUSE);
}

const place = document.querySelector("[data-watch]");
if (place instanceof HTMLElement && place.dataset.watch) void watch(place, place.dataset.watch);
