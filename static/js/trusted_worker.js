/**
 * The one Trusted Types policy of a page: it lets the page start workers from the service's own scripts, nothing else.
 */

const OURS = /^\/static\/js\/[a-z_/]+\.js$/;

/** @typedef {{ createPolicy(name: string, rules: object): { createScriptURL(path: string): string } }} PolicyFactory */

/** @type {{ createScriptURL(path: string): string } | null} */
let policy = null;

/**
 * @param {string} path
 * @returns {string}
 */
function checked(path) {
  if (!OURS.test(path)) throw new TypeError(`not a script of this service: ${path}`);
  return path;
}

/**
 * Starts one of the service's scripts as a worker.
 * @param {string} path  such as `/static/js/accounts/stretching_worker.js`
 * @returns {Worker}
 */
export function startWorker(path) {
  const factory = /** @type {{ trustedTypes?: PolicyFactory }} */ (/** @type {unknown} */ (globalThis)).trustedTypes;
  if (policy === null && factory !== undefined) policy = factory.createPolicy("entraide", { createScriptURL: checked });
  const url = policy === null ? checked(path) : policy.createScriptURL(path);
  return new Worker(url, { type: "module" });
}
