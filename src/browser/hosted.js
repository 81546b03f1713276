import { isSingle } from './delivery.js';

// A host that does not answer is a host without this file.
const PATIENCE = 30_000;

/** The bytes of a file beside the page; none where there is no such file, which the page in one file never has. */
export async function hosted(path) {
  if (isSingle()) return undefined;
  const response = await fetch(`./${encodeURI(path)}`, { signal: AbortSignal.timeout(PATIENCE) }).catch(() => undefined);
  return response?.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
}
