// The same as ../delivery.js for the page in one file: boot.js has unpacked everything, and nothing is fetched.
import * as echarts from '../echarts-parts.js';
import { fill } from '../carried.js';

const { app, wasm, template, payload, carried: text, host } = globalThis.planFile ?? {};
let compiled;

export const isSingle = () => true;

export const module = async () => (compiled ??= await WebAssembly.compile(wasm));

// The worker runs this same script, which finds that it has no page (main.js), and is handed the module that the page
// is running on.
export function importWorker() {
  const address = URL.createObjectURL(new Blob([app], { type: 'text/javascript' }));
  const worker = new Worker(address);
  URL.revokeObjectURL(address);
  worker.postMessage(compiled);
  return worker;
}

export const drawing = async () => echarts;

export const carried = () => text || undefined;

export const packed = () => host || undefined;

export const source = async () => fill(template, payload);
