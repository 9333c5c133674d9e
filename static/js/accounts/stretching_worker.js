/**
 * Turns a password into a key, off the page: Argon2id takes a second on purpose.
 *
 * A request is `{ name, password, serverBytes, passes, mebibytes }`; the answer `{ stretched, signInKey }` or
 * `{ refused }`. Lower costs than those compiled in are refused, whoever asks for them.
 */
// Not a static import: that module waits for libsodium, and a message that comes before the listener is there is lost.
const protocol = import("../protocol/password.js");

/**
 * @typedef {object} Request
 * @property {string} name  as the server stores it
 * @property {string} password
 * @property {Uint8Array} serverBytes  16
 * @property {number} passes
 * @property {number} mebibytes
 */

/** @typedef {{ stretched: Uint8Array, signInKey: Uint8Array } | { refused: string }} Answer */

/**
 * @param {Request} request
 * @returns {Promise<Answer>}
 */
async function answer(request) {
  try {
    const { Cost, passwordSalt, signInKey, stretch } = await protocol;
    const salt = passwordSalt(request.name, request.serverBytes);
    const stretched = stretch(request.password, salt, new Cost(request.passes, request.mebibytes));
    const key = signInKey(stretched);
    const bytes = { stretched: stretched.reveal().slice(), signInKey: key.reveal().slice() };
    stretched.wipe();
    key.wipe();
    return bytes;
  } catch (error) {
    return { refused: error instanceof Error ? error.message : "refused" };
  }
}

self.addEventListener("message", async (event) => {
  const made = await answer(event.data);
  const moved = "refused" in made ? [] : [made.stretched.buffer, made.signInKey.buffer];
  self.postMessage(made, { transfer: moved });
});

// It imports nothing when it starts, and is a module all the same.
export {};
