// The page in Firefox, from a host and as one file: where one is installed, else each test is skipped by name.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { Firefox, installed } from './firefox';
import { oneFile } from './single';

test.skip(!installed(), 'no Firefox is installed: FIREFOX names one');

const TIDY = resolve('tests/data/files/gb18030-infant-mortality.csv');
const LOADED = `document.querySelector('article[aria-label="gb18030-infant-mortality.csv"], article h3')?.textContent.includes('gb18030')`;
const HEADED = `document.querySelector('h1')`;

/** Import, a chart, a report, and what is there at the next visit. */
async function visit(firefox: Firefox, address: string): Promise<void> {
  await firefox.go(`${address}#/data`);
  await firefox.expect(HEADED);
  await firefox.choose('input[type=file]', TIDY);
  await firefox.expect(LOADED);
  await firefox.go(`${address}#/goal/C1.03?area=示例县`);
  await firefox.expect(`document.querySelector('main').textContent.includes('5.7')`);
  await firefox.expect(`document.querySelector('figure svg')`);
  await firefox.go(`${address}#/report`);
  await firefox.expect(`document.querySelector('main').textContent.includes('妇女儿童发展规划')`);
  await firefox.go(`${address}#/data`);
  await firefox.expect(LOADED);
  await firefox.go(`${address}#/privacy`);
  await firefox.expect(`document.querySelector('main').textContent.includes('将带上 1 项内容')`);
}

for (const [name, address] of [
  ['from a host', async (baseURL: string) => baseURL],
  ['as one file', async () => pathToFileURL(await oneFile()).href],
] as const) {
  test(`${name}: import, a chart, a report, and what is there at the next visit`, async ({ baseURL }) => {
    test.slow();
    const firefox = await Firefox.start();
    try {
      await visit(firefox, await address(baseURL!));
    } finally {
      await firefox.stop();
    }
  });
}

test('as one file it can be saved with its data, and sends nothing', async () => {
  test.slow();
  const firefox = await Firefox.start();
  try {
    await firefox.go(pathToFileURL(await oneFile()).href);
    await firefox.expect(HEADED);
    const asked = await firefox.run('return performance.getEntriesByType("resource").map(({ name }) => name)');
    expect(asked.filter((name: string) => !/^(blob|data):/.test(name))).toEqual([]);
    const refused = await firefox.run(
      'return fetch("https://example.org/").then(() => "sent", () => "refused")',
    );
    expect(refused).toBe('refused');
    // What the page hands out is caught where it would be saved.
    await firefox.run(`
      window.saved = [];
      const create = URL.createObjectURL;
      URL.createObjectURL = (blob) => { blob.text().then((text) => saved.push(text)); return create(blob); };
      location.hash = '#/privacy';
    `);
    await firefox.expect(`[...document.querySelectorAll('button')].find((button) => button.textContent === '带数据另存')`);
    await firefox.run(`[...document.querySelectorAll('button')].find((button) => button.textContent === '带数据另存').click()`);
    await firefox.expect('saved.length > 0');
    const carried = await firefox.run(`return saved[0].match(/id="carried">(.*?)<[/]script>/s)[1]`);
    expect(JSON.parse(carried)).toMatchObject({ format: 'plan-tracker-backup', version: 1, entries: [] });
    expect(await firefox.run('return saved[0].length')).toBeGreaterThan((await readFile(await oneFile(), 'utf8')).length - 1);
  } finally {
    await firefox.stop();
  }
});
