/**
 * Requests to the service: one encoded value there, one encoded value back; never a secret in either.
 */
import { decode, encode } from "../protocol/codec.js";

/** @typedef {import("../protocol/value.js").Value} Value */

/** The service said no, in words for the reader; `status` is the answer's. */
export class Refusal extends Error {
  /**
   * @param {number} status
   * @param {string} message
   */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** The sign-in has ended; what was typed is still here. */
export class SignedOut extends Refusal {}

/** The service cannot be reached now. */
export class Unreachable extends Error {}

const TOKEN = /name="csrf-token" content="([^"]+)"/;
const FACTS = /id="facts">([^<]*)</;
const UNAUTHORISED = 401;
const BAD_REQUEST = 400;

let token = document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "";

/**
 * @param {string} path
 * @returns {Promise<Value>}
 */
export async function get(path) {
  return decode(await ask(path, { headers: { Accept: "application/json" } }));
}

/**
 * Gives the bytes of an answer as they came.
 * @param {string} path
 * @returns {Promise<Uint8Array>}
 */
export function getBytes(path) {
  return ask(path, { headers: { Accept: "application/json" } });
}

/**
 * @param {string} path
 * @param {Value} value
 * @returns {Promise<Value>}
 */
export function post(path, value) {
  return postBytes(path, encode(value));
}

/**
 * Posts bytes; where the page's token is out of date, since somebody signed in anew, it is fetched and tried once more.
 * @param {string} path
 * @param {Uint8Array} body
 * @returns {Promise<Value>}
 */
export async function postBytes(path, body) {
  try {
    return decode(await ask(path, posting(body)));
  } catch (error) {
    if (!(error instanceof Refusal) || ![BAD_REQUEST, UNAUTHORISED].includes(error.status)) throw error;
    if (!(await renewToken())) throw error;
    return decode(await ask(path, posting(body)));
  }
}

/**
 * @param {Uint8Array} body
 * @returns {RequestInit}
 */
function posting(body) {
  const headers = {
    Accept: "application/json",
    "Content-Type": "application/octet-stream",
    "X-CSRFToken": token,
  };
  return { method: "POST", headers, body: /** @type {Uint8Array<ArrayBuffer>} */ (body) };
}

/**
 * @param {string} path
 * @param {RequestInit} options
 * @returns {Promise<Uint8Array>}
 */
async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, { ...options, credentials: "same-origin", redirect: "error" });
  } catch {
    throw new Unreachable("the service cannot be reached");
  }
  if (response.ok) return new Uint8Array(await response.arrayBuffer());
  const message = await refusalOf(response);
  if (response.status >= 500) throw new Unreachable(message);
  throw new (response.status === UNAUTHORISED ? SignedOut : Refusal)(response.status, message);
}

/**
 * @param {Response} response
 * @returns {Promise<string>}
 */
async function refusalOf(response) {
  try {
    return String((await response.json()).error);
  } catch {
    return String(response.status);
  }
}

/**
 * Fetches a new token after a new sign-in in another tab; somebody else's sign-in is of no use here.
 * @returns {Promise<boolean>}
 */
async function renewToken() {
  const response = await fetch("/messages", { credentials: "same-origin", headers: { Accept: "text/html" } });
  const page = await response.text();
  const found = TOKEN.exec(page);
  const told = FACTS.exec(page);
  if (found === null || told === null || nameIn(told[1]) !== nameIn(ownFacts())) return false;
  token = found[1];
  return true;
}

/**
 * @param {string} json
 * @returns {string}
 */
function nameIn(json) {
  return String(JSON.parse(json).signInName);
}

/** @returns {string} */
function ownFacts() {
  return document.getElementById("facts")?.textContent ?? "{}";
}
