// Bundles the page around the WebAssembly module that `cargo xtask` leaves in target/page/, a folder an edition.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { catalogueData } from './vite/catalogue.js';
import { firstPage } from './vite/first.js';
import { offline } from './vite/offline.js';
import { relaxedPolicyInDev } from './vite/policy.js';
import { stopWithInput } from './vite/process.js';
import { reloadOnBuild, snippetsFromSource } from './vite/wasm.js';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig(({ command, isPreview }) => {
  const dev = command === 'serve' && !isPreview;
  const made = `${root}target/page/${process.env.PLAN_EDITION ?? 'published'}`;
  return {
    // Relative addresses: the page works under any path of any host.
    base: './',
    // Addresses are hash routes, so a path that is no file is a mistake to show, not the page again.
    appType: 'mpa',
    resolve: { alias: { '@wasm': made } },
    plugins: [
      snippetsFromSource(root),
      catalogueData(`${made}/data`),
      firstPage(`${made}/first.json`),
      offline(root, `${made}/data`),
      relaxedPolicyInDev(),
      dev && reloadOnBuild(made),
      stopWithInput(),
    ],
    build: {
      target: 'es2022',
      // The page's security policy allows files of its own origin, not data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
    worker: {
      format: 'es',
      plugins: () => [snippetsFromSource(root)],
    },
    server: { host: '127.0.0.1', watch: { ignored: ['**/target/**', '**/dist/**'] } },
    preview: { host: '127.0.0.1' },
  };
});
