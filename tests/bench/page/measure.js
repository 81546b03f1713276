// Measures the page and its stand-in by Lighthouse, as a phone and as a desktop, and how soon the first chart stands on a
// slow phone. Started by `cargo xtask bench --only page` with a job as JSON: the folder of the page, the address of a
// page with a chart, the data of the stand-in, the browser, and how many runs; the answer goes to a file as JSON.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import puppeteer from 'puppeteer-core';
import { serve } from './server.js';
import { standIn } from './stand-in.js';
import { taps } from './taps.js';

const job = JSON.parse(await readFile(process.argv[2], 'utf8'));
const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
const CONFIGS = { phone: undefined, desktop: desktopConfig };
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const TIMES = {
  'first paint': 'first-contentful-paint',
  'largest paint': 'largest-contentful-paint',
  blocking: 'total-blocking-time',
  interactive: 'interactive',
};
// Lighthouse's own slow phone: 150 ms there and back, 1.6 Mbit/s, a processor four times slower.
const NETWORK = { latency: 150, download: (1.6 * 1e6) / 8, upload: (0.75 * 1e6) / 8 };
const SLOWER = 4;

/** Scores of 0 to 100, times in milliseconds and bytes by kind of one visit. */
async function visit(address, device) {
  const chrome = await launch({ chromePath: job.browser, chromeFlags: FLAGS });
  try {
    const flags = { port: chrome.port, onlyCategories: CATEGORIES, output: 'json', logLevel: 'error' };
    const { lhr } = await lighthouse(address, flags, CONFIGS[device]);
    const failed = Object.values(lhr.audits).find(({ errorMessage }) => errorMessage);
    if (failed) throw new Error(`${address} as ${device}: ${failed.id}: ${failed.errorMessage}`);
    const scores = CATEGORIES.map((name) => [name, lhr.categories[name].score * 100]);
    const times = Object.entries(TIMES).map(([name, audit]) => [name, lhr.audits[audit].numericValue]);
    const transfer = lhr.audits['network-requests'].details.items.map((item) => [name(item.url), item.transferSize]);
    return { scores: Object.fromEntries(scores), times: Object.fromEntries(times), transfer };
  } finally {
    await chrome.kill();
  }
}

const name = (url) => new URL(url).pathname.split('/').at(-1) || 'index.html';

/** Milliseconds until `selector` stands on the page of a slow phone that has never been there. */
async function until(address, selector) {
  const browser = await puppeteer.launch({ executablePath: job.browser, args: FLAGS });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true });
    await page.emulateCPUThrottling(SLOWER);
    await page.emulateNetworkConditions(NETWORK);
    const start = performance.now();
    await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 120_000 });
    await page.waitForSelector(selector, { visible: true, timeout: 120_000 });
    return performance.now() - start;
  } finally {
    await browser.close();
  }
}

const folder = join(job.folder, 'stand-in');
await standIn(folder, job.catalogue, job.series);
const contenders = {
  ours: { host: await serve(job.page), chart: job.chart, drawn: job.drawn },
  'stand-in': { host: await serve(folder), chart: '', drawn: '[data-chart=drawn]' },
};
const measured = {};
for (let run = 0; run < job.runs; run += 1) {
  for (const [contender, { host, chart, drawn }] of Object.entries(contenders)) {
    const of = (measured[contender] ??= { phone: [], desktop: [], chart: [] });
    for (const device of Object.keys(CONFIGS)) of[device].push(await visit(host.address, device));
    of.chart.push(await until(host.address + chart, drawn));
  }
}
const tapped = await taps(job.browser, FLAGS, contenders.ours.host.address);
for (const { host } of Object.values(contenders)) host.close();
await writeFile(join(job.folder, 'page.json'), JSON.stringify({ first: measured, taps: tapped }));
