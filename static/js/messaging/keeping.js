/**
 * What this browser keeps between visits: the card's secret where its owner allows it, sealed messages on their way out,
 * and the highest vault counter that was seen. Never the vault, a key of it, or a word of a message.
 */

/**
 * A sealed message that is on its way; `bytes` are what was signed, sent again unchanged until the service answers.
 * @typedef {object} Outgoing
 * @property {string} id  of the message, in hexadecimal digits
 * @property {string} owner  the key's id
 * @property {Uint8Array[]} batch
 * @property {number} at
 */

/**
 * What was seen of one account: its vault's counter, and the log's key.
 * @typedef {{ name: string, counter: number, logKey: string }} Remembered
 */

const DATABASE = "entraide";
const VERSION = 1;
const CARDS = "cards";
const OUTBOX = "outbox";
const SEEN = "seen";

/** @returns {Promise<IDBDatabase>} */
function open() {
  const request = indexedDB.open(DATABASE, VERSION);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(CARDS, { keyPath: "name" });
    request.result.createObjectStore(OUTBOX, { keyPath: "id" });
    request.result.createObjectStore(SEEN, { keyPath: "name" });
  };
  return settled(request);
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Runs one request on one store; it counts when it is on disk.
 * @template T
 * @param {string} name
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} work
 * @returns {Promise<T>}
 */
async function within(name, mode, work) {
  const database = await open();
  try {
    const transaction = database.transaction(name, mode, { durability: "strict" });
    const finished = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    const result = await settled(work(transaction.objectStore(name)));
    await finished;
    return result;
  } finally {
    database.close();
  }
}

/**
 * @param {string} name  to sign in with
 * @returns {Promise<Uint8Array | null>}
 */
export async function keptCard(name) {
  const row = await within(CARDS, "readonly", (store) => store.get(name));
  return row?.secret ?? null;
}

/**
 * @param {string} name
 * @param {Uint8Array} secret
 */
export async function keepCard(name, secret) {
  await within(CARDS, "readwrite", (store) => store.put({ name, secret }));
}

/** @param {string} name */
export async function forgetCard(name) {
  await within(CARDS, "readwrite", (store) => store.delete(name));
}

/** @param {Outgoing} outgoing */
export async function keepOutgoing(outgoing) {
  await within(OUTBOX, "readwrite", (store) => store.put(outgoing));
}

/** @param {string} id */
export async function forgetOutgoing(id) {
  await within(OUTBOX, "readwrite", (store) => store.delete(id));
}

/**
 * @param {string} owner
 * @returns {Promise<Outgoing[]>}  the oldest first
 */
export async function keptOutgoing(owner) {
  /** @type {Outgoing[]} */
  const rows = await within(OUTBOX, "readonly", (store) => store.getAll());
  return rows.filter((row) => row.owner === owner).sort((a, b) => a.at - b.at);
}

/**
 * @param {string} name
 * @returns {Promise<Remembered | null>}
 */
export async function remembered(name) {
  return (await within(SEEN, "readonly", (store) => store.get(name))) ?? null;
}

/** @param {Remembered} row */
export async function remember(row) {
  await within(SEEN, "readwrite", (store) => store.put(row));
}
