// The page's side of the import worker: one worker, one file at a time, started at the first file.
import { importWorker } from './delivery.js';

let worker;
let queue = Promise.resolve();
let abort;

function run(name, bytes, catalogue, today) {
  return new Promise((resolve, reject) => {
    worker ??= importWorker();
    const stop = (why) => {
      worker?.terminate();
      worker = undefined;
      reject(why);
    };
    abort = () => stop('cancelled');
    worker.onmessage = ({ data }) => (data.error ? stop(data.error) : resolve(data.bytes));
    worker.onerror = () => stop('broken');
    worker.postMessage({ name, bytes, catalogue, today }, [bytes.buffer]);
  }).finally(() => {
    abort = undefined;
  });
}

/**
 * Imports a file in the worker, by the built-in catalogue unless another one is given as JSON, in the year `today`; resolves to the bytes of the result, rejects with
 * "cancelled" or another word.
 */
export function importFile(name, bytes, catalogue, today) {
  const turn = queue.then(() => run(name, bytes, catalogue, today));
  queue = turn.catch(() => {});
  return turn;
}

/** Ends the import under way, if there is one. */
export function cancelImport() {
  abort?.();
}
