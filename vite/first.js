// What can be read before the app has come: `cargo xtask` leaves it in first.json before every build. It stands inside the
// page until the app takes over; the plain pages go beside it.
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { escaped } from './markup.js';

export function firstPage(file) {
  const read = () => JSON.parse(readFileSync(file, 'utf8'));
  return {
    name: 'first-page',
    transformIndexHtml: {
      order: 'pre',
      handler(html) {
        const { description, overview } = read();
        return html.replaceAll('%DESCRIPTION%', () => escaped(description)).replace('%FIRST%', () => overview);
      },
    },
    generateBundle: {
      order: 'post',
      handler(options, bundle) {
        const style = Object.keys(bundle).find((name) => name.endsWith('.css'));
        // The worker is a bundle of its own, without a page.
        if (!style) return;
        for (const [fileName, page] of Object.entries(read().pages)) {
          this.emitFile({ type: 'asset', fileName, source: page.replace('%STYLE%', () => `./${style}`) });
        }
      },
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const page = existsSync(file) && read().pages[basename(request.url)];
        if (page) response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page.replace('%STYLE%', './src/app/style/tokens.css'));
        else next();
      });
    },
  };
}
