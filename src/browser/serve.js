// What the import worker does: files in, results out, by the app's own module, which is there when `ready` is.
import { runImport } from '@wasm/app.js';

export function serve(ready) {
  self.onmessage = async ({ data: { name, bytes, catalogue, today } }) => {
    try {
      await ready;
      const result = runImport(name, bytes, catalogue, today);
      self.postMessage({ bytes: result }, [result.buffer]);
    } catch (error) {
      self.postMessage({ error: String(error) });
    }
  };
}
