// The import worker: loads the app's own module for its import alone.
import init, { runImport } from '@wasm/app.js';
import address from '@wasm/app_bg.wasm?url';

const ready = init({ module_or_path: address });

self.onmessage = async ({ data: { name, bytes, catalogue, today } }) => {
  try {
    await ready;
    const result = runImport(name, bytes, catalogue, today);
    self.postMessage({ bytes: result }, [result.buffer]);
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
};
