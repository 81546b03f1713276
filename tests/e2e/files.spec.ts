// The main job: bring a file, see the verdict, the chart and what was not taken, and find it all again.
import fs from 'node:fs/promises';

import { expect, test } from '@playwright/test';
import { bring, card, chooseArea, open, rejections, report, storing, unfold, unfoldTables } from './app';

const TIDY = 'gb18030-infant-mortality.csv';
const WIDE = 'utf8-wide-enrolment.csv';

test('a GB18030 tidy file and a UTF-8 wide file are read, judged, and found again after a reload', async ({ page }) => {
  await bring(page, TIDY, WIDE);
  await expect(report(page, TIDY)).toContainText('共 7 行，采用 5 个数值，没有采用 2 个，列在下面。');
  await expect(report(page, TIDY)).toContainText('GB18030');
  await expect(rejections(page, TIDY).getByRole('row', { name: /12\.3\.4/ })).toContainText('7');
  await expect(rejections(page, TIDY).getByRole('row', { name: /婴儿死亡律/ })).toContainText('婴儿死亡率');
  await expect(report(page, WIDE)).toContainText('共 2 行，采用 8 个数值，空白 1 个，没有采用 1 个');

  for (const visit of ['first', 'after a reload']) {
    await test.step(visit, async () => {
      await open(page, '#/goal/C1.03?area=示例县');
      if (visit !== 'first') await page.reload();
      const infants = card(page, '婴儿死亡率');
      await expect(infants).toContainText('需加快');
      await expect(infants).toContainText(/2024.年婴儿死亡率为 5\.7‰，目标是.2030.年.5‰以下/);
      await expect(infants.getByRole('img', { name: /婴儿死亡率/ })).toBeVisible();
      await infants.getByText('同样的数，列成表').first().click();
      await expect(infants.getByRole('row', { name: /^2024/ }).first()).toContainText('5.7');
      await open(page, '#/goal/C3.02?area=示例县');
      await expect(card(page, '学前教育毛入园率')).toContainText('已达标');
    });
  }
  await open(page, '#/data');
  await expect(rejections(page, TIDY).getByRole('row', { name: /12\.3\.4/ })).toBeVisible();
});

test('an Excel workbook is read sheet by sheet, as its cells are shown', async ({ page }) => {
  const WORKBOOK = 'percent-and-notes.xlsx';
  await bring(page, WORKBOOK);
  const read = report(page, WORKBOOK);
  await unfold(page, WORKBOOK);
  await expect(read).toContainText('共 3 行，采用 9 个数值，空白 3 个，没有采用 3 个');
  await expect(read).toContainText(/工作表：儿童健康；没有读的工作表（隐藏的，或没有表格）：说明、旧表/);
  await expect(rejections(page, WORKBOOK).getByRole('row', { name: /暂无数/ })).toContainText('儿童健康');
  await read.getByText(/当作说明、没有当作数据的 3 行/).click();
  await expect(read.getByRole('listitem').filter({ hasText: '注：按户籍人口统计。' })).toBeVisible();
  await open(page, '#/goal/C1.03?area=示例县');
  await expect(card(page, '婴儿死亡率')).toContainText('5.7‰');
});

test('an old workbook of the statistics bureau is read too', async ({ page }) => {
  await bring(page, 'old-workbook.xls');
  await expect(report(page, 'old-workbook.xls')).toContainText('共 2 行，采用 3 个数值，空白 1 个，全部读懂。');
});

test('an area of a loaded file can be chosen, and its counts add up', async ({ page }) => {
  await bring(page, TIDY);
  await open(page);
  await chooseArea(page, '示例县');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('照现在的速度 1 项赶不上，74 项缺数');
  await expect(page.getByRole('img', { name: '需加快 1 项，无数据 74 项' })).toBeVisible();
  await expect(page).toHaveURL(/area=示例县|area=%E7/);
  await unfoldTables(page);
  const total = page.getByRole('row', { name: /^合计/ });
  const counts = (await total.getByRole('cell').allInnerTexts()).map(Number);
  expect(counts[0]).toBe(156);
  expect(counts.slice(1).reduce((sum, count) => sum + count, 0)).toBe(156);
});

