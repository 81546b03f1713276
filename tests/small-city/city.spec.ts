// A city is only data: the page built from tests/data/small-city knows nothing of the city that comes with the project.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { card, open, report } from '../e2e/app';

const BUILT = 'target/small-city';
const OTHERS = ['钦州', '广西', 'qinzhou', 'guangxi'];

/** Every file of the build, with its bytes. */
async function files(): Promise<{ name: string; bytes: Buffer }[]> {
  const entries = await readdir(BUILT, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(name) })));
}

/** Whether a file holds a word, in Latin letters of either case. */
const holds = (bytes: Buffer, word: string) =>
  bytes.includes(word) || bytes.toString('latin1').toLowerCase().includes(word);

test('no file names the city that comes with the project, nor its region', async () => {
  const built = await files();
  const own = built.filter(({ bytes }) => holds(bytes, '示例县')).map(({ name }) => name);
  expect(own.join(' ')).toMatch(/\.wasm/);
  expect(own).toContain(join(BUILT, 'data/catalogue.json'));
  const foreign = built.flatMap(({ name, bytes }) =>
    OTHERS.filter((word) => holds(bytes, word) || name.includes(word)).map((word) => `${name}: ${word}`),
  );
  expect(foreign).toEqual([]);
});

test('the page and its files are called after the city, in both languages', async ({ page, request }) => {
  expect(await (await request.get('./')).text()).toContain('<title>示例县儿童规划监测</title>');
  await open(page);
  await expect(page).toHaveTitle('总览 · 示例县儿童规划监测');
  await expect(page.getByRole('banner').getByRole('link', { name: '示例县儿童规划监测' })).toBeVisible();
  await open(page, '#/?lang=en');
  await expect(page).toHaveTitle('Overview · Example County plan for children');
  await open(page, '#/report');
  await expect(page.getByRole('heading', { name: /示例县儿童发展规划/ }).first()).toBeVisible();
});

/** The links of the bar, and what the page behind each is headed. */
const PAGES = {
  总览: /^示例县向儿童承诺了 \d+ 件事/,
  与我有关: '与我有关',
  领域: '全部领域',
  数据: /^数据 还没有载入文件/,
  预警: /^预警 示例县/,
  比较: '比较',
  全文: '示例县儿童发展规划（2021－2030年）',
  报告: '监测评估报告',
  方法: '评判方法',
  演示: '承诺了什么，做到了哪一步',
};

test('every page opens, with no link that leads nowhere and no example that the city does not have', async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await open(page);
  const bar = page.getByRole('navigation', { name: '主要页面' });
  const links = new Set<string>();
  for (const [name, heading] of Object.entries(PAGES)) {
    const inBar = bar.getByRole('link', { name, exact: true }).first();
    if (!(await inBar.isVisible())) await bar.getByText('更多', { exact: true }).click();
    await bar.getByRole('link', { name, exact: true }).locator('visible=true').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page.getByRole('button', { name: /示例/ })).toHaveCount(0);
    // The link that skips to what the page says leads nowhere else.
    const all = page.locator('a[href]:not([href="#main"])');
    const hrefs = await all.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
    for (const href of hrefs) links.add(href);
  }
  // Of links that differ in their queries only, one is enough.
  const distinct = new Map([...links].map((href) => [href.replace(/\?.*$/, ''), href]));
  expect(distinct.size).toBeGreaterThan(15);
  for (const [, href] of distinct) {
    if (href.includes('#')) {
      await page.goto(href);
      // The address alone has changed: the page behind it is there two frames later.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('没有这个页面');
    } else {
      expect((await page.request.get(href)).ok(), href).toBe(true);
    }
  }
  expect(complaints).toEqual([]);
});

test('the city’s own figures are read and judged against its own targets', async ({ page }) => {
  await open(page, '#/data');
  await expect(page.getByRole('button', { name: '下载参考数据' })).toHaveCount(0);
  await page.getByLabel('选择文件').setInputFiles({
    name: 'county.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('指标,年份,数值\n婴儿死亡率,2020,8\n婴儿死亡率,2024,4.6\n'),
  });
  await expect(report(page, 'county.csv')).toContainText('采用 2 个数值');
  await open(page, '#/goal/C1.01');
  await expect(card(page, '婴儿死亡率')).toContainText('已达标');
  await open(page, '#/family/baby');
  await expect(page.getByRole('main')).toContainText('让更多婴儿平安长大。');
});
