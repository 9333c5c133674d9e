/** What an error means to the reader, in one sentence that says what to do. */
import { ProtocolError } from "../protocol/errors.js";
import { Alarm } from "./alarms.js";
import { chainOf } from "./chains.js";
import { say } from "./facts.js";
import { Refusal, SignedOut, Unreachable } from "./requests.js";
import { StaleKey } from "./sending.js";

/**
 * @param {unknown} error
 * @returns {string}
 */
export function sentenceFor(error) {
  if (error instanceof Alarm) return say(error.key);
  if (error instanceof SignedOut) return say("signed-out");
  if (error instanceof Refusal) return error.message;
  if (error instanceof Unreachable) return say("unreachable-now");
  if (error instanceof StaleKey) return say("stale", { authority: chainOf(error.mailboxId).chain.name });
  if (error instanceof ProtocolError) return say("alarm.chain");
  return say("unexpected");
}
