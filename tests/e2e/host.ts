// A host as small as one can be: it serves a folder below a path, and lets a test change what lies there.
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

/** What lies at a path: other content, nothing (404), or a connection that breaks off. */
type Change = string | Buffer | 'gone' | 'cut';

export class Host {
  #server: Server;
  #changes = new Map<string, Change>();
  #open = 0;

  /** Serves `folder` below `path`, which begins and ends with a slash. */
  constructor(
    private readonly folder: string,
    private readonly path = '/a/sub/path/',
  ) {
    this.#server = createServer((request, response) => void this.#answer(request.url ?? '', response));
  }

  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(this.#open, '127.0.0.1', done));
    const address = this.#server.address();
    this.#open = typeof address === 'object' && address ? address.port : 0;
    return `http://127.0.0.1:${this.#open}${this.path}`;
  }

  /** Cuts the network: nothing answers any more. */
  async stop(): Promise<void> {
    const closed = new Promise((done) => this.#server.close(done));
    this.#server.closeAllConnections();
    await closed;
  }

  /** Puts other content at a path below the folder's. */
  put(name: string, change: Change): void {
    this.#changes.set(name, change);
  }

  /** Puts back what was changed: everything, or at one path. */
  restore(name?: string): void {
    if (name === undefined) this.#changes.clear();
    else this.#changes.delete(name);
  }

  /** What lies in the folder as it was built. */
  read(name: string): Promise<string> {
    return readFile(join(this.folder, name), 'utf8');
  }

  async #answer(url: string, response: import('node:http').ServerResponse): Promise<void> {
    const path = decodeURIComponent(new URL(url, 'http://host').pathname);
    const asked = path.startsWith(this.path) ? path.slice(this.path.length) || 'index.html' : '';
    const change = this.#changes.get(asked);
    if (change === 'cut') return void response.destroy();
    const content = change === undefined ? await readFile(join(this.folder, asked)).catch(() => 'gone' as const) : change;
    if (content === 'gone' || asked === '') return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(asked)] ?? 'application/octet-stream' }).end(content);
  }
}
