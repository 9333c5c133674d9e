/**
 * Sending: sealed here, kept in this browser as sealed bytes, sent until the service answers, the same bytes again after
 * a lost answer, under a new session after a refusal.
 */
import { toHex } from "../protocol/bytes.js";
import { letter } from "../protocol/content.js";
import { beginMembership, controlBytes, createConversation } from "../protocol/control.js";
import { envelopeBytes, sealMessage } from "../protocol/envelope.js";
import { EnvelopeType, MAX_REFERENCES } from "../protocol/header.js";
import { newIdentifier } from "../protocol/identifiers.js";
import * as wire from "../protocol/wire.js";
import { chainOf, isStale, refresh } from "./chains.js";
import { conversationOf, load, ownStatement, refreshList } from "./conversations.js";
import { facts } from "./facts.js";
import { forgetOutgoing, keepOutgoing, keptOutgoing } from "./keeping.js";
import { Refusal, SignedOut, post } from "./requests.js";
import * as vault from "./vault.js";

/** @typedef {import("../protocol/content.js").Content} Content */
/** @typedef {import("../protocol/control.js").Membership} Membership */
/** @typedef {import("../protocol/header.js").Header} Header */
/** @typedef {import("../protocol/wire.js").Head} Head */
/** @typedef {import("./conversations.js").Conversation} Conversation */
/** @typedef {import("./keeping.js").Outgoing} Outgoing */

/** @typedef {{ subject: string | null, text: string }} Typed */

/** A peer has not renewed its key for so long that nothing is sealed to it. */
export class StaleKey extends Error {
  /** @param {Uint8Array} mailboxId */
  constructor(mailboxId) {
    super("stale key");
    this.mailboxId = mailboxId;
  }
}

export const OLD_DAYS = 14;
const REFUSED = 422;

/** Where this session stands in each conversation. @type {Map<string, Head>} */
const standing = new Map();
/** What was sealed last and has no answer yet. @type {Outgoing | null} */
let pending = null;

/** Forgets where the session stood, as at locking; what is sealed waits in the browser for the next visit. */
export function forget() {
  standing.clear();
  pending = null;
}

/** @returns {boolean}  whether a sealed message waits for an answer */
export function hasPending() {
  return pending !== null;
}

/**
 * Sends the sealed message that waits again, unchanged.
 * @returns {Promise<boolean>}  whether the service keeps it now; if not, it was refused and has to be sealed anew
 */
export async function resendPending() {
  if (pending === null) return false;
  try {
    await resend(pending);
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    goOn();
    return false;
  }
}

/**
 * Sends a letter into a conversation, and returns once the service keeps it.
 * @param {Conversation} conversation
 * @param {Typed} typed
 */
export async function send(conversation, typed) {
  await load(conversation);
  const { membership } = conversation;
  if (membership === null) throw new Error("no membership");
  await inNewSessionOnce(async () => {
    await checkKeys(membership);
    const references = conversation.unreferenced.slice(0, MAX_REFERENCES);
    await deliver([sealed(membership, typed, references)]);
  });
  await load(conversation);
}

/**
 * Begins a conversation with these authorities and its first letter; gives it once the service keeps both.
 * @param {Uint8Array[]} mailboxes
 * @param {Typed} typed
 * @returns {Promise<Conversation>}
 */
export async function begin(mailboxes, typed) {
  let id = newIdentifier();
  const members = [vault.ownMailbox(), ...mailboxes];
  await inNewSessionOnce(async () => {
    // Whether the service kept what it refused is not known: a second try never makes a second control of one name.
    id = newIdentifier();
    await refresh(members);
    const control = createConversation(vault.contents().signing, header(EnvelopeType.CONTROL, id, null, []), members);
    const membership = beginMembership(control);
    await checkKeys(membership);
    standing.set(toHex(id), new wire.Head(0, control.hash));
    await deliver([{ hash: control.hash, header: control.header, bytes: controlBytes(control) }, sealed(membership, typed, [])]);
  });
  await refreshList();
  const conversation = conversationOf(toHex(id));
  if (conversation === null) throw new Error("the conversation is not listed");
  await load(conversation);
  return conversation;
}

/**
 * Tries once; after a refusal once more under a new session, which references the heads of the old.
 * @param {() => Promise<void>} attempt
 */
