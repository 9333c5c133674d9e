/** The sign-in page: the password becomes a key here, and only the key is sent. */
import { field, onSubmit, part, send, words } from "./proof_form.js";
import { Refusal, hexOf, stretchFor } from "./stretching.js";

const form = part(document, "#sign-in", HTMLFormElement);
const password = part(form, "#typed", HTMLInputElement);

/** @returns {Promise<void>} */
async function signIn() {
  const name = field(form, "name");
  if (name.value.trim() === "" || password.value === "") {
    (name.value.trim() === "" ? name : password).focus();
    throw new Refusal(words(form, "empty"));
  }
  const service = { address: form.dataset.salt ?? "", csrfToken: field(form, "csrf_token").value };
  const made = await stretchFor(name.value, password.value, service);
  field(form, "sign_in_key").value = hexOf(made.signInKey);
  made.stretched.fill(0);
  made.signInKey.fill(0);
  try {
    await send(form);
  } finally {
    field(form, "sign_in_key").value = "";
  }
}

onSubmit(form, signIn);
