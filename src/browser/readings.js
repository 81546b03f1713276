// What was read of large files, so that they need not be read again at the next visit: a database of its own, which
// holds nothing that the files themselves do not, and which may be gone at any time. A reading counts for the build of
// the app that made it alone, and for what was known when it did; whatever goes wrong here, the file is read anew.
import { answer, giveWay } from './database.js';
import { isSingle } from './delivery.js';

const NAME = 'plan-tracker.readings';
const STORE = 'readings';
const WAITING = 2_000;

// The names of the scripts change with whatever they load.
const build = import.meta.url;

let connection;

// Only who has something to keep founds the database.
function open(founds) {
  connection ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      if (founds) request.result.createObjectStore(STORE, { keyPath: 'id' });
      else request.transaction.abort();
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      giveWay(request.result, () => {
        connection = undefined;
      });
      resolve(request.result);
    };
  }).catch((error) => {
    connection = undefined;
    throw error;
  });
  return connection;
}

/** What `work` comes to; `otherwise` where it fails or takes too long. */
function tried(work, otherwise) {
  const end = new Promise((resolve) => {
    setTimeout(resolve, WAITING, otherwise);
  });
  return Promise.race([isSingle() ? otherwise : work().catch(() => otherwise), end]);
}

const store = async (mode, founds = false) => (await open(founds)).transaction(STORE, mode).objectStore(STORE);

/** What was read of files with all of that known: id, when the file was brought, and the bytes of each. */
export const readings = (known) =>
  tried(async () => {
    const all = await answer((await store('readonly')).getAll());
    const counts = (reading) => reading.build === build && reading.known === known;
    const reading = async ({ id, savedAt, bytes }) => [id, savedAt, new Uint8Array(await bytes.arrayBuffer())];
    return Promise.all(all.filter(counts).map(reading));
  }, []);

/** Keeps what was read of a file. */
export function keepReading(id, savedAt, known, read) {
  // The database would copy bytes while the page waits; a Blob is taken over beside it, and then nobody needs them.
  const bytes = new Blob([read]);
  // Given back at once, not when the browser next collects what nobody holds.
  read.buffer.transfer?.(0);
  return tried(async () => void (await answer((await store('readwrite', true)).put({ id, savedAt, build, known, bytes }))));
}

/** Forgets what was read of every file but these. */
export const keepReadingsOf = (ids) =>
  tried(async () => {
    const readings = await store('readwrite');
    for (const id of await answer(readings.getAllKeys())) if (!ids.includes(id)) readings.delete(id);
  });

/** Forgets everything. */
export async function forgetReadings() {
  (await connection?.catch(() => undefined))?.close();
  connection = undefined;
  await tried(() => answer(indexedDB.deleteDatabase(NAME)));
}
