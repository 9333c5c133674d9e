/** The invitation page: a new password becomes a key here; the key and how it was made are sent, the password is not. */
import { field, onSubmit, part, send, words } from "./proof_form.js";
import { isEnough, weigh } from "./strength.js";
import { Refusal, askStretching, freshStretching, hexOf, stretchWith } from "./stretching.js";

const form = part(document, "#accept", HTMLFormElement);
const password = part(form, "#typed", HTMLInputElement);
const again = part(form, "#again", HTMLInputElement);
const meter = part(form, "#meter", HTMLMeterElement);
const verdicts = part(form, "#strength-words", HTMLTemplateElement).dataset;
const advice = part(form, "#strength", HTMLElement);
const firstAdvice = advice.textContent;

/** @returns {{ verdict: string, level: number }} */
function weighed() {
  return weigh(password.value, field(form, "name").value, Number(verdicts.floor));
}

/** @returns {void} */
function showStrength() {
  const { verdict, level } = weighed();
  meter.value = level;
  advice.textContent = password.value === "" ? firstAdvice : (verdicts[verdict] ?? "");
}

/** @returns {void} */
function showDifference() {
  const differs = again.value !== "" && again.value !== password.value;
  part(form, "#differs", HTMLElement).hidden = !differs;
  again.setAttribute("aria-invalid", String(differs));
}

/** @returns {void} */
function refuseWrong() {
  const name = field(form, "name");
  if (name.value.trim() === "" || password.value === "") {
    (name.value.trim() === "" ? name : password).focus();
    throw new Refusal(words(form, "empty"));
  }
  const { verdict, level } = weighed();
  if (!isEnough(level)) {
    password.focus();
    throw new Refusal(verdicts[verdict] ?? "");
  }
  if (again.value !== password.value) {
    again.focus();
    throw new Refusal(part(form, "#differs span", HTMLElement).textContent ?? "");
  }
}

/** @returns {Promise<void>} */
async function accept() {
  refuseWrong();
  // The service says how it stores the name, which is part of the salt; its own bytes are not wanted here.
  const stored = await askStretching(form.dataset.salt ?? "", field(form, "name").value, field(form, "csrf_token").value);
  const how = freshStretching(stored.name);
  const made = await stretchWith(how, password.value);
  field(form, "sign_in_key").value = hexOf(made.signInKey);
  field(form, "salt_half").value = hexOf(how.serverBytes);
  field(form, "passes").value = String(how.passes);
  field(form, "mebibytes").value = String(how.mebibytes);
  made.stretched.fill(0);
  made.signInKey.fill(0);
  try {
    await send(form);
  } finally {
    field(form, "sign_in_key").value = "";
  }
}

for (const input of [password, field(form, "name")]) input.addEventListener("input", showStrength);
for (const input of [password, again]) input.addEventListener("input", showDifference);
onSubmit(form, accept);
