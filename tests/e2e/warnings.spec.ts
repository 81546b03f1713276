// Early warnings: each kind with its reason, counts that add up, filters, measures, the file, and what is missing.
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { bring, open, showExample, unfoldTables } from './app';

/** Loads the invented example and opens its warnings. */
async function example(page: Page, query = ''): Promise<void> {
  await showExample(page);
  await open(page, `#/warnings?area=示例市${query}`);
}

const list = (page: Page) => page.getByRole('region', { name: '预警清单' });

/** The rows themselves, not the reasons that they open into. */
const rows = (page: Page) => list(page).locator('.alerts > li');

/** Lists what is beyond the first twenty, where there is more. */
async function listAll(page: Page): Promise<void> {
  const rest = page.getByRole('button', { name: /^列出其余 \d+ 项$/ });
  if (await rest.isVisible()) await rest.click();
}

const KINDS = [
  ['hard-to-reach', '预计完成困难', /照现在的走势，2030.年约.*达不到/],
  ['moving-away', '倒退', /从.2020.年的.*到.2024.年的.*方向相反/],
  ['met-at-risk', '已达标但有风险', /已达到.*可能守不住/],
  ['gap-widening', '差距扩大', /差距从.2020.年的.*扩大到.2024.年的/],
  ['swinging', '波动较大', /明显的起落点，逐年波动约/],
] as const;

for (const [kind, word, reason] of KINDS) {
  test(`the example shows ${kind} with its reason and a link to the goal`, async ({ page }) => {
    await example(page, `&kind=${kind}`);
    const first = list(page).getByRole('listitem').first();
    await expect(first).toContainText(word);
    await expect(first).toContainText(reason);
    await first.getByRole('link').first().click();
    await expect(page).toHaveURL(/#\/goal\//);
  });
}

test('a file with old figures and few cases is warned about', async ({ page }) => {
  await bring(page, 'stale-and-few-cases.csv');
  await open(page, '#/warnings?area=示例县');
  await rows(page).filter({ hasText: '只有' }).first().getByRole('button', { name: /^理由和措施：/ }).click();
  await expect(list(page).getByText(/2024.年只有.3.例/)).toBeVisible();
  await rows(page).filter({ hasText: '早' }).first().getByRole('button', { name: /^理由和措施：/ }).click();
  await expect(list(page).getByText(/最新的数值是2021.年的，比评判年份（2024.年）早.3.年/)).toBeVisible();
  await page.getByRole('link', { name: /^数据过旧 1$/ }).click();
  await expect(page.getByRole('status').filter({ hasText: '条预警' })).toContainText('1 条预警，涉及 1 个指标');
  await expect(list(page).getByText(/只有.3.例/)).toHaveCount(0);
});

test('the counts of the kinds add up, alone and within a field', async ({ page }) => {
  await example(page);
  const counts = async () => {
    const links = page.getByRole('navigation', { name: '按类型筛选' }).getByRole('link');
    const pairs = (await links.allInnerTexts()).map((text) => text.trim().split(/\s+/));
    return new Map(pairs.map(([kind, count]) => [kind, Number(count)]));
  };
  const sum = (all: Map<string, number>) =>
    [...all].filter(([kind]) => kind !== '全部' && kind !== '缺项').reduce((total, [, count]) => total + count, 0);
  const all = await counts();
  expect(sum(all)).toBe(all.get('全部'));
  await expect(list(page).locator('.alerts').first().locator('> li')).toHaveCount(20);
  await listAll(page);
  await expect(page.locator('.reasons > li')).toHaveCount(all.get('全部')!);
  // A keyboard stays where it is when a choice changes the list.
  await page.getByRole('combobox', { name: '领域' }).focus();
  await page.getByRole('combobox', { name: '领域' }).selectOption('C1');
  await expect(page).toHaveURL(/field=C1/);
  await expect(page.getByRole('combobox', { name: '领域' })).toBeFocused();
  const field = await counts();
  expect(sum(field)).toBe(field.get('全部'));
  expect(field.get('全部')!).toBeLessThan(all.get('全部')!);
});

test('the warnings of one responsible agency are its own, and so is the file', async ({ page }) => {
  await example(page);
  await expect(page.getByRole('combobox', { name: '责任单位' })).toHaveCount(0);
  await bring(page, 'responsible-agencies.csv');
  await open(page, '#/agency/示例市卫生健康委?area=示例市');
  await page.getByRole('link', { name: '这个单位的预警' }).click();
  const agency = page.getByRole('combobox', { name: '责任单位' });
  await expect(agency).toHaveValue('示例市卫生健康委');
  await listAll(page);
  await expect(list(page).getByRole('link', { name: '小学生近视率' })).toHaveCount(0);
  const mine = await page.locator('.reasons > li').count();
  await page.reload();
  await expect(agency).toHaveValue('示例市卫生健康委');
  await expect(page.locator('.reasons > li')).toHaveCount(mine);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /下载这份清单/ }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('预警清单-示例市卫生健康委.csv');
  const rows = (await readFile((await saved.path())!, 'utf8')).trimEnd().split('\r\n');
  expect(rows.slice(1).every((row) => row.includes('示例市卫生健康委'))).toBe(true);

  await agency.selectOption('全部单位');
  await expect(page).not.toHaveURL(/agency=/);
  expect(await page.locator('.reasons > li').count()).toBeGreaterThan(mine);
  await open(page, '#/warnings?area=示例市&agency=市某局');
  await expect(page.getByText(/没有“市某局”负责的目标/)).toBeVisible();
});

