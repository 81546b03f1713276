// A family on a phone: finds its stage of life, reads what was promised and where it stands, and hands it on.
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { bring, open } from './app';

test.use({ viewport: { width: 390, height: 844 } });

test('a family finds its stage from the bottom bar and reads what was promised', async ({ page }) => {
  const charts: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('echarts')) charts.push(request.url());
  });
  await open(page);
  const bar = page.getByRole('navigation', { name: '主要页面' });
  await expect(bar.getByRole('link')).toHaveText(['总览', '与我有关', '领域', '数据']);
  await bar.getByRole('link', { name: '与我有关' }).click();
  await page.getByRole('link', { name: /怀孕和生产/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '怀孕和生产' })).toBeFocused();
  await expect(page.getByText(/规划答应了 9 件事.*钦州市一个也还没有公布/)).toBeVisible();
  await expect(page.getByText(/全国（参考）有 \d+ 个数/)).toBeVisible();

  const promise = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /让怀孕和生孩子更安全/ }) });
  const deaths = promise.getByRole('listitem').filter({ has: page.getByRole('heading', { name: '孕产妇死亡率' }) });
  await expect(deaths).toContainText(/每.10.万例里最多.12.例/);
  // That nothing is published is said once, above.
  await expect(promise.getByText(/还没有公布/)).toHaveCount(0);
  await expect(deaths.locator('.promised')).toHaveText(/^12.例$/);
  await expect(deaths.getByRole('img', { name: /^孕产妇死亡率，承诺.*全国/ })).toBeVisible();
  await expect(deaths).toContainText('全国（参考）');
  await expect(deaths).toContainText(/14\.3.例/);

  await expect(promise.getByText('孕产妇死亡率下降到12/10万以下')).toBeHidden();
  await promise.getByText('规划原文').click();
  await expect(promise.getByText('孕产妇死亡率下降到12/10万以下')).toBeVisible();
  // The pictures of these pages are the page's own: the library of charts comes with the first chart.
  expect(charts).toEqual([]);
  await promise.getByRole('link', { name: /详细的数和图/ }).click();
  await expect(page).toHaveURL(/#\/goal\/W1\.02/);
  await expect.poll(() => charts.length).toBeGreaterThan(0);
});

test('a page is sent on as a picture where the phone has no sheet, made large, and read aloud', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', { value: undefined });
    const read: string[] = [];
    Object.assign(window, { read });
    speechSynthesis.speak = (words) => void read.push(words.text);
  });
  await open(page, '#/family/pregnant');
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '发给家人' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('怀孕和生产.png');
  const bytes = await readFile((await saved.path())!);
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1080, 1350]);

  const bar = page.locator('.actions');
  await bar.getByRole('button', { name: '大字' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-size', 'large');
  await bar.getByRole('button', { name: '朗读' }).click();
  const read = await page.evaluate(() => (window as unknown as { read: string[] }).read);
  expect(read[0]).toBe('怀孕和生产');
  expect(read.join('')).toContain('孕产妇死亡率');
  await bar.getByRole('button', { name: '停止朗读' }).click();
  await expect(bar.getByRole('button', { name: '朗读' })).toBeVisible();
});

test('a phone that has a sheet to share with opens it', async ({ page }) => {
  await page.addInitScript(() => {
    const given: unknown[] = [];
    Object.assign(window, { given });
    Object.defineProperty(navigator, 'share', { value: async (data: unknown) => void given.push(data) });
  });
  await open(page, '#/family/school');
  await page.getByRole('button', { name: '发给家人' }).click();
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { given: { title: string; url: string }[] }).given[0]))
    .toMatchObject({ title: '上学', url: expect.stringMatching(/#\/family\/school$/) });
});

test('the link is copied, and the visitor hears it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '#/family/school');
  await page.getByRole('button', { name: '复制链接' }).click();
  await expect(page.getByRole('status').filter({ hasText: '链接已复制' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/#\/family\/school$/);
});

test('figures of the area itself are told apart from the example', async ({ page }) => {
  await bring(page, 'gb18030-infant-mortality.csv');
  await open(page, '#/family/baby?area=示例县');
  await expect(page.getByText(/示例县公布了 1 个/)).toBeVisible();
  const deaths = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: '婴儿死亡率', exact: true }) });
  await expect(deaths.last()).toContainText(/2024.年：每.1,000.个里.5\.7.个。方向对，但速度不够。/);

  await open(page, '#/data');
  await page.getByRole('button', { name: /看示例数据/ }).click();
  await open(page, '#/family/baby?area=示例市');
  await expect(page.getByRole('main').getByText('示例（虚构）', { exact: true })).toBeVisible();
  await expect(page.getByText(/示例市公布了 \d+ 个/)).toBeVisible();
});

test('every stage prints on one page', async ({ page }) => {
  await open(page, '#/family');
  const stages = await page.locator('.stage-link').evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  expect(stages).toHaveLength(8);
  for (const stage of stages.flatMap((stage) => [stage, `${stage}?lang=en`])) {
    await open(page, stage);
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b(?!s)/g), stage).toHaveLength(1);
  }
});

test('the rest of the pages are in a sheet', async ({ page }) => {
  await open(page);
  await page.getByText('更多', { exact: true }).click();
  const bar = page.getByRole('navigation', { name: '主要页面' });
  for (const name of ['搜索', '预警', '比较', '全文', '报告', '演示', '方法']) await expect(bar.getByRole('link', { name })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar.getByRole('link', { name: '方法' })).toBeHidden();
});

test('a stage that there is not says so', async ({ page }) => {
  await open(page, '#/family/nowhere');
  await expect(page.getByRole('heading', { level: 1, name: '没有这个页面' })).toBeVisible();
});
