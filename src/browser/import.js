// The page's side of the import worker: one worker, one file at a time, started at the first file.
import { importWorker } from './delivery.js';

// In milliseconds: what a slow machine needs to start the worker, and to read the largest file that is taken.
const STARTING = 60_000;
const READING = 300_000;
// A worker that has read more bytes at once holds several times as much memory, which it never gives back.
const LARGE = 8 << 20;

let worker;
let isReady = false;
let queue = Promise.resolve();
let waiting = 0;
let holdsMuch = false;
let abort;

function run(request, tell) {
  return new Promise((resolve, reject) => {
    worker ??= importWorker();
    let timer;
    const stop = (why) => {
      clearTimeout(timer);
      end();
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
      } else if (data.read) {
        tell(...data.read);
      } else if (data.error) {
        stop(data.error);
      } else {
        clearTimeout(timer);
        resolve(data.answer);
      }
    };
    worker.onerror = () => stop('broken');
    worker.postMessage(request);
  }).finally(() => {
    abort = undefined;
  });
}

// Asks the worker when it has answered everything before. When nobody waits any more, one that holds much memory ends.
function inTurn(request, tell) {
  waiting += 1;
  holdsMuch ||= request.file?.size > LARGE;
  const turn = queue
    .then(() => run(request, tell))
    .finally(() => {
      waiting -= 1;
      if (waiting === 0 && holdsMuch) end();
    });
  queue = turn.catch(() => {});
  return turn;
}

function end() {
  worker?.terminate();
  worker = undefined;
  isReady = false;
  holdsMuch = false;
}

/**
 * Imports a file in the worker, by a catalogue given as bytes, in the year `today`, with what visitors said that texts
 * mean; `tell` is called now and then with the part of it that is read, 0–1, and the number of rows. Resolves to the
 * bytes of the result, rejects with "cancelled" or another word.
 */
export function importFile(name, file, catalogue, today, mappings, tell) {
  return inTurn({ asked: 'file', name, file, catalogue, today, mappings }, tell);
}

/** The same for a table of the built-in city, by a catalogue given as bytes. */
export function importBuiltin(name, catalogue) {
  return inTurn({ asked: 'builtin', name, catalogue });
}

/** A table of the built-in city as CSV; undefined where it has none of that name. */
export function builtinTable(name) {
  return inTurn({ asked: 'table', name });
}

/**
 * The catalogue in published JSON or in a table of targets as `{ catalogue }` in bytes, or `{ mistakes }` in a language;
 * what the table has no column for is as in `like`, a catalogue in bytes.
 */
export function readTargets(file, lang, like) {
  return inTurn({ asked: 'targets', file, lang, like });
}

/** Looks a cell up in a file; resolves to its text, or to undefined where there is none. */
export function cellText(file, sheet, line, column) {
  return inTurn({ asked: 'cell', file, sheet, line, column });
}

/** Ends the import under way, if there is one. */
export function cancelImport() {
  abort?.();
}
