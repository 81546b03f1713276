// The same as ../delivery.js for the page in one file: boot.js has unpacked everything, and nothing is fetched.
import * as echarts from '../echarts-parts.js';
import { fill } from '../carried.js';

const { worker, template, payload, carried: text, host, ...binary } = globalThis.planFile;

export const isSingle = () => true;

export const module = () => binary['app_bg.wasm'];

/** A module of pages, as the answer to a request for it. */
export const part = async (name) => new Response(binary[name], { headers: { 'content-type': 'application/wasm' } });

export const figures = async (name) => binary[`${name}.bin`];

export function importWorker() {
  const address = URL.createObjectURL(new Blob([worker], { type: 'text/javascript' }));
  const started = new Worker(address);
  URL.revokeObjectURL(address);
  started.postMessage(binary['import_bg.wasm']);
  return started;
}

export const drawing = async () => echarts;

export const carried = () => text || undefined;

export const packed = () => host || undefined;

export const source = async () => fill(template, payload);
