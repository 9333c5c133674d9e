/** What must not happen and did: the service showed something that cannot be true. Nothing goes on after it. */

export class Alarm extends Error {
  /** @param {string} key  of the sentence that tells the reader */
  constructor(key) {
    super(key);
    this.key = key;
  }
}
