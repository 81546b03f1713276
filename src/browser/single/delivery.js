// The same as ../delivery.js for the page in one file: boot.js has unpacked everything, and nothing is fetched.
import * as echarts from '../echarts-parts.js';
import { fill } from '../carried.js';

const { wasm, worker, importer, example, reference, template, payload, carried: text, host } = globalThis.planFile;
const carriedFigures = { example, reference };

export const isSingle = () => true;

export const module = () => wasm;

export const figures = async (name) => carriedFigures[name];

export function importWorker() {
  const address = URL.createObjectURL(new Blob([worker], { type: 'text/javascript' }));
  const started = new Worker(address);
  URL.revokeObjectURL(address);
  started.postMessage(importer);
  return started;
}

export const drawing = async () => echarts;

export const carried = () => text || undefined;

export const packed = () => host || undefined;

export const source = async () => fill(template, payload);
