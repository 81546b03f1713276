// Starts the page: loads the WebAssembly module, whose start function mounts the app
// and takes the opening line away.
import init from '@wasm/app.js';
import { module } from './delivery.js';
import { first } from './first.js';
import { notOpened } from './opening.js';
import { labelRows } from './row-labels.js';
import { watch } from './stopped.js';

export async function start() {
  first();
  watch();
  labelRows();
  try {
    await init({ module_or_path: module() });
  } catch (error) {
    notOpened(error);
  }
}
