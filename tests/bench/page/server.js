// A static host as most are: brotli for what can be compressed, and files that browsers may keep.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
};
const AS_THEY_ARE = new Set(['.png', '.woff2']);

/** Serves a folder; gives its address and what ends it. */
export async function serve(folder) {
  const ready = new Map();
  const prepare = async (path) => {
    const bytes = await readFile(join(folder, path));
    return AS_THEY_ARE.has(extname(path)) ? { bytes } : { bytes: brotliCompressSync(bytes), encoding: 'br' };
  };
  const server = createServer(async (request, response) => {
    const asked = normalize(decodeURIComponent(new URL(request.url, 'http://host').pathname));
    const path = asked.endsWith('/') ? `${asked}index.html` : asked;
    try {
      if (!ready.has(path)) ready.set(path, await prepare(path));
      const { bytes, encoding } = ready.get(path);
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
      response.setHeader('cache-control', 'max-age=31536000');
      if (encoding) response.setHeader('content-encoding', encoding);
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
