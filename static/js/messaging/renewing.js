/**
 * The mailbox's own keys: seeds of epochs that others began, and a new epoch every seven days.
 *
 * Vault first, link second: a seed is in the uploaded vault before the link that names its key is sent.
 */
import { openBundle } from "../protocol/bundle.js";
import { EpochSeed, generate } from "../protocol/keys.js";
import { linkBytes } from "../protocol/links.js";
import { rotate } from "../protocol/new_links.js";
import { checkFits } from "../protocol/vault_contents.js";
import * as wire from "../protocol/wire.js";
import { Alarm } from "./alarms.js";
import { chainOf, epochAge, refresh } from "./chains.js";
import { Refusal, get, post } from "./requests.js";
import * as vault from "./vault.js";

/** @typedef {import("../protocol/chain.js").ChainState} ChainState */

const EPOCH_DAYS = 7;
const MOST_BUNDLES = 10_000;
const MOST_BYTES = 1 << 17;

/** Fetches the own chain, checks that the vault belongs to it, takes new seeds, and begins an epoch where one is due. */
export async function bringUpToDate() {
  await refresh([vault.ownMailbox()]);
  const { chain } = chainOf(vault.ownMailbox());
  try {
    checkFits(vault.contents(), chain);
  } catch {
    throw new Alarm("alarm.vault");
  }
  await takeBundles(chain);
  if (epochAge(chainOf(vault.ownMailbox())) > EPOCH_DAYS) await beginEpoch(chain);
}

/** @param {ChainState} chain */
async function takeBundles(chain) {
  const missing = missingEpochs(chain);
  if (missing.length === 0) return;
  const rows = wire.arrayOf(await get(`/channel/bundles?after=${missing[0] - 1}`), MOST_BUNDLES, "bundles");
  const { sealing, epochs } = vault.contents();
  const opened = new Map(epochs);
  for (const row of rows) {
    const [number, sealed] = wire.tupleOf(row, 2, "bundle");
    const epoch = wire.uintOf(number, "bundle");
    const bytes = wire.someBytesOf(sealed, MOST_BYTES, "bundle");
    for (const [at, seed] of openBundle(sealing, chain, vault.owner(), epoch, bytes)) opened.set(at, seed);
  }
  vault.remember((inside) => inside.with({ epochs: opened }));
}

/**
 * @param {ChainState} chain
 * @returns {number[]}  ascending
 */
function missingEpochs(chain) {
  const { epochs, signing } = vault.contents();
  const { readsFrom } = chain.activeAt(signing.keyId, chain.head.number);
  return chain.epochs
    .filter((epoch) => epoch.number >= readsFrom && epochs.get(epoch.number)?.public.equals(epoch.public) !== true)
    .map((epoch) => epoch.number);
}

/** @param {ChainState} chain */
async function beginEpoch(chain) {
  const seed = generate(EpochSeed);
  const number = chain.epoch.number + 1;
  vault.remember((inside) => inside.with({ epochs: new Map([...inside.epochs, [number, seed]]) }));
  await vault.settle();
  const made = rotate(chain, vault.contents().signing, { seed, time: Math.floor(Date.now() / 1000) });
  try {
    await post("/channel/links", [linkBytes(made.link), made.bundles]);
  } catch (error) {
    // A colleague was faster: his epoch is as good, and its seed comes in a bundle.
    if (!(error instanceof Refusal)) throw error;
  }
  await refresh([vault.ownMailbox()]);
  await takeBundles(chainOf(vault.ownMailbox()).chain);
}
