import { ProtocolError } from "../protocol/errors.js";

/** What must not happen and did: the service showed something that cannot be true. Nothing goes on after it. */

export class Alarm extends Error {
  /** @param {string} key  of the sentence that tells the reader */
  constructor(key) {
    super(key);
    this.key = key;
  }
}

/**
 * Does work on what the service answered; what there breaks the protocol is an alarm.
 * @template T
 * @param {string} key  of the sentence that tells the reader
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function orAlarm(key, work) {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ProtocolError ? new Alarm(key) : error;
  }
}