test('a file that is removed is forgotten', async ({ page }) => {
  await bring(page, TIDY);
  await report(page, TIDY).getByRole('button', { name: '移除' }).click();
  await expect(report(page, TIDY)).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('还没有载入文件')).toBeVisible();
  await expect(report(page, TIDY)).toHaveCount(0);
});

test('two files that contradict are shown and settled by the visitor', async ({ page }) => {
  await bring(page, TIDY);
  await bring(page, 'newer-infant-mortality.csv');
  const conflict = page.getByRole('region', { name: '互相矛盾的数值' });
  await expect(conflict).toContainText('有 1 处数值互相矛盾');
  await expect(conflict.getByRole('button', { name: /^5\.2/ })).toHaveAttribute('aria-pressed', 'true');
  await conflict.getByRole('button', { name: /^5\.7/ }).click();
  await expect(conflict.getByRole('button', { name: /^5\.7/ })).toHaveAttribute('aria-pressed', 'true');
  await open(page, '#/goal/C1.03?area=示例县');
  await expect(card(page, '婴儿死亡率')).toContainText('5.7‰');
});

test('many contradictions of two files are settled at once, and one of them otherwise', async ({ page }) => {
  const file = (name: string, values: number[]) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(`指标,地区,年份,数值\n${values.map((value, at) => `婴儿死亡率,示例县,${2021 + at},${value}\n`).join('')}`),
  });
  await open(page, '#/data');
  await page.getByLabel('选择文件').setInputFiles([file('a.csv', [5.1, 5.2, 5.3]), file('b.csv', [4.1, 4.2, 4.3])]);
  const table = page.getByRole('region', { name: '“a.csv”与“b.csv”：3 处' });
  const inUse = table.getByRole('button', { pressed: true });
  await expect(inUse).toHaveText(['4.1', '4.2', '4.3']);
  const older = page.getByRole('button', { name: '都用“a.csv”的' });
  await older.click();
  await expect(inUse).toHaveText(['5.1', '5.2', '5.3']);
  await expect(older).toBeFocused();
  await table.getByRole('button', { name: '4.2（b.csv）' }).click();
  await expect(inUse).toHaveText(['5.1', '4.2', '5.3']);
  await expect(table.getByRole('button', { name: '4.2（b.csv）' })).toBeFocused();
  await expect(storing(page)).toHaveCount(0);
  await page.reload();
  await expect(inUse).toHaveText(['5.1', '4.2', '5.3']);
});

test('what became of the files is said first, by reason, and one answer mends the reason that cost most', async ({ page }) => {
  const csv = (name: string, lines: string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
  const head = '指标,地区,年份,数值';
  const odd = [2021, 2022, 2023].map((year) => `婴儿死亡律,示例县,${year},5.${year - 2020}`);
  await open(page, '#/data');
  await page.getByLabel('选择文件').setInputFiles([
    csv('sound.csv', [head, '婴儿死亡率,示例县,2020,6.0']),
    csv('odd.csv', [head, ...odd, '婴儿死亡率,示例县,2024,很低']),
    csv('empty.csv', []),
  ]);
  const answer = page.getByRole('heading', { level: 1 });
  await expect(answer).toHaveText(
    '数据 3 个文件：1 个全部读懂，1 个有没采用的，1 个读不了。采用 1 个数值，没有采用 4 个，其中 3 个因为同一个原因。',
  );
  const causes = page.getByRole('region', { name: '没有采用的，按原因' });
  await expect(causes.getByRole('rowheader')).toHaveText(['目录里没有这个指标', '不是数', '文件是空的']);
  await expect(causes.getByRole('row', { name: /^不是数/ })).toContainText('odd.csv');
  await causes.getByRole('button', { name: '把单元格“婴儿死亡律”读作“婴儿死亡率”' }).click();
  await expect(answer).toContainText('采用 4 个数值，没有采用 1 个。');
  await expect(page.getByRole('region', { name: '记住的对应' })).toContainText('婴儿死亡律');
});

test('files dropped anywhere on the page are read', async ({ page }) => {
  await open(page);
  const transfer = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    const text = '指标,地区,年份,数值\n婴儿死亡率,示例县,2024,4.4\n';
    transfer.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
    return transfer;
  });
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await expect(page.getByText('松开即可载入文件')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(report(page, 'dropped.csv')).toContainText('采用 1 个数值');
});

