// The page's side of the import worker: one worker, one file at a time, started at the first file.
import { importWorker } from './delivery.js';

let worker;
let queue = Promise.resolve();
let abort;

function run(request, bytes) {
  return new Promise((resolve, reject) => {
    worker ??= importWorker();
    const stop = (why) => {
      worker?.terminate();
      worker = undefined;
      reject(why);
    };
    abort = () => stop('cancelled');
    worker.onmessage = ({ data }) => (data.error ? stop(data.error) : resolve(data.answer));
    worker.onerror = () => stop('broken');
    worker.postMessage({ ...request, bytes }, [bytes.buffer]);
  }).finally(() => {
    abort = undefined;
  });
}

// Asks the worker when it has answered everything before.
function inTurn(request, bytes) {
  const turn = queue.then(() => run(request, bytes));
  queue = turn.catch(() => {});
  return turn;
}

/**
 * Imports a file in the worker, by the built-in catalogue unless another one is given as JSON, in the year `today`, with
 * what visitors said that texts mean; resolves to the bytes of the result, rejects with "cancelled" or another word.
 */
export function importFile(name, bytes, catalogue, today, mappings) {
  return inTurn({ name, catalogue, today, mappings }, bytes);
}

/** Looks a cell up in a file; resolves to its text, or to undefined where there is none. */
export function cellText(bytes, sheet, line, column) {
  return inTurn({ cell: { sheet, line, column } }, bytes);
}

/** Ends the import under way, if there is one. */
export function cancelImport() {
  abort?.();
}
