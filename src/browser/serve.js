// What the import worker does: files in, results out, by the app's own module, which is there when `ready` is.
import { runCell, runImport } from '@wasm/app.js';

export function serve(ready) {
  // A worker that cannot start says so when the first file comes.
  ready.then(() => self.postMessage({ ready: true })).catch(() => {});
  self.onmessage = async ({ data: { name, bytes, catalogue, today, mappings, cell } }) => {
    try {
      await ready;
      if (cell) {
        self.postMessage({ answer: runCell(bytes, cell.sheet, cell.line, cell.column) });
        return;
      }
      const answer = runImport(name, bytes, catalogue, today, mappings);
      self.postMessage({ answer }, [answer.buffer]);
    } catch (error) {
      self.postMessage({ error: String(error) });
    }
  };
}
