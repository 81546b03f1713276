// How the heavy parts of the page come to it: here as files beside it, each when it is needed. The page in one file
// has a file of the same functions in its place, single/delivery.js.
import address from '@wasm/app_bg.wasm?url';

/** Whether the page is one file that needs nothing beside it. */
export const isSingle = () => false;

/** The WebAssembly module, as its loader takes it. */
export const module = () => address;

/** A new import worker. */
export const importWorker = () => new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });

/** The parts of ECharts. */
export const drawing = () => import('./echarts-parts.js');

/** The text of the block of carried data, where the page has one: a hosted page has none. */
export const carried = () => undefined;

/** The text of the block of the host's own files, where the page has one: a hosted page has them beside it. */
export const packed = () => undefined;

/** The text of the page in one file, called `name`, which lies beside this page. */
export async function source(name) {
  const response = await fetch(name);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.text();
}
