// What Vite has to know about the output of wasm-bindgen.
import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

// wasm-bindgen copies each script that Rust imports into snippets/. The page uses the original instead: it may import
// its neighbours, the page's own scripts share it, and a change to it shows at once.
export function snippetsFromSource(root) {
  return {
    name: 'snippets-from-source',
    enforce: 'pre',
    resolveId(source) {
      const found = /^\.\/snippets\/plan-tracker-[0-9a-f]+\/(src\/.+)$/.exec(source);
      return found ? join(root, found[1]) : null;
    },
  };
}

// `cargo xtask serve` writes build-error.txt last: empty when there is a new module to load.
export function reloadOnBuild(bindgen) {
  const report = join(bindgen, 'build-error.txt');
  return {
    name: 'reload-on-build',
    configureServer(server) {
      const client = server.environments.client;
      watchFile(report, { interval: 300 }, () => {
        const message = stripVTControlCharacters(readFileSync(report, 'utf8'));
        if (message) {
          client.hot.send({ type: 'error', err: { message, stack: '' } });
        } else {
          client.moduleGraph.invalidateAll();
          client.hot.send({ type: 'full-reload' });
        }
      });
      server.httpServer?.once('close', () => unwatchFile(report));
    },
  };
}

// What fetches a module of pages, as wasm_split_cli_support writes it.
const FETCH = /fetch\(new URL\("\.\/([^"]+)", import\.meta\.url\)\)/g;

// The page in one file has everything inside, where the hosted page asks for files beside it.
export function deliveredInOneFile(root) {
  return {
    name: 'delivered-in-one-file',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('__wasm_split.js')) return null;
      const own = `import { part } from ${JSON.stringify(join(root, 'src/browser/single/delivery.js'))};\n`;
      return own + code.replace(FETCH, (fetch, name) => `part(${JSON.stringify(name)})`);
    },
    resolveId: (source) => (source.endsWith('/delivery.js') ? join(root, 'src/browser/single/delivery.js') : null),
  };
}
