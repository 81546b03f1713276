// The page's side of the import worker: one worker, one file at a time, started at the first file.
import { importWorker } from './delivery.js';

// In milliseconds: what a slow machine needs to start the worker, and to read the largest file that is taken.
const STARTING = 30_000;
const READING = 300_000;

let worker;
let isReady = false;
let queue = Promise.resolve();
let abort;

function run(request, bytes) {
  return new Promise((resolve, reject) => {
    worker ??= importWorker();
    let timer;
    const stop = (why) => {
      clearTimeout(timer);
      worker?.terminate();
      worker = undefined;
      isReady = false;
      reject(why);
    };
    const endAfter = (milliseconds) => {
      clearTimeout(timer);
      timer = setTimeout(() => stop('silent'), milliseconds);
    };
    endAfter(isReady ? READING : STARTING);
    abort = () => stop('cancelled');
    worker.onmessage = ({ data }) => {
      if (data.ready) {
        isReady = true;
        endAfter(READING);
      } else if (data.error) {
        stop(data.error);
      } else {
        clearTimeout(timer);
        resolve(data.answer);
      }
    };
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
