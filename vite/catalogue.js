// What the page carries besides itself: `cargo xtask` leaves the catalogue's files in a folder before every build. They
// are served as open data, and the page is called after them.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { escaped } from './markup.js';

export function catalogueData(folder) {
  return {
    name: 'catalogue-data',
    transformIndexHtml(html) {
      const { title } = JSON.parse(readFileSync(join(folder, 'catalogue.json'), 'utf8'));
      return html.replaceAll('%TITLE%', () => escaped(title));
    },
    buildStart() {
      if (this.environment.config.command !== 'build') return;
      for (const name of readdirSync(folder)) {
        this.emitFile({ type: 'asset', fileName: `data/${name}`, source: readFileSync(join(folder, name)) });
      }
    },
    configureServer(server) {
      server.middlewares.use('/data/', (request, response, next) => {
        const file = join(folder, basename(request.url));
        if (existsSync(file)) response.end(readFileSync(file));
        else next();
      });
    },
  };
}
