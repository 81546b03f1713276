// The page is called after the catalogue that it carries: `cargo xtask` leaves that in public/data before every build.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

export function titleFromCatalogue(root) {
  return {
    name: 'title-from-catalogue',
    transformIndexHtml(html) {
      const { title } = JSON.parse(readFileSync(join(root, 'public/data/catalogue.json'), 'utf8'));
      const text = title.replace(/[&<>]/g, (sign) => escapes[sign]);
      return html.replace('%TITLE%', () => text);
    },
  };
}
