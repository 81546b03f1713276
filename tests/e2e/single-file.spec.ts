// The whole page in one file, opened by double click: everything works, and nothing is ever asked of anyone.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { card, report, storing } from './app';
import { oneFile } from './single';

/** The address of the page in one file. */
const file = async (): Promise<string> => pathToFileURL(await oneFile()).href;

async function open(page: Page, hash = ''): Promise<void> {
  await page.goto((await file()) + hash);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Everything that the page asks for besides itself, and everything that it complains about. */
function watch(page: Page): { asked: string[]; complaints: string[] } {
  const seen = { asked: [] as string[], complaints: [] as string[] };
  page.on('request', (request) => {
    if (!request.isNavigationRequest() && !/^(data|blob):/.test(request.url())) seen.asked.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') seen.complaints.push(message.text());
  });
  page.on('pageerror', (error) => seen.complaints.push(error.message));
  return seen;
}

test('from a folder: import, a chart, a report and a presentation, without a single request', async ({ page }) => {
  test.slow();
  const { asked, complaints } = watch(page);
  await open(page, '#/data');
  await page.getByLabel('选择文件').setInputFiles('tests/data/files/tidy.csv');
  await expect(report(page, 'tidy.csv')).toContainText('采用');

  await open(page, '#/goal/W1.02?area=全国');
  await expect(card(page, '孕产妇死亡率').getByRole('img').first().locator('svg')).toBeVisible();
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载图片' }).first().click(),
  ]);
  expect(picture.suggestedFilename()).toMatch(/\.png$/);

  await open(page, '#/report');
  await expect(page.getByRole('heading', { name: /妇女儿童发展规划/ }).first()).toBeVisible();
  await open(page, '#/present');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  expect(asked).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the targets can be taken along, though nothing lies beside it', async ({ page }) => {
  const { asked, complaints } = watch(page);
  await open(page, '#/data');
  for (const [button, name, start] of [['CSV', 'catalogue.csv', 'indicator,name,plan'], ['JSON', 'catalogue.json', '{']]) {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: `下载目标目录（${button}）` }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe(name);
    const text = (await readFile(await file.path(), 'utf8')).replace('\ufeff', '');
    expect(text.startsWith(start!), text.slice(0, 40)).toBe(true);
    expect(text).toContain('孕产妇死亡率');
  }
  expect([asked, complaints]).toEqual([[], []]);
});

test('files brought into it are there at the next visit', async ({ page }) => {
  await open(page, '#/data');
  await page.getByLabel('选择文件').setInputFiles('tests/data/files/tidy.csv');
  await expect(report(page, 'tidy.csv')).toBeVisible();
  await expect(storing(page)).toHaveCount(0);
  await page.reload();
  await expect(report(page, 'tidy.csv')).toBeVisible();
});

test('what one of two windows brings and removes is seen in the other', async ({ page, context }) => {
  await open(page, '#/data');
  const other = await context.newPage();
  await open(other, '#/data');
  await page.getByLabel('选择文件').setInputFiles('tests/data/files/tidy.csv');
  await expect(report(page, 'tidy.csv')).toBeVisible();
  await expect(report(other, 'tidy.csv')).toBeVisible();
  await report(other, 'tidy.csv').getByRole('button', { name: /^移除/ }).click();
  await expect(report(page, 'tidy.csv')).toHaveCount(0);
});

test('its own security policy lets no script send anything', async ({ page }) => {
  await open(page);
  const sent = await page.evaluate(async () => {
    const tries = [
      fetch('https://example.org/').then(() => 'sent'),
      new Promise((done) => {
        const image = new Image();
        image.onload = () => done('sent');
        image.onerror = () => done('refused');
        image.src = 'https://example.org/pixel.png';
      }),
      Promise.resolve(navigator.sendBeacon('https://example.org/', 'x') ? 'queued' : 'refused'),
    ];
    return Promise.all(tries.map((one) => one.catch(() => 'refused')));
  });
  expect(sent.slice(0, 2)).toEqual(['refused', 'refused']);
  // No script runs that the policy does not name by its digest.
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    try {
      script.textContent = 'window.strange = true';
    } catch {
      // A browser that knows trusted types refuses the text itself.
      script.append('window.strange = true');
    }
    document.head.append(script);
    return 'strange' in window;
  });
  expect(ran).toBe(false);
});
