// How fast files are read in the browser, beside rivals in the same page, and how the page fares with the largest of
// them. Started by `cargo xtask bench`, which makes the files and turns what is measured into tables; nothing but counts
// and sums is asserted.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { build } from 'vite';
import { moment, startTrace, stopTrace } from './trace';

/** What `cargo xtask bench` made: the folder of the files, where the results go, and what is known of each file. */
interface Job {
  page: string;
  worker: string;
  /** The bytes of the catalogue, as base64. */
  catalogue: string;
  runs: number;
  names: string[];
  files: { name: string; path: string; encoding: string; values: number; sum: number }[];
  /** A file of a size that offices have. */
  usual: { path: string; values: number };
}
interface Measured {
  time: number;
  count: number;
  sum: number;
}

const FOLDER = 'target/bench';
const job: Job = JSON.parse(readFileSync(join(FOLDER, 'job.json'), 'utf8'));
const CONTENDERS = ['ours', 'uDSV', 'PapaParse', 'csv-simple-parser'];

// The rivals come into the page as a script of its own.
test.use({ bypassCSP: true });
test.setTimeout(30 * 60_000);
// Side by side they would measure one another.
test.describe.configure({ mode: 'serial' });

const results: Record<string, unknown> = {};
const keep = (name: string, result: unknown) => {
  results[name] = result;
  writeFileSync(join(FOLDER, 'results.json'), JSON.stringify(results));
};

async function rivals(): Promise<string> {
  const lib = { entry: 'tests/bench/rivals.js', formats: ['iife' as const], name: 'rivals' };
  const built = await build({ configFile: false, logLevel: 'silent', build: { write: false, minify: false, lib } });
  const [{ output }] = built as { output: { code: string }[] }[];
  return output[0]!.code;
}

/** The whole round trip of the page's own import worker, which reads the chosen file itself. */
async function ours(page: Page): Promise<Measured> {
  return page.evaluate(async ({ worker, catalogue }) => {
    globalThis.catalogue ??= Uint8Array.from(atob(catalogue), (letter) => letter.charCodeAt(0));
    globalThis.worker ??= new Worker(worker, { type: 'module' });
    const start = performance.now();
    const answer: Uint8Array = await new Promise((resolve, reject) => {
      globalThis.worker.onmessage = ({ data }: MessageEvent) => {
        if (data.error) reject(data.error);
        else if (data.answer) resolve(data.answer);
      };
      const request = { asked: 'file', name: 'large.csv', file: globalThis.chosen, catalogue: globalThis.catalogue, today: 2026, mappings: '' };
      globalThis.worker.postMessage(request);
    });
    const time = performance.now() - start;
    // Behind the length of what is said beside it: version and number of rows of a table, whose last column are the values.
    const view = new DataView(answer.buffer, answer.byteOffset);
    const count = view.getUint32(4 + view.getUint32(0, true) + 4, true);
    let sum = 0;
    for (let row = 0; row < count; row += 1) sum += view.getFloat64(answer.length - 8 * (row + 1), true);
    return { time, count, sum };
  }, job);
}

const rival = (page: Page, name: string, file: Job['files'][number]): Promise<Measured> =>
  page.evaluate(
    async ([name, encoding, names]) => {
      // To read the chosen file is part of the job, as it is of ours.
      const start = performance.now();
      const bytes = new Uint8Array(await globalThis.chosen.arrayBuffer());
      const reading = performance.now() - start;
      const measured = await globalThis.rival(name, bytes, { encoding, names });
      return { ...measured, time: measured.time + reading };
    },
    [name, file.encoding, job.names] as const,
  );

async function choose(page: Page, path: string): Promise<void> {
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'bench' })));
  await page.locator('#bench').setInputFiles(path);
  await page.evaluate(() => {
    const input = document.querySelector('#bench') as HTMLInputElement;
    globalThis.chosen = input.files![0]!;
    input.remove();
  });
}

test('files', async ({ page }) => {
  const script = await rivals();
  const measured: Record<string, Record<string, number[]>> = {};
  for (const file of job.files) {
    const times: Record<string, number[]> = Object.fromEntries(CONTENDERS.map((name) => [name, []]));
    // Contenders take turns, and the first round only warms up.
    await page.goto('./');
    await page.addScriptTag({ content: script });
    await choose(page, file.path);
    for (let run = 0; run <= job.runs; run += 1) {
      for (const name of CONTENDERS) {
        const { time, count, sum } = await (name === 'ours' ? ours(page) : rival(page, name, file));
        expect(count, `${file.name}: ${name}`).toBe(file.values);
        expect(Math.abs(sum - file.sum), `${file.name}: ${name}`).toBeLessThan(1e-6 * file.sum);
        if (run > 0) times[name]!.push(time);
      }
    }
    measured[file.name] = times;
    keep('files', measured);
  }
});

