// After one visit the page needs no network; a new version is offered once, and nothing can leave a visitor stuck.
import { expect, test as base, type Page } from '@playwright/test';
import { card, report, storing } from './app';
import { Host } from './host';

const test = base.extend<{ host: Host; address: string }>({
  host: async ({}, use) => {
    const host = new Host(process.env.E2E_PAGE_E2E!);
    await use(host);
    await host.stop();
  },
  address: async ({ host }, use) => use(await host.start()),
  // The whole of the other tests keep it out.
  serviceWorkers: 'allow',
});

// Each visit keeps the whole page, which is large in the edition that is quick to build.
test.beforeEach(() => test.slow());

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const offer = (page: Page) => page.getByText('有新版本');
const update = (page: Page) => page.getByRole('button', { name: '更新', exact: true });

async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('#first')).toHaveCount(0);
  await expect(heading(page)).toBeVisible();
}

/** Waits until the page is kept and its worker answers for it. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
    }
  });
}

/** Looks for a new version, as the browser does at every visit, until the worker has settled. */
async function settled(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => {});
    const worker = registration?.installing;
    if (!worker) return registration?.waiting ? 'waiting' : 'nothing new';
    await new Promise<void>((done) => {
      const look = () => worker.state !== 'installing' && done();
      worker.addEventListener('statechange', look);
      look();
    });
    return worker.state === 'redundant' ? 'failed' : 'waiting';
  });
}

/** Puts a second version on the host: its style sheet has another name, and its page a mark. */
async function release(host: Host): Promise<{ style: string }> {
  const html = await host.read('index.html');
  const worker = await host.read('sw.js');
  const [first] = /assets\/index-[\w-]+\.css/.exec(html)!;
  const style = 'assets/index-second.css';
  host.put(style, await host.read(first));
  host.put('index.html', html.replace(first, style).replace('</head>', '<meta name="edition" content="second" /></head>'));
  const next = worker.replace(first, style).replace(/^const VERSION = .*/, 'const VERSION = "second";');
  expect(next).not.toBe(worker);
  host.put('sw.js', next);
  return { style };
}

const isSecond = async (page: Page) => (await page.locator('meta[name=edition]').count()) === 1;

test('after one visit every page works without a network, the first chart, import and reports too', async ({
  page,
  host,
  address,
}) => {
  await visit(page, address);
  await kept(page);
  await host.stop();

  await visit(page, `${address}#/goal/W1.02?area=全国`);
  await page.reload();
  await expect(card(page, '孕产妇死亡率').locator('figure svg').first()).toBeVisible();
  await visit(page, `${address}#/data`);
  await page.getByLabel('选择文件').setInputFiles('tests/data/files/tidy.csv');
  await expect(report(page, 'tidy.csv')).toContainText('采用');
  await expect(storing(page)).toHaveCount(0);
  for (const hash of ['#/', '#/family', '#/fields', '#/warnings', '#/compare', '#/report', '#/method', '#/present']) {
    await visit(page, address + hash);
    await page.reload();
    await expect(heading(page)).toBeVisible();
  }
  await host.start();
});

test('a new version is offered once, and comes when the visitor says so', async ({ page, host, address }) => {
  await visit(page, `${address}#/method`);
  await kept(page);
  await release(host);
  await page.reload();
  await expect(offer(page)).toBeVisible();
  expect(await isSecond(page)).toBe(false);
  await update(page).click();
  await expect(page.locator('meta[name=edition]')).toHaveCount(1);
  await expect(heading(page)).toHaveText('评判方法');
  // The new one is kept whole as well, and offers nothing.
  await host.stop();
  await page.reload();
  await expect(heading(page)).toHaveText('评判方法');
  expect(await isSecond(page)).toBe(true);
  await expect(offer(page)).toHaveCount(0);
  await host.start();
});

test('a new version that breaks off half-way, or is half uploaded, leaves the old one at work', async ({
  page,
  host,
  address,
}) => {
  await visit(page, address);
  await kept(page);
  const { style } = await release(host);
  host.put(style, 'cut');
  expect(await settled(page)).toBe('failed');
  // The worker has been uploaded, the page not yet.
  host.restore('index.html');
  expect(await settled(page)).toBe('failed');
  await page.reload();
  await expect(heading(page)).toBeVisible();
  expect(await isSecond(page)).toBe(false);
  await expect(offer(page)).toHaveCount(0);
  // All of it has come.
  await release(host);
  expect(await settled(page)).toBe('waiting');
  await expect(offer(page)).toBeVisible();
});

const removals = {
  'the worker’s file is gone from the host': (host: Host) => host.put('sw.js', 'gone'),
  'the host has switched it off': (host: Host) => host.put('host.json', '{"offline": false}'),
};

for (const [name, remove] of Object.entries(removals)) {
  test(`${name}: the app frees itself`, async ({ page, host, address }) => {
    await visit(page, address);
    await kept(page);
    await release(host);
    remove(host);
    await page.reload();
    await expect(offer(page)).toBeVisible();
    await update(page).click();
    await expect(page.locator('meta[name=edition]')).toHaveCount(1);
    await expect(heading(page)).toBeVisible();
    const left = await page.evaluate(async () => [
      ...(await navigator.serviceWorker.getRegistrations()),
      ...(await caches.keys()),
    ]);
    expect(left).toEqual([]);
  });
}

test('it can be installed, and opens files that the system hands it', async ({ page, host, address }) => {
  const manifest = JSON.parse(await host.read('manifest.webmanifest'));
  expect(manifest).toMatchObject({ start_url: './', scope: './', display: 'standalone' });
  for (const { src } of manifest.icons) expect((await page.request.get(address + src)).ok(), src).toBe(true);
  // The launch queue is the system's: here a test stands in for it.
  await page.addInitScript(() => {
    const file = new File(['指标,年份,数值\n婴儿死亡率,2023,4\n'], 'opened.csv');
    const setConsumer = (consumer: (launch: object) => void) => consumer({ files: [{ getFile: async () => file }] });
    Object.defineProperty(window, 'launchQueue', { value: { setConsumer } });
  });
  await page.goto(address);
  await expect(report(page, 'opened.csv')).toContainText('采用 1 个数值');
});
