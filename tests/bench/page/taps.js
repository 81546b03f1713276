// How long a tap is waited for on a slow phone: from the change of the address to the paint that shows the new page, and
// until nothing on it changes any more.
import puppeteer from 'puppeteer-core';

const SLOWER = 4;
const RUNS = 5;
const EXAMPLE = 'area=示例市';
// Where a tap comes from, and where it leads. What a page is left for is drawn before it is measured.
const PAGES = [
  ['the overview', '/fields', '/'],
  ['all fields', '/', '/fields'],
  ['a field', '/', '/field/W1'],
  ['a goal', '/', '/goal/W1.02'],
  ['warnings', '/', '/warnings'],
  ['the report', '/', '/report'],
  ['comparison', '/', '/compare'],
  ['files', '/', '/data'],
  ['for families', '/', '/family'],
  ['a stage of life', '/', '/family/baby'],
  ['slides', '/', '/present'],
  ['the method', '/', '/method'],
];
const CHOICES = [
  ['theme, on the overview', '/', '/?theme=dark'],
  ['theme, on a goal', '/goal/W1.02', '/goal/W1.02?theme=dark'],
  ['language, on the overview', '/', '/?lang=en'],
  ['size of type, on the overview', '/', '/?size=large'],
];
// What there must be figures for.
const CHOICES_OF_FIGURES = [
  ['year, on the overview', '/', '/?year=2022'],
  ['area, on the overview', '/', '/?area=全国'],
];

/** Of each tap, without data and with the example city's, its times in milliseconds, a run each. */
export async function taps(browserPath, flags, address) {
  const browser = await puppeteer.launch({ executablePath: browserPath, args: flags });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 390, height: 844, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
    await page.goto(address, { waitUntil: 'networkidle0' });
    // The modules of the other pages come after some seconds, and are no part of a tap.
    await page.waitForFunction(
      () => performance.getEntriesByType('resource').filter(({ name }) => /split_.*wasm/.test(name)).length > 1,
    );
    const without = await measure(page, [...PAGES, ...CHOICES], '');
    await page.emulateCPUThrottling(1);
    await page.evaluate(() => [...document.querySelectorAll('main button')].find((it) => it.textContent.includes('示例')).click());
    await page.waitForFunction(() => location.hash.includes('area='));
    return { without, example: await measure(page, [...PAGES, ...CHOICES, ...CHOICES_OF_FIGURES], EXAMPLE) };
  } finally {
    await browser.close();
  }
}

async function measure(page, places, query) {
  await page.emulateCPUThrottling(SLOWER);
  const measured = places.map(([name]) => ({ name, answered: [], drawn: [], task: [] }));
  for (let run = 0; run < RUNS; run += 1) {
    for (const [at, [, from, to]] of places.entries()) {
      await page.evaluate(tap, withQuery(from, query));
      const times = await page.evaluate(tap, withQuery(to, query));
      for (const [name, time] of Object.entries(times)) measured[at][name].push(time);
    }
  }
  return measured;
}

function withQuery(place, query) {
  const [path, own = ''] = place.split('?');
  const queries = own.includes('area=') ? [own] : [query, own];
  const all = queries.filter(Boolean).join('&');
  return `#${path}${all && '?'}${all}`;
}

// Runs in the page. A paint has been when a task runs that its animation frame asked for.
async function tap(to) {
  const QUIET = 400;
  let changed = 0;
  let task = 0;
  const changes = new MutationObserver(() => (changed = performance.now()));
  const tasks = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) if (startTime + duration > start) task = Math.max(task, duration);
  });
  const painted = () =>
    new Promise((done) => requestAnimationFrame(() => scheduler.postTask(done, { priority: 'user-blocking' })));
  const later = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const start = performance.now();
  if (decodeURI(location.hash) === decodeURI(to)) return {};
  changes.observe(document.documentElement, { attributes: true, childList: true, characterData: true, subtree: true });
  tasks.observe({ type: 'longtask' });
  location.hash = to;
  await new Promise((done) => addEventListener('hashchange', done, { once: true }));
  await painted();
  const answered = performance.now() - start;
  // Until nothing has changed for a while.
  do await later(50);
  while (performance.now() - Math.max(changed, start) < QUIET);
  changes.disconnect();
  tasks.disconnect();
  return { answered, drawn: Math.max(answered, changed - start), task };
}
