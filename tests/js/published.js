/**
 * The published vectors that stand beside the project; where they are absent, their tests skip by name.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SHARED = fileURLToPath(new URL("../../../shared/vectors/", import.meta.url));

/**
 * @param {string} name  of a file below `shared/vectors`
 * @returns {any | null}
 */
export function published(name) {
  return readJson(join(SHARED, name));
}

/**
 * @param {string} name  of a file below the package `cryptography_vectors`, whose folder the environment names
 * @returns {any | null}
 */
export function fromCryptography(name) {
  const folder = process.env.CRYPTOGRAPHY_VECTORS;
  return folder ? readJson(join(folder, name)) : null;
}

/**
 * @param {string} name  of a folder below `shared/vectors`
 * @returns {string[]}  every file in it, named from there; none if it is absent
 */
export function publishedFiles(name) {
  const folder = join(SHARED, name);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((file) => join(name, String(file)))
    .filter((file) => file.endsWith(".json"));
}

/**
 * @param {unknown} present
 * @returns {{ skip: string | false }}  what makes a test skip where its vectors are absent
 */
export function needs(present) {
  return { skip: present ? false : "published vectors absent" };
}

/** @param {string} path */
function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}
