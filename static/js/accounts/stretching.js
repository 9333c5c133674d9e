/**
 * From a name and a password to a key, for every page that asks for a password.
 *
 * The password goes to a worker of this page and nowhere else. Whoever gets the bytes wipes them after use.
 */
import { startWorker } from "../trusted_worker.js";

const WORKER = "/static/js/accounts/stretching_worker.js";
const HALF_SIZE = 16;
const DEFAULT_PASSES = 3;
const DEFAULT_MEBIBYTES = 64;

/**
 * @typedef {object} Stretching
 * @property {string} name  as the server stores it
 * @property {Uint8Array} serverBytes  16
 * @property {number} passes
 * @property {number} mebibytes
 */

/**
 * @typedef {object} Stretched
 * @property {string} name
 * @property {Uint8Array} stretched  32 bytes, from which the vault's key derives
 * @property {Uint8Array} signInKey  32 bytes, which are sent to sign in
 */

/** The service answered with a refusal, in words for the reader. */
export class Refusal extends Error {}

/** The browser could not do the work, or was asked to do less than it must. */
export class StretchingError extends Error {}

/**
 * Gives what the service keeps to stretch the password of this name; for a name that nobody has, too.
 * @param {string} address  of the service's answer
 * @param {string} name
 * @param {string} csrfToken
 * @returns {Promise<Stretching>}
 */
export async function askStretching(address, name, csrfToken) {
  const response = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": csrfToken },
    body: JSON.stringify({ name }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Refusal(String(answer.error));
  return {
    name: String(answer.name),
    serverBytes: bytesOf(String(answer.salt_half)),
    passes: Number(answer.passes),
    mebibytes: Number(answer.mebibytes),
  };
}

/**
 * Gives a stretching with fresh bytes, for a password that is chosen now.
 * @param {string} name  as the server stores it
 * @returns {Stretching}
 */
export function freshStretching(name) {
  const serverBytes = crypto.getRandomValues(new Uint8Array(HALF_SIZE));
  return { name, serverBytes, passes: DEFAULT_PASSES, mebibytes: DEFAULT_MEBIBYTES };
}

/**
 * Stretches a password in a worker, which ends afterwards and takes its memory along.
 * @param {Stretching} how
 * @param {string} password
 * @returns {Promise<Stretched>}
 */
export function stretchWith(how, password) {
  const worker = startWorker(WORKER);
  /** @type {Promise<Stretched>} */
  const work = new Promise((resolve, reject) => {
    worker.addEventListener("error", () => reject(new StretchingError("the worker did not start")));
    worker.addEventListener("message", (event) => {
      if ("refused" in event.data) reject(new StretchingError(event.data.refused));
      else resolve({ name: how.name, ...event.data });
    });
    worker.postMessage({ ...how, password });
  });
  return work.finally(() => worker.terminate());
}

/**
 * Stretches the password of an account that exists: asks the service for its bytes, then works.
 * @param {string} name
 * @param {string} password
 * @param {{ address: string, csrfToken: string }} service
 * @returns {Promise<Stretched>}
 */
export async function stretchFor(name, password, { address, csrfToken }) {
  return stretchWith(await askStretching(address, name, csrfToken), password);
}

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function hexOf(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * @param {string} text
 * @returns {Uint8Array}
 */
function bytesOf(text) {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) throw new StretchingError("the service's answer cannot be read");
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