/** Looks after the long tasks of the page from now on. */
const watch = (page: Page) =>
  page.addInitScript(() => {
    globalThis.tasks = [];
    new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map((task) => task.duration))).observe({
      type: 'longtask',
      buffered: true,
    });
  });
const longest = (page: Page) => page.evaluate(() => Math.max(0, ...globalThis.tasks.splice(0)));

/** Bytes that the page's process holds, workers included. */
async function memory(page: Page): Promise<number> {
  const session = await page.context().browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0));
  return 1024 * Math.max(...sizes);
}

/** The pages that show the figures. */
const PAGES = [
  '#/',
  '#/fields',
  '#/field/W1',
  '#/goal/W1.02',
  '#/warnings',
  '#/compare',
  '#/compare?view=ranking&indicator=infant-mortality',
  '#/report',
  '#/present',
  '#/data',
];

/** Goes to a page, and waits until it is painted; in milliseconds. */
const visit = (page: Page, hash: string) =>
  page.evaluate(async (hash) => {
    const start = performance.now();
    location.hash = hash;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - start;
  }, hash);

/** Of each page how long it takes to come, and its longest task, in milliseconds. */
async function pagesOf(page: Page): Promise<Record<string, [time: number, task: number]>> {
  const pages: Record<string, [time: number, task: number]> = {};
  await longest(page);
  for (const hash of PAGES) {
    const time = await visit(page, hash);
    // A task is told of when it is over.
    await page.evaluate(() => new Promise((done) => setTimeout(done)));
    pages[hash] = [time, await longest(page)];
  }
  return pages;
}

/** Waits for what a page draws after its first frame. */
const drawn = (page: Page) => expect(page.locator('[data-pending]')).toHaveCount(0);

/** What the data page says of a file of which so many values were taken. */
const told = (values: number) => new RegExp(`采用 ${values} 个数值`.replace(/\B(?=(\d{3})+(?!\d))/g, ',?'));
const taken = (page: Page, values: number) => page.getByRole('article').getByText(told(values));

/** Has the page note when it says that, in milliseconds after it was opened. */
const noteBack = (page: Page, values: number) =>
  page.addInitScript((told) => {
    const look = (_: unknown, observer: MutationObserver) => {
      if (!new RegExp(told).test(document.querySelector('article')?.textContent ?? '')) return;
      globalThis.back = performance.now();
      observer.disconnect();
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  }, told(values).source);

/** Starts the app with its data page, ready to use. */
async function start(page: Page): Promise<void> {
  await watch(page);
  await page.goto('./#/data');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect(page.locator('#first')).toHaveCount(0);
}

test('pages without and with the usual number of values', async ({ page }) => {
  await start(page);
  // What is fetched once, modules and drawings, is there then: as with the large file only the figures differ.
  await pagesOf(page);
  const none = await pagesOf(page);
  await page.getByLabel('选择文件').setInputFiles(job.usual.path);
  await taken(page, job.usual.values).waitFor();
  await pagesOf(page);
  keep('few', { none, usual: await pagesOf(page) });
});

test('page', async ({ page }) => {
  const file = job.files[0]!;
  await start(page);
  const empty = await memory(page);
  await longest(page);
  const begun = Date.now();
  await page.getByLabel('选择文件').setInputFiles(file.path);
  await taken(page, file.values).waitFor({ timeout: 120_000 });
  const load = Date.now() - begun;
  const task = await longest(page);
  const held = await memory(page);
  const pages = await pagesOf(page);
  await page.goto('./#/data');
  await noteBack(page, file.values);
  const reload: number[] = [];
  for (let run = 0; run < job.runs; run += 1) {
    await page.reload();
    await taken(page, file.values).waitFor({ timeout: 120_000 });
    reload.push(await page.evaluate(() => globalThis.back));
  }
  keep('page', { load, task, empty, held, size: readFileSync(file.path).length, pages, reload });
});

// In a visit of its own, since a trace costs time.
test('trace', async ({ browser, page }) => {
  const file = job.files[0]!;
  await start(page);
  await startTrace(browser, page);
  await moment(page, 'the file is read');
  await page.getByLabel('选择文件').setInputFiles(file.path);
  await taken(page, file.values).waitFor({ timeout: 120_000 });
  for (const hash of PAGES) {
    await moment(page, `\`${hash}\``);
    await visit(page, hash);
    await drawn(page);
  }
  await page.goto('./#/data');
  await drawn(page);
  await moment(page, 'started anew');
  await page.reload();
  await taken(page, file.values).waitFor({ timeout: 120_000 });
  keep('tasks', await stopTrace(browser));
});
