/**
 * libsodium, loaded once for every module that imports it: in a page, in a worker and in Node.js.
 */
import sodium from "../../vendor/libsodium-wrappers-sumo/libsodium-wrappers.js";

await sodium.ready;

export default sodium;
