// Taking a chart along: its numbers, its picture, its link.
import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { card, open, showExample } from './app';

async function take(page: Page, where: Locator, name: string): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await where.getByRole('button', { name, exact: true }).first().click();
  return readFile(await (await coming).path());
}

test('the numbers of a chart come as a file that says what they are', async ({ page }) => {
  await open(page, '#/goal/W1.02?area=全国');
  const csv = (await take(page, card(page, '孕产妇死亡率'), '下载数据')).toString('utf8');
  expect(csv.startsWith('\ufeff年份,')).toBe(true);
  expect(csv).toMatch(/单位,地区,来源,备注\r\n/);
  expect(csv).toMatch(/\r\n2024,14\.3,.*\/10万,全国,/);
});

test('charts of a comparison and of groups name area and source, too', async ({ page }) => {
  await showExample(page);
  for (const hash of ['#/compare?view=pair', '#/compare?view=gaps', '#/goal/C1.03?by=residence']) {
    await open(page, `${hash}&area=示例市`);
    const csv = (await take(page, page.locator('figure.chart').first(), '下载数据')).toString('utf8');
    expect(csv, hash).toMatch(/\r\n2024,.*,示例市,"?示例（虚构），由程序生成，不是真实数据/);
  }
});

test('a picture holds its title, source and date', async ({ page }) => {
  await open(page, '#/goal/W1.02?area=全国');
  const svg = (await take(page, card(page, '孕产妇死亡率'), '下载 SVG')).toString('utf8');
  expect(svg).toContain('孕产妇死亡率：');
  expect(svg).toContain('来源：');
  expect(svg).toMatch(/导出于 \d{4}-\d\d-\d\d/);
  expect(svg).not.toContain('示例（虚构）');
});

test('a picture of dots is a PNG file of the same shape', async ({ page }) => {
  await open(page, '#/goal/W1.02?area=全国');
  const png = await take(page, card(page, '孕产妇死亡率'), '下载图片');
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1920, 1080]);
  expect(png.length).toBeGreaterThan(20_000);
});

test('what is taken from the example says that it is invented', async ({ page }) => {
  await showExample(page);
  await open(page, '#/goal/W1.02?area=示例市');
  const deaths = card(page, '孕产妇死亡率');
  expect((await take(page, deaths, '下载数据')).toString('utf8')).toContain('示例（虚构）');
  expect((await take(page, deaths, '下载 SVG')).toString('utf8')).toContain('示例（虚构）');
});

test('the link to a chart is copied, and said so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '#/goal/W1.02?area=全国');
  const deaths = card(page, '孕产妇死亡率');
  await deaths.getByRole('button', { name: '复制链接' }).first().click();
  await expect(deaths.getByText('链接已复制，可以粘贴给别人。')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});
