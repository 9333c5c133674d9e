/** The form that opens the vault: the password, and the card where this browser does not know it. */
import { ProtocolError } from "../protocol/errors.js";
import { faultOf, groupsIn, readCard } from "./card_text.js";
import { facts, say } from "./facts.js";
import { forgetCard, keepCard, keptCard } from "./keeping.js";
import { part, fill, tell } from "./parts.js";
import { sentenceFor } from "./telling.js";
import * as vault from "./vault.js";

/**
 * Shows the form, and calls back each time that the vault was opened.
 * @param {() => Promise<void>} opened
 */
export async function showUnlocking(opened) {
  const form = part(document, "#unlock", HTMLFormElement);
  const typed = part(form, "#unlock-card", HTMLTextAreaElement);
  await showWays(form);
  typed.addEventListener("input", () => judge(form, typed.value));
  part(form, "[data-forget]", HTMLButtonElement).addEventListener("click", async () => {
    await forgetCard(facts.signInName);
    await showWays(form);
    typed.focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void attempt(form, opened);
  });
  // Until here the form would have been sent by the browser itself.
  part(form, "button[type=submit]", HTMLButtonElement).disabled = false;
}

/** @param {HTMLFormElement} form */
async function showWays(form) {
  const kept = (await keptCard(facts.signInName)) !== null;
  part(form, "[data-card]", HTMLElement).hidden = kept;
  part(form, "[data-kept]", HTMLElement).hidden = !kept;
  judge(form, part(form, "#unlock-card", HTMLTextAreaElement).value);
}

/**
 * @param {HTMLFormElement} form
 * @param {string} typed
 */
function judge(form, typed) {
  fill(form, "[data-groups]", say("groups", { count: groupsIn(typed) }));
  tell(part(form, "#unlock-card-wrong", HTMLElement), faultOf(typed));
}

/**
 * @param {HTMLFormElement} form
 * @param {() => Promise<void>} opened
 */
async function attempt(form, opened) {
  const button = part(form, "button[type=submit]", HTMLButtonElement);
  const busy = part(form, "[data-busy]", HTMLElement);
  const problem = part(form, "[data-problem]", HTMLElement);
  tell(problem, "");
  button.disabled = true;
  busy.hidden = false;
  try {
    const fault = await open(form);
    if (fault !== "") tell(problem, fault);
    else await opened();
  } catch (error) {
    vault.lock();
    tell(problem, sentenceFor(error));
  } finally {
    button.disabled = false;
    busy.hidden = true;
  }
}

/**
 * Opens the vault with what was typed; gives a sentence where that is not enough.
 * @param {HTMLFormElement} form
 * @returns {Promise<string>}
 */
async function open(form) {
  const password = part(form, "#unlock-password", HTMLInputElement);
  const typed = part(form, "#unlock-card", HTMLTextAreaElement);
  if (password.value === "") {
    password.focus();
    return say("password-needed");
  }
  const kept = await keptCard(facts.signInName);
  const card = kept === null ? readCard(typed.value) : { secret: kept };
  if ("fault" in card) {
    typed.focus();
    return card.fault;
  }
  const { way, signInKey } = await vault.wayIn(password.value, card.secret);
  signInKey.fill(0);
  try {
    await vault.open(way);
  } catch (error) {
    if (error instanceof ProtocolError) return say("wrong");
    throw error;
  } finally {
    way.wipe();
  }
  if (kept === null && part(form, "#unlock-keep", HTMLInputElement).checked) {
    await keepCard(facts.signInName, card.secret);
  }
  password.value = "";
  typed.value = "";
  return "";
}