test('the report of a file and the templates can be downloaded', async ({ page }) => {
  await bring(page, TIDY);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    report(page, TIDY).getByRole('button', { name: '下载读取报告' }).click(),
  ]);
  expect(saved.suggestedFilename()).toContain(TIDY);
  const [template] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载宽表模板' }).click(),
  ]);
  expect(template.suggestedFilename()).toMatch(/\.csv$/);
});

test('everything taken can be taken along as one table, and loaded again it says the same', async ({ page }) => {
  await bring(page, TIDY);
  const before = await report(page, TIDY).getByText(/采用 \d+ 个数值/).textContent();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载全部数值（CSV）' }).click(),
  ]);
  const name = saved.suggestedFilename();
  await page.getByLabel('选择文件').setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: await fs.readFile(await saved.path()),
  });
  await expect(report(page, name)).toContainText(before?.match(/采用 \d+ 个数值/)?.[0] ?? 'nothing was taken');
  await expect(page.getByRole('region', { name: '互相矛盾的数值' })).toHaveCount(0);
});

test('everything taken can be taken along for an Open SDG site, and loaded again it says the same', async ({ page }) => {
  await bring(page, TIDY);
  const before = await report(page, TIDY).getByText(/采用 \d+ 个数值/).textContent();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 Open SDG 文件（zip）' }).click(),
  ]);
  const name = saved.suggestedFilename();
  await page.getByLabel('选择文件').setInputFiles({
    name,
    mimeType: 'application/zip',
    buffer: await fs.readFile(await saved.path()),
  });
  await expect(report(page, name)).toContainText(before?.match(/采用 \d+ 个数值/)?.[0] ?? 'nothing was taken');
  await expect(page.getByRole('region', { name: '互相矛盾的数值' })).toHaveCount(0);
});

test('rates that a file has only the counts of are computed, and both the log and the number say from what', async ({ page }) => {
  await open(page, '#/data');
  await page.getByLabel('选择文件').setInputFiles({
    name: '妇幼年报.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('地区,年份,活产数,孕产妇死亡数\n钦州市,2021,50000,6\n钦州市,2022,40000,3\n'),
  });
  const log = report(page, '妇幼年报.csv');
  await expect(log).toContainText('由个数算出的 2 个率');
  await expect(log).toContainText('钦州市 2022 年的孕产妇死亡率 7.5/10万，由死亡 3 例、活产 40000 例算出');
});

test('a file with more notes than a page can list says where the rest is', async ({ page }) => {
  await open(page, '#/data');
  const notes = Array.from({ length: 230 }, (_, at) => `注：第${at}条说明,,,`);
  await page.getByLabel('选择文件').setInputFiles({
    name: 'noted.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['指标,地区,年份,数值', '婴儿死亡率,示例县,2024,4.4', ...notes].join('\n')),
  });
  const read = report(page, 'noted.csv');
  await unfold(page, 'noted.csv');
  await read.getByText('当作说明、没有当作数据的 230 行，这里列出前 200 行，全部见下载的报告').click();
  await expect(read.getByRole('listitem')).toHaveCount(200);
});

test('hostile cells are shown as text', async ({ page }) => {
  await open(page, '#/data');
  const hostile = '<img src=x onerror=alert(1)>';
  await page.getByLabel('选择文件').setInputFiles({
    name: 'hostile.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`指标,年份,数值\n${hostile},2024,1\n`),
  });
  await expect(rejections(page, 'hostile.csv').getByRole('row', { name: /onerror/ })).toContainText(hostile);
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
});
