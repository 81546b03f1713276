import { isSingle, packed } from './delivery.js';

// A host that does not answer is a host without this file.
const PATIENCE = 30_000;

const FOLDER = 'data/';
/** What the page has had of the host's own folder, by its path. */
const had = new Map();

/** The bytes of a file beside the page; none where there is no such file. */
export async function hosted(path) {
  const bytes = isSingle() ? unpacked(path) : await fetched(path);
  if (bytes && path.startsWith(FOLDER)) had.set(path, bytes);
  return bytes;
}

async function fetched(path) {
  const response = await fetch(`./${encodeURI(path)}`, { signal: AbortSignal.timeout(PATIENCE) }).catch(() => undefined);
  return response?.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
}

// The page in one file has them in a block of its own.
function unpacked(path) {
  try {
    const base64 = JSON.parse(packed() ?? '{}')[path];
    return base64 === undefined ? undefined : Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  } catch {
    // A block that somebody has damaged is one without files.
    return undefined;
  }
}

/** What the page has had of the host's own folder, as the JSON of that block; empty where it has had nothing. */
export function hostedSoFar() {
  if (had.size === 0) return '';
  const base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return JSON.stringify(Object.fromEntries([...had].map(([path, bytes]) => [path, base64(bytes)])));
}
