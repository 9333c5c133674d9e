/**
 * Randomness, by its one door: the platform's generator, which libsodium asks too, but four bytes at a time.
 */

/** @typedef {(size: number) => Uint8Array} Random */

/**
 * Draws fresh random bytes, at most 65,536.
 * @type {Random}
 */
export const draw = (size) => crypto.getRandomValues(new Uint8Array(size));
