// The database of what is kept: `files` as version 1 had them, `entries` for everything else, told by shelf and id.
// Every change is one transaction, every wait ends, and another tab never has to wait for this one.
//
// An entry crosses to Rust as [shelf, id, name, version, savedAt, content], its content a text or a file's Blob, which is
// stored as it is and never read here. Earlier versions stored a file as bytes: they are read as a Blob of these.
// What goes wrong is told in one word: blocked (not allowed), full, later (a newer version's database), held (a tab of
// an older version has it), silent (no answer), failed.

import { blobOf } from './blob.js';
import { answer, giveWay } from './database.js';
import { forgetReadings } from './readings.js';

const NAME = 'plan-tracker';
const VERSION = 2;
const OPENING = 4_000;
const READING = 15_000;
const WRITING = 30_000;

let connection;
// Nothing has been kept since everything was erased: to look would found the database anew.
let isErased = false;

const wordOf = (error) =>
  typeof error === 'string'
    ? error
    : ({ SecurityError: 'blocked', InvalidStateError: 'blocked', QuotaExceededError: 'full', VersionError: 'later' })[error?.name] ?? 'failed';

/** Rejects with "silent" where `work` has not ended after so many milliseconds. */
function within(milliseconds, work) {
  let timer;
  const end = new Promise((_, reject) => {
    timer = setTimeout(() => reject('silent'), milliseconds);
  });
  return Promise.race([work, end])
    .catch((error) => Promise.reject(wordOf(error)))
    .finally(() => clearTimeout(timer));
}

const completed = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

function open(version) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, version);
    let late = false;
    setTimeout(() => {
      late = true;
    }, OPENING);
    request.onupgradeneeded = () => {
      const { result: db } = request;
      if (!version) {
        // Looking at another version's database must not found one.
        request.transaction.abort();
        return;
      }
      if (!db.objectStoreNames.contains('files')) db.createObjectStore('files', { keyPath: 'id' });
      if (!db.objectStoreNames.contains('entries')) db.createObjectStore('entries', { keyPath: ['shelf', 'id'] });
    };
    request.onblocked = () => {
      late = true;
      reject('held');
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const { result: db } = request;
      giveWay(db, () => {
        connection = undefined;
      });
      // Nobody waits for it any more.
      if (late) db.close();
      else resolve(db);
    };
  });
}

function connect() {
  connection ??= within(OPENING, open(VERSION)).catch((word) => {
    connection = undefined;
    throw word;
  });
  return connection;
}

const STORES = ['files', 'entries'];

/** Everything in the database. */
export const readAll = () => read(STORES);

/** Everything but the files, which may be large. */
export const readEntries = () => read(['entries']);

/** The files alone. */
export const readFiles = () => read(['files']);

const read = async (stores) => (isErased ? [] : rows(await connect(), stores));

/** One file, as a list of at most one entry. */
export async function readFile(id) {
  if (isErased) return [];
  const db = await connect();
  const found = await within(READING, answer(db.transaction('files').objectStore('files').get(id)));
  return found ? [row('files', found)] : [];
}

/** Everything in a database of a later version, so that it can be saved as a file. */
export async function readLater() {
  const db = await within(OPENING, open());
  try {
    return await rows(db, STORES);
  } finally {
    db.close();
  }
}

async function rows(db, wanted) {
  const names = wanted.filter((name) => db.objectStoreNames.contains(name));
  if (names.length === 0) return [];
  const transaction = db.transaction(names);
  const stores = names.map((name) => answer(transaction.objectStore(name).getAll()).then((all) => all.map((found) => row(name, found))));
  return (await within(READING, Promise.all(stores))).flat();
}

