// What makes the page an app that works without a network: the manifest by which it is installed, and the service worker
// with the list of the files that it keeps. Only for what is built; `cargo xtask serve` has neither.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export function offline(root, data) {
  let publicDir;
  return {
    name: 'offline',
    apply: 'build',
    configResolved: (config) => {
      publicDir = config.publicDir;
    },
    transformIndexHtml: () => [{ tag: 'link', attrs: { rel: 'manifest', href: './manifest.webmanifest' }, injectTo: 'head' }],
    generateBundle: {
      order: 'post',
      handler(options, bundle) {
        const { title } = JSON.parse(readFileSync(join(data, 'catalogue.json'), 'utf8'));
        const manifest = JSON.stringify(manifestOf(title), null, 2);
        this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source: manifest });
        const contents = new Map([['manifest.webmanifest', manifest]]);
        for (const [name, { type, code, source }] of Object.entries(bundle)) {
          // The page is asked for by its folder: some hosts send the name of its file elsewhere. Open data is not needed.
          if (name === 'index.html') contents.set('', source);
          // Nor are the plain pages: the app says the same, and some hosts serve them under another name.
          else if (!name.startsWith('data/') && !name.endsWith('.html')) contents.set(name, type === 'chunk' ? code : source);
        }
        const icons = readdirSync(publicDir).filter((name) => name.startsWith('icon'));
        for (const name of icons) contents.set(name, readFileSync(join(publicDir, name)));
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: workerFor(root, contents) });
      },
    },
  };
}

function workerFor(root, contents) {
  const worker = readFileSync(join(root, 'src/browser/service-worker.js'), 'utf8');
  const files = [...contents.keys()].sort();
  const digest = createHash('sha256').update(worker);
  for (const name of files) digest.update(name).update(contents.get(name));
  const version = digest.digest('hex').slice(0, 16);
  return `const VERSION = ${JSON.stringify(version)};\nconst FILES = ${JSON.stringify(files)};\n${worker}`;
}

const CSV = ['.csv'];
const WORKBOOK = ['.xlsx'];

function manifestOf(name) {
  const icon = (src, sizes, purpose) => ({ src, sizes, purpose, type: src.endsWith('svg') ? 'image/svg+xml' : 'image/png' });
  return {
    name,
    short_name: name.slice(0, 12),
    lang: 'zh-Hans',
    id: './',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#0b6e5f',
    icons: [
      icon('icon.svg', 'any', 'any'),
      icon('icon-192.png', '192x192', 'any'),
      icon('icon-512.png', '512x512', 'any'),
      icon('icon-maskable-512.png', '512x512', 'maskable'),
    ],
    file_handlers: [
      {
        action: './',
        accept: { 'text/csv': CSV, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': WORKBOOK },
      },
    ],
    launch_handler: { client_mode: ['focus-existing', 'auto'] },
  };
}
