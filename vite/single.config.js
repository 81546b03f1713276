// Bundles the two scripts of the page in one file, for `cargo xtask build` to pack: PLAN_SCRIPT says which.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { deliveredInOneFile, snippetsFromSource } from './wasm.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { PLAN_EDITION: edition, PLAN_SCRIPT: script } = process.env;
const made = `${root}target/page/${edition}`;

export default defineConfig({
  root,
  configFile: false,
  publicDir: false,
  resolve: { alias: { '@wasm': made } },
  plugins: [deliveredInOneFile(root), snippetsFromSource(root)],
  // What bundles of libraries leave to whoever uses them, and ECharts asks.
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2022',
    outDir: `${made}/single`,
    emptyOutDir: false,
    reportCompressedSize: false,
    lib: { entry: `${root}src/browser/single/${script}.js`, formats: ['iife'], name: 'plan', fileName: () => `${script}.js` },
  },
});
