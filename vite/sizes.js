// Prints each file of the page in a folder with its size as it is and as brotli, as hosts send it: name, bytes, bytes, by
// tabs. Open data and the page in one file are no part of a visit to the page.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const [folder, single] = process.argv.slice(2);
for (const name of [...readdirSync(folder), ...readdirSync(join(folder, 'assets')).map((name) => `assets/${name}`)]) {
  if (['assets', 'data', single].includes(name)) continue;
  const bytes = readFileSync(join(folder, name));
  console.log([name, bytes.length, brotliCompressSync(bytes).length].join('\t'));
}