test('a warning names the measures of its goal', async ({ page }) => {
  await example(page);
  const sight = list(page).getByRole('listitem').filter({ has: page.getByRole('link', { name: '小学生近视率' }) });
  await expect(sight).toContainText('52.3% → 要降到 38%');
  await expect(sight.getByText('17.2 个百分点')).toBeVisible();
  await sight.getByRole('button', { name: /^理由和措施：/ }).click();
  await expect(sight.getByText(/接下来做什么/)).toBeVisible();
  await sight.getByRole('link', { name: /^C1\.m\d\d$/ }).first().click();
  await expect(page).toHaveURL(/#\/text\/C\?at=C1\.m/);
});

test('targets with a direction only stand in a list of their own', async ({ page }) => {
  await example(page);
  await expect(list(page).getByRole('heading', { name: '只定了方向的' })).toBeVisible();
  const lists = list(page).locator('.alerts');
  await expect(lists).toHaveCount(2);
  for (const row of await lists.nth(1).locator('.now').allInnerTexts()) expect(row).not.toContain('→');
  for (const row of await lists.nth(0).locator('.now').allInnerTexts()) expect(row).toContain('→');
});

test('the list can be saved as a file', async ({ page }) => {
  await example(page, '&kind=met-at-risk');
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /下载这份清单/ }).click(),
  ]);
  const text = await readFile((await saved.path())!, 'utf8');
  const shown = await page.locator('.reasons > li').count();
  expect(text.trimEnd().split('\r\n')).toHaveLength(shown + 1);
  expect(text).toMatch(/^\ufeff类型,指标,原因,/);
});

test('a city without figures is told so calmly, and what is missing is folded', async ({ page }) => {
  await open(page, '#/warnings');
  await expect(page.getByText('这里的数值还看不出变化')).toBeVisible();
  const missing = page.getByRole('region', { name: '缺项' });
  await expect(missing.getByRole('link', { name: '孕产妇死亡率', exact: true })).toBeHidden();
  await missing.getByRole('heading', { name: /个指标还没有数据/ }).click();
  await expect(missing.getByRole('link', { name: '孕产妇死亡率', exact: true })).toBeVisible();
});

test('the first page has the five most urgent, and its tables walk the goals by arrow keys', async ({ page }) => {
  await showExample(page);
  const urgent = page.getByRole('region', { name: '预警', exact: true });
  await expect(urgent.getByRole('listitem')).toHaveCount(5);
  await expect(urgent.getByRole('listitem').first()).toContainText(/^1\. .*(要降到|要到|要下降|要提高)/);
  await unfoldTables(page);
  const matrix = page.getByRole('region', { name: '全部目标一览' });
  const cells = matrix.locator('.cell');
  await expect(cells).toHaveCount(156);
  await expect(matrix.locator('.cell[tabindex="0"]')).toHaveCount(1);
  await cells.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(matrix.getByRole('link', { name: /^W1\.02 .*：/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(matrix.getByRole('link', { name: /^W2\.02 / })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/goal\/W2\.02/);
});
