// How the heavy parts of the page come to it: here as files beside it, each when it is needed. The page in one file
// has a file of the same functions in its place, single/delivery.js.
import address from '@wasm/app_bg.wasm?url';
import example from '@wasm/example.bin?url';
import reference from '@wasm/reference.bin?url';

const addresses = { example, reference };

/** Whether the page is one file that needs nothing beside it. */
export const isSingle = () => false;

/** The WebAssembly module, as its loader takes it. */
export const module = () => address;

/** The bytes of figures that the app carries: `reference` or `example`. */
export const figures = async (name) => new Uint8Array(await (await got(addresses[name])).arrayBuffer());

/** A new import worker. */
export const importWorker = () => new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });

/** The parts of ECharts. */
export const drawing = () => import('./echarts-parts.js');

/** The text of the block of carried data, where the page has one: a hosted page has none. */
export const carried = () => undefined;

/** The text of the block of the host's own files, where the page has one: a hosted page has them beside it. */
export const packed = () => undefined;

/** The text of the page in one file, called `name`, which lies beside this page. */
export const source = async (name) => (await got(name)).text();

async function got(file) {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response;
}
