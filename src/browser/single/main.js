// The script of the page in one file: the page itself, and its import worker where it runs as one.
import init from '@wasm/app.js';
import { serve } from '../serve.js';
import { start } from '../start.js';

if (globalThis.document) {
  start();
} else {
  // The first message is the module, which the page has compiled already.
  self.onmessage = ({ data }) => serve(init({ module_or_path: data }));
}
