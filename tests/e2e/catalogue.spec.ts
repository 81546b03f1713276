// Another area's targets from one CSV: mistakes by line, then the whole app about that area, and back.
import { expect, test } from '@playwright/test';
import { areaChoice, card, open, report, stored } from './app';

const CATALOGUES = 'tests/data/catalogues/';

test('a catalogue with mistakes is refused, each mistake with its line', async ({ page }) => {
  await open(page, '#/data');
  await page.getByLabel('载入目标目录').setInputFiles(`${CATALOGUES}county-with-mistakes.csv`);
  const alert = page.getByRole('alert').filter({ hasText: '目录没有载入' });
  await expect(alert).toContainText('第 2 行 value 列的“一点五”不是数');
  await expect(alert).toContainText('第 3 行 op 列的“至少”');
  await open(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('承诺了 156 件事');
});

test('a county’s own targets are used, judged and left again', async ({ page }) => {
  await open(page, '#/data');
  await page.getByLabel('载入目标目录').setInputFiles(`${CATALOGUES}county.csv`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('承诺了 2 件事');
  await expect(areaChoice(page)).toHaveValue('示例县');

  await open(page, '#/data');
  await page.getByLabel('选择文件').setInputFiles({
    name: 'water.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('指标,年份,数值\n示例：自来水普及率,2020,80\n示例：自来水普及率,2024,92\n'),
  });
  await expect(report(page, 'water.csv')).toContainText('采用 2 个数值');
  await open(page, '#/goal/C1.02');
  await expect(card(page, '示例：自来水普及率')).toContainText('已达标');

  await open(page, '#/data');
  await page.getByRole('button', { name: '换回钦州市的规划' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('承诺了 156 件事');
});

test('the language and the look stay when the catalogue changes', async ({ page }) => {
  await open(page, '#/data?lang=en&theme=dark&size=large&year=2023');
  await page.getByLabel('Load a catalogue').setInputFiles(`${CATALOGUES}county.csv`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('made 2 promises');
  await expect(page).toHaveURL(/#\/\?lang=en&theme=dark&size=large$/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-size', 'large');
});

test('a kept catalogue that is none is told, kept as it is, and the plans’ own are shown', async ({ page }) => {
  await open(page, '#/data');
  await page.getByLabel('载入目标目录').setInputFiles(`${CATALOGUES}county.csv`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('承诺了 2 件事');
  // Its head is that of a catalogue, what follows is not.
  const damaged = '{"format":1,"plans":7}';
  await page.evaluate(
    (damaged) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('plan-tracker');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const entries = opening.result.transaction('entries', 'readwrite').objectStore('entries');
          entries.getAll().onsuccess = ({ target }) => {
            const all = (target as IDBRequest).result as { shelf: string; text: string }[];
            const own = all.find(({ shelf }) => shelf === 'catalogue')!;
            entries.put({ ...own, text: damaged });
          };
          entries.transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    damaged,
  );
  await open(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('承诺了 156 件事');
  await expect(page.getByRole('status').filter({ hasText: '有 1 项这一版读不懂' })).toBeVisible();
  const entries = (await stored(page)).entries ?? [];
  expect(entries.map(({ text }) => text)).toContain(damaged);
});