async function inNewSessionOnce(attempt) {
  try {
    await attempt();
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== REFUSED) throw error;
    goOn();
    await attempt();
  }
}

function goOn() {
  vault.renewSession();
  standing.clear();
}

/** @typedef {{ hash: Uint8Array, header: Header, bytes: Uint8Array }} Made */

/**
 * @param {Membership} membership
 * @param {Typed} typed
 * @param {Uint8Array[]} references
 * @returns {Made}
 */
function sealed(membership, typed, references) {
  const recipients = membership.members.map((mailboxId) => {
    const { chain } = chainOf(mailboxId);
    const { number, public: key } = chain.epoch;
    return /** @type {[import("../protocol/envelope.js").Recipient, typeof key]} */ ([
      { mailboxId, epoch: number, head: chain.head },
      key,
    ]);
  });
  const place = header(EnvelopeType.MESSAGE, membership.conversation, membership.head, references);
  const envelope = sealMessage(vault.contents().signing, { header: place, recipients, content: content(typed) });
  return { hash: envelope.hash, header: envelope.header, bytes: envelopeBytes(envelope) };
}

/**
 * @param {Typed} typed
 * @returns {Content}
 */
function content({ subject, text }) {
  return letter(text, { subject, officer: ownStatement(), language: facts.language });
}

/**
 * @param {number} type
 * @param {Uint8Array} conversation
 * @param {Head | null} membership
 * @param {Uint8Array[]} references
 * @returns {Header}
 */
function header(type, conversation, membership, references) {
  const before = standing.get(toHex(conversation)) ?? null;
  return {
    type,
    messageId: newIdentifier(),
    author: {
      mailboxId: vault.ownMailbox(),
      keyId: vault.owner(),
      head: chainOf(vault.ownMailbox()).chain.head,
      session: vault.session(),
    },
    place: {
      conversation,
      n: before === null ? 0 : before.number + 1,
      previous: before === null ? null : before.hash,
      // What this session wrote itself is named by `previous`.
      references: before === null ? references : references.filter((hash) => toHex(hash) !== toHex(before.hash)),
      membership,
    },
    time: Math.floor(Date.now() / 1000),
    checkpoint: vault.contents().checkpoint,
  };
}

/**
 * Fetches the members' newest chains, and refuses keys that are too old.
 * @param {Membership} membership
 */
async function checkKeys({ members }) {
  await refresh(members);
  const stale = members.find((id) => isStale(chainOf(id)));
  if (stale !== undefined) throw new StaleKey(stale);
}

/**
 * Keeps the sealed bytes, sends them, and forgets them once the service has answered.
 * @param {Made[]} made
 */
async function deliver(made) {
  const last = made[made.length - 1];
  const outgoing = {
    id: toHex(last.header.messageId),
    owner: toHex(vault.owner()),
    batch: made.map(({ bytes }) => bytes),
    at: Date.now(),
  };
  await keepOutgoing(outgoing);
  pending = outgoing;
  // From here on this place of the session is taken, whatever becomes of the answer.
  standing.set(toHex(last.header.place.conversation), new wire.Head(last.header.place.n, last.hash));
  await resend(outgoing);
}

/** @param {Outgoing} outgoing */
async function resend(outgoing) {
  try {
    await post("/channel/envelopes", outgoing.batch);
  } catch (error) {
    // Refused for good: these bytes are of no use any more. A lost answer or sign-in leaves them where they are.
    if (isRefusal(error)) await done(outgoing);
    throw error;
  }
  await done(outgoing);
}

/** @param {Outgoing} outgoing */
async function done(outgoing) {
  if (pending?.id === outgoing.id) pending = null;
  await forgetOutgoing(outgoing.id);
}

/**
 * @param {unknown} error
 * @returns {boolean}
 */
function isRefusal(error) {
  return error instanceof Refusal && !(error instanceof SignedOut);
}

/**
 * Sends again, unchanged, what an earlier visit left without an answer.
 * @returns {Promise<number>}  how many the service keeps now
 */
export async function sendLeftOver() {
  let sent = 0;
  for (const outgoing of await keptOutgoing(toHex(vault.owner()))) {
    try {
      await resend(outgoing);
      sent += 1;
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
  }
  return sent;
}
