/**
 * The one error of the protocol.
 */

const OUTWARD = "This object does not follow the protocol and was refused.";

/**
 * An object is refused; to the outside all refusals read the same. `reason` says which check failed: it names the
 * check, never a secret or a byte of the object.
 */
export class ProtocolError extends Error {
  /**
   * @param {string} reason
   * @param {string} [message]
   */
  constructor(reason, message = OUTWARD) {
    super(message);
    this.name = new.target.name;
    this.reason = reason;
  }
}

/** A typed secret is misspelt; the message helps the person who holds the card or the kit. */
export class SecretTextError extends ProtocolError {
  /** @param {string} advice */
  constructor(advice) {
    super(advice, advice);
    this.advice = advice;
  }
}
