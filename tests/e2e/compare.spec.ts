// Comparing areas, years, groups and indicators: what is shown, and that the address carries it.
import { expect, type Page, test } from '@playwright/test';
import { open, showExample } from './app';

/** Loads the invented example and opens a comparison of it. */
async function example(page: Page, query = ''): Promise<void> {
  await showExample(page);
  await open(page, `#/compare?area=示例市${query}`);
}

test('areas stand side by side with status and value', async ({ page }) => {
  await example(page, '&view=areas&field=C1');
  const table = page.getByRole('region', { name: '各地的最新数值和状态' });
  // The region and the nation stand beside the own area, before its parts.
  await expect(table.getByRole('columnheader')).toHaveText(['指标', '示例市', /广西/, /全国/, '示例一区', '示例二县', '示例三县']);
  for (const area of ['示例市', '示例一区', '示例二县', '全国（参考）']) {
    await expect(table.getByRole('columnheader', { name: area })).toBeVisible();
  }
  await expect(table.getByRole('columnheader', { name: '钦州市' })).toHaveCount(0);
  const row = table.getByRole('row', { name: /^婴儿死亡率 / });
  await expect(row).toContainText('已达标');
  await expect(row).toContainText('4‰');
  await page.getByRole('combobox', { name: '领域' }).selectOption('W1');
  await expect(row).toHaveCount(0);
  await expect(page).toHaveURL(/field=W1/);
});

test('years are shaded by how far each has come', async ({ page }) => {
  await example(page, '&view=years');
  // The first rows are drawn at once, the others when they are asked for.
  await page.getByRole('button', { name: /^接着列出其余/ }).click();
  const row = page.getByRole('row', { name: /^小学生近视率/ });
  await expect(row.getByRole('cell').last()).toContainText('更远');
  await expect(page.getByRole('columnheader', { name: '2020' })).toBeVisible();
  const water = page.getByRole('row', { name: /^农村自来水普及率/ });
  await expect(water).toContainText('无数据');
});

test('on a phone a row of years begins with the newest, has only years with a figure, and its name the whole width', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await example(page, '&view=years&field=W1');
  const row = page.getByRole('row', { name: /^妇女人均健康预期寿命/ });
  const shown = row.getByRole('cell').filter({ visible: true });
  // The unit, 2020, 2022 and 2024: 2021 and 2023 have no figure.
  await expect(shown).toHaveCount(4);
  const tops = await shown.evaluateAll((cells) =>
    cells.map((cell) => [cell.dataset.label, cell.getBoundingClientRect().top] as const).sort((a, b) => a[1] - b[1]).map(([label]) => label),
  );
  expect(tops).toEqual(['单位', '2024', '2022', '2020']);
  const [name, whole] = [await row.getByRole('rowheader').boundingBox(), await row.boundingBox()];
  expect(name!.width).toBeGreaterThan(0.95 * whole!.width);
});

test('on a phone the bars of a ranking have the whole width', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await example(page, '&view=ranking&indicator=infant-mortality');
  const bars = await page.locator('.rank-bar').evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
  expect(Math.max(...bars)).toBeGreaterThan(250);
});

test('areas are ranked, and the indicator chosen stays in the address', async ({ page }) => {
  await example(page, '&view=ranking');
  await page.getByRole('combobox', { name: '指标' }).selectOption({ label: '婴儿死亡率' });
  await expect(page).toHaveURL(/indicator=infant-mortality/);
  await expect(page.getByText(/最好，为 .*最差，为/)).toContainText('婴儿死亡率');
  const values = (await page.locator('.ranking tbody .number').allInnerTexts()).map(Number.parseFloat);
  expect(values.length).toBeGreaterThan(3);
  expect(values).toEqual([...values].sort((a, b) => a - b));
  await page.reload();
  await expect(page.getByText(/最好，为 .*最差，为/)).toContainText('婴儿死亡率');
});

test('a file of more areas than can be compared says how many are left out', async ({ page }) => {
  const areas = Array.from({ length: 160 }, (_, at) => `虚构第${at + 1}县`);
  await open(page, '#/data');
  await page.getByLabel('选择文件').setInputFiles({
    name: '虚构的县.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`指标,地区,年份,数值\n${areas.map((area, at) => `婴儿死亡率,${area},2024,${at / 100}`).join('\n')}\n`),
  });
  await expect(page.getByRole('article', { name: '虚构的县.csv' })).toBeVisible();
  await open(page, '#/compare?view=ranking&indicator=infant-mortality');
  // The cities of the published figures are areas, too.
  await expect(page.getByText(/这里比较前 150 个，另有 \d+ 个没有列出/)).toBeVisible();
  await expect(page.getByRole('row', { name: /^虚构第100县/ })).toBeVisible();

  // Of a table that would be long and wide, only the first areas and rows are drawn until more are asked for.
  await open(page, '#/compare?view=areas');
  const heads = page.getByRole('region', { name: '各地的最新数值和状态' }).getByRole('columnheader');
  const near = await heads.count();
  await expect(page.getByText(/^\d+ 个地方里，\d+ 项目标值至少有两个地方有数/)).toBeVisible();
  expect(near).toBeLessThan(15);
  await page.getByRole('button', { name: /^再比 \d+ 个地方$/ }).click();
  await expect(heads).not.toHaveCount(near);
  await expect(page.getByRole('columnheader', { name: '虚构第100县' })).toBeAttached();
  const rows = page.getByRole('region', { name: '各地的最新数值和状态' }).getByRole('row');
  const more = page.getByRole('button', { name: /^接着列出其余 \d+ 项$/ });
  const [few, rest] = [await rows.count(), Number((await more.innerText()).match(/\d+/)![0])];
  await more.click();
  await expect(rows).not.toHaveCount(few);
  expect(rest).toBeGreaterThan(0);
});

test('women and men, town and country, and what lies between them', async ({ page }) => {
  await example(page, '&view=gaps');
  await expect(page.getByRole('img', { name: /差距.2020.年为/ }).first()).toBeVisible();
  await page.getByRole('button', { name: '城镇与农村' }).click();
  await expect(page).toHaveURL(/by=residence/);
  await expect(page.getByRole('button', { name: '城镇与农村' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '农村' }).first()).toBeVisible();
});

test('two indicators stand on the same years or on an index', async ({ page }) => {
  await example(page, '&view=pair&indicator=infant-mortality&with=under-5-mortality');
  await expect(page.locator('figure.chart')).toHaveCount(2);
  await page.getByRole('button', { name: '以基期为 100' }).click();
  await expect(page.locator('figure.chart')).toHaveCount(1);
  await page.getByText(/同样的数，列成表/).click();
  const base = page.getByRole('row', { name: /^2020/ });
  await expect(base).toContainText('100.0');
  await expect(page).toHaveURL(/index=1/);
});

test('slopes lead from the base to the target', async ({ page }) => {
  await example(page, '&view=slope&field=C1');
  const row = page.getByRole('row', { name: /^婴儿死亡率/ });
  await expect(row).toContainText('2020');
  await expect(row).toContainText('2030');
  await expect(row).toContainText('已达标');
});

test('too little data says what would be here and offers the ways in', async ({ page }) => {
  await open(page, '#/compare?view=years&area=示例乡');
  await expect(page.getByText('这里会是各个指标逐年的数值')).toBeVisible();
  await expect(page.getByRole('button', { name: /看示例数据/ })).toBeVisible();
  await page.getByRole('link', { name: /先看看参考数据/ }).click();
  await expect(page.getByRole('row', { name: /^孕产妇死亡率 / })).toContainText('14.3');
});