function row(store, found) {
  const isFile = store === 'files';
  const { id, shelf, name, version, savedAt, loadedAt, bytes, text } = found;
  const content = isFile ? file(bytes) : text;
  return [
    isFile ? store : String(shelf),
    String(id),
    typeof name === 'string' ? name : '',
    Number(version ?? 1),
    Number(savedAt ?? loadedAt ?? 0),
    // What has another shape is carried as it stands: it is told of, and can be saved.
    content instanceof Blob || typeof content === 'string' ? content : JSON.stringify(found),
  ];
}

const file = (bytes) => (bytes instanceof ArrayBuffer || bytes instanceof Uint8Array ? blobOf(bytes) : bytes);

/** Writes and deletes, all of it or nothing; `puts` are entries, `deletes` pairs of shelf and id. */
export async function change(puts, deletes) {
  if (isErased && puts.length === 0) return;
  isErased = false;
  const db = await connect();
  const transaction = db.transaction(['files', 'entries'], 'readwrite');
  const done = completed(transaction);
  const of = (shelf) => transaction.objectStore(shelf === 'files' ? 'files' : 'entries');
  try {
    for (const [shelf, id] of deletes) of(shelf).delete(shelf === 'files' ? id : [shelf, id]);
    for (const [shelf, id, name, version, savedAt, content] of puts) {
      const isFile = shelf === 'files';
      of(shelf).put(
        isFile
          ? { id, name, version, loadedAt: savedAt, bytes: content }
          : { shelf, id, name, version, savedAt, text: content },
      );
    }
  } catch (error) {
    done.catch(() => {});
    transaction.abort();
    throw wordOf(error);
  }
  await within(WRITING, done).catch((word) => {
    // So that what was given up is not written after all.
    try {
      transaction.abort();
    } catch {
      // It has ended meanwhile.
    }
    throw word;
  });
}

// Tabs tell one another of changes; a browser without channels is one whose tabs see them at the next visit.
const channel = globalThis.BroadcastChannel && globalThis.document ? new BroadcastChannel(NAME) : undefined;

/** Tells the other tabs: "changed" or "erased". */
export function tell(what) {
  channel?.postMessage(what);
}

/** Calls `then` with what another tab tells. */
export function listen(then) {
  if (!channel) return;
  channel.onmessage = ({ data }) => {
    isErased = data === 'erased';
    then(String(data));
  };
}

/** Asks the browser not to clear what is kept when room gets short; it may refuse. */
export async function persist() {
  try {
    await navigator.storage?.persist?.();
  } catch {
    // Then it stays as the browser likes.
  }
}

/** [bytes used, bytes allowed, 1 where the browser promises to keep them], as far as it says. */
export async function room() {
  try {
    const { usage, quota } = await within(OPENING, navigator.storage.estimate());
    const kept = await within(OPENING, navigator.storage.persisted());
    return [usage ?? NaN, quota ?? NaN, kept ? 1 : 0];
  } catch {
    return [NaN, NaN, 0];
  }
}

/** Erases all that this app has left in the browser: its database, its small values, its copies for use offline. */
export async function erase() {
  (await connection?.catch(() => undefined))?.close();
  connection = undefined;
  await within(
    READING,
    new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(NAME);
      request.onblocked = () => reject('held');
      request.onerror = () => reject(request.error);
      request.onsuccess = () => resolve();
    }),
  );
  isErased = true;
  await forgetReadings();
  for (const area of [localStorage, sessionStorage]) {
    const own = Object.keys(area).filter((key) => key.startsWith(`${NAME}.`));
    own.forEach((key) => area.removeItem(key));
  }
  const here = new URL('./', location.href.split('#')[0]).href;
  const workers = (await navigator.serviceWorker?.getRegistrations().catch(() => [])) ?? [];
  await Promise.all(workers.filter(({ scope }) => scope.startsWith(here)).map((worker) => worker.unregister()));
  const caches = globalThis.caches;
  const names = (await caches?.keys().catch(() => [])) ?? [];
  await Promise.all(names.filter((name) => name.startsWith(`${here} `)).map((name) => caches.delete(name)));
}
