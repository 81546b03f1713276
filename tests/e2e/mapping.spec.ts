// What is not sure in a file: asked, answered by keyboard, tried out, remembered, undone, taken along.
import fs from 'node:fs/promises';

import { expect, test, type Locator, type Page } from '@playwright/test';
import { bring, card, expectAccessible, open, report, storing } from './app';

const ODD = 'odd-name-and-doubt.csv';
const NEXT = 'odd-name-next-year.csv';

function step(page: Page, name: string): Locator {
  return page.getByRole('region', { name: `“${name}”的对应` });
}

/** Moves the focus with the Tab key until it is there. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the Tab key does not lead there');
}

test('an odd name is answered by keyboard, tried out, remembered for the next file, and undone', async ({ page }) => {
  await bring(page, ODD);
  const asked = step(page, ODD);
  await expect(asked).toContainText('目录里没有叫“学前三年入园率（%）”的指标');
  await expect(report(page, ODD)).toContainText('采用 4 个数值，没有采用 4 个');
  await expectAccessible(page, 'mapping');

  await asked.getByRole('button', { name: '只采用有把握的' }).focus();
  await tabTo(page, asked.getByRole('radio').last());
  const proposal = asked.getByRole('radio', { name: /是“学前教育毛入园率”/ });
  for (let presses = 0; presses < 5 && !(await proposal.isChecked()); presses += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await expect(proposal).toBeChecked();
  await expect(asked.getByRole('status')).toContainText('采用 4 → 8 个数值，没有采用 4 → 0 个');
  await tabTo(page, asked.getByRole('button', { name: '确认并记住' }));
  await page.keyboard.press('Enter');
  await expect(report(page, ODD)).toContainText('采用 8 个数值，全部读懂');
  await expect(report(page, ODD)).toContainText('单元格“学前三年入园率（%）” → 学前教育毛入园率');

  await page.getByLabel('选择文件').setInputFiles(`tests/data/files/${NEXT}`);
  await expect(report(page, NEXT)).toContainText('采用 5 个数值，全部读懂');
  await expect(storing(page)).toHaveCount(0);
  await page.reload();
  await expect(report(page, NEXT)).toContainText('按记住的对应读的');

  const remembered = page.getByRole('region', { name: '记住的对应' });
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    remembered.getByRole('button', { name: '保存对应' }).click(),
  ]);
  const file = await fs.readFile(await saved.path());
  await remembered.getByRole('button', { name: /撤销：单元格“学前三年入园率/ }).click();
  await expect(report(page, NEXT)).toContainText('采用 0 个数值，没有采用 5 个');
  await remembered.getByLabel('载入对应').setInputFiles({ name: 'm.json', mimeType: 'application/json', buffer: file });
  await expect(report(page, NEXT)).toContainText('采用 5 个数值，全部读懂');
  const foreign = Buffer.from('{"plans": []}');
  await remembered.getByLabel('载入对应').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: foreign });
  await expect(remembered.getByRole('alert')).toContainText('第 1 行：这不是本应用保存的对应文件');
});

test('a table without titles is asked what each column holds, and read as answered', async ({ page }) => {
  await open(page, '#/data');
  const name = '无表头.csv';
  await page.getByLabel('选择文件').setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from('灵山县,婴儿死亡率,2021,4.4\n灵山县,婴儿死亡率,2022,4.1\n'),
  });
  await expect(report(page, name)).toContainText('表里没有标题行，各列是什么没有写明');
  const asked = step(page, name);
  await expect(asked).toContainText('第 4 列是什么没有写明');
  for (const column of ['地区', '指标', '年份', '数值']) {
    await asked.getByRole('radio', { name: `是“${column}”（很可能` }).check();
  }
  await expect(asked.getByRole('status')).toContainText('采用 0 → 2 个数值');
  await asked.getByRole('button', { name: '确认并记住' }).click();
  await expect(report(page, name)).toContainText('采用 2 个数值，全部读懂');
});

test('a verdict that rests on a doubted value says so until the value is confirmed', async ({ page }) => {
  await bring(page, ODD);
  await open(page, '#/goal/C1.03?area=示例县');
  const note = card(page, '婴儿死亡率').getByRole('note').filter({ hasText: '存疑的数' });
  await expect(note).toContainText('57');
  await note.getByRole('link', { name: '去数据页确认' }).click();
  await step(page, ODD).getByRole('button', { name: '对，照此采用' }).click();
  await step(page, ODD).getByRole('button', { name: '确认并记住' }).click();
  await expect(page.getByRole('region', { name: '记住的对应' })).toContainText('57 → 是对的');
  await open(page, '#/goal/C1.03?area=示例县');
  await expect(card(page, '婴儿死亡率')).toContainText('57');
  await expect(note).toHaveCount(0);
});

test('only what is sure is taken at one click, and an assumed area stands beside the figures until confirmed', async ({ page }) => {
  await bring(page, ODD, 'nobody-says-where.csv');
  await step(page, ODD).getByRole('button', { name: '只采用有把握的' }).click();
  await expect(report(page, ODD)).toContainText('采用 3 个数值，没有采用 5 个');
  await expect(report(page, ODD)).toContainText('只采用了有把握的');

  await open(page, '#/goal/C1.03');
  const about = page.getByRole('region', { name: '关于所示内容' });
  await expect(about).toContainText('nobody-says-where.csv 没有写明是哪里的数');
  await about.getByRole('link', { name: '去确认' }).click();
  const asked = step(page, 'nobody-says-where.csv');
  await asked.getByRole('button', { name: '是别的' }).click();
  await asked.getByRole('combobox', { name: '是别的' }).selectOption('灵山县');
  await expect(asked.getByRole('status')).toContainText('没有拿不准的了');
  await asked.getByRole('button', { name: '确认并记住' }).click();
  // Nothing else has to be known of what is shown.
  await expect(about).toHaveCount(0);
});

test('a number of a table opens into its file, line, column and cell', async ({ page }) => {
  await bring(page, ODD);
  await open(page, '#/goal/C1.03?area=示例县');
  const infants = card(page, '婴儿死亡率');
  await infants.getByText('同样的数，列成表').first().click();
  const number = infants.getByRole('row', { name: /^2023/ }).getByRole('button', { name: '5.9' });
  await number.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '这个数出自哪里' });
  for (const part of [ODD, 'E (5)', '照原数采用', '5.9']) await expect(dialog).toContainText(part);
  await expectAccessible(page, 'where a number stands');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(number).toBeFocused();
});

test('a rate that was computed opens into the cells of its deaths and of its births', async ({ page }) => {
  await bring(page, 'deaths-and-births.csv');
  await open(page, '#/goal/C1.03?area=示例县');
  const infants = card(page, '婴儿死亡率');
  await infants.getByText('同样的数，列成表').first().click();
  await infants.getByRole('row', { name: /^2023/ }).getByRole('button', { name: '4.1' }).click();
  const dialog = page.getByRole('dialog', { name: '这个数出自哪里' });
  for (const part of [
    'deaths-and-births.csv',
    '第 3 行，E (5) 列，单元格里是“41”',
    '第 2 行，E (5) 列，单元格里是“10000”',
    '由死亡 41 例、活产 10000 例算出',
  ]) {
    await expect(dialog).toContainText(part);
  }
  await expectAccessible(page, 'where a computed rate comes from');
});
