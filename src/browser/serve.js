// What the import worker does: files in, which are read here, what was read of them out, by the module of the import,
// which is there when `ready` is.
import * as module from '@wasm/import.js';

// In milliseconds: how far a file is is told no more often.
const TELLING = 100;

// Of each thing that can be asked of it: what the module is called with.
const answers = {
  file: ({ name, bytes, catalogue, today, mappings }) =>
    module.importFile(name, bytes, catalogue, today, mappings, listener()),
  builtin: ({ name, catalogue }) => module.importBuiltin(name, catalogue),
  table: ({ name }) => module.builtinTable(name),
  cell: ({ bytes, sheet, line, column }) => module.cellText(bytes, sheet, line, column),
  targets: ({ bytes, lang, like }) => targets(bytes, lang, like),
};

export function serve(ready) {
  // A worker that cannot start says so when the first file comes.
  ready.then(() => self.postMessage({ ready: true })).catch(() => {});
  self.onmessage = async ({ data: { asked, ...request } }) => {
    try {
      await ready;
      const bytes = request.file && (await bytesOf(request.file));
      const answer = answers[asked]({ ...request, bytes });
      self.postMessage({ answer }, answer instanceof Uint8Array ? [answer.buffer] : []);
    } catch (error) {
      self.postMessage({ error: String(error) });
    }
  };
}

// Tells the page now and then how far the reading is: a part of the file, and how many rows.
function listener() {
  let toldAt = performance.now();
  return (part, rows) => {
    if (performance.now() - toldAt < TELLING) return;
    toldAt = performance.now();
    self.postMessage({ read: [part, rows] });
  };
}

async function bytesOf(file) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw 'unreadable';
  }
}

// A table with mistakes is an answer, not a failure of the worker.
function targets(bytes, lang, like) {
  try {
    return { catalogue: module.readTargets(bytes, lang, like) };
  } catch (mistakes) {
    if (!Array.isArray(mistakes)) throw mistakes;
    return { mistakes };
  }
}
