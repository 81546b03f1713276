// What was read of a large file is kept for the next visit: it is shown without being read again, goes with its file, and
// counts only as long as nothing changes what it means.
import { expect, test, type Page } from '@playwright/test';
import { largeTable, open, report, stored } from './app';

const NAME = '大表.csv';

const taken = (page: Page) => report(page, NAME).getByText(/采用 20,?000 个，全部读懂/);

/** Whose readings the browser holds. */
const kept = async (page: Page): Promise<string[]> =>
  ((await stored(page, 'plan-tracker.readings')).readings ?? []).map(({ id }) => String(id).replace(/^\d+-/, ''));

/** No worker can start from now on, so nothing can be read. */
const withoutWorker = (page: Page) => page.route('**/assets/worker*', (route) => route.abort());

async function bringLarge(page: Page): Promise<void> {
  await open(page, '#/data');
  await page.getByLabel('选择文件').setInputFiles({ name: NAME, mimeType: 'text/csv', buffer: largeTable() });
  await expect(taken(page)).toBeVisible();
  await expect.poll(() => kept(page)).toEqual([NAME]);
}

test('a large file is back at the next visit without being read again', async ({ page }) => {
  await bringLarge(page);
  await withoutWorker(page);
  await page.reload();
  await expect(taken(page)).toBeVisible();
  // Nothing else could have brought it.
  await page.evaluate(() => indexedDB.deleteDatabase('plan-tracker.readings'));
  await page.reload();
  await expect(page.getByText(`“${NAME}”没有读成`)).toBeVisible();
  await expect(taken(page)).toHaveCount(0);
});

test('what was read of a file goes with it, and comes back with it', async ({ page }) => {
  await bringLarge(page);
  await report(page, NAME).getByRole('button', { name: /移除/ }).click();
  await expect(report(page, NAME)).toBeHidden();
  await expect.poll(() => kept(page)).toEqual([]);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(taken(page)).toBeVisible();
  await expect.poll(() => kept(page)).toEqual([NAME]);
});

test('a reading that is damaged or missing is made anew', async ({ page }) => {
  await bringLarge(page);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        indexedDB.open('plan-tracker.readings').onsuccess = ({ target }) => {
          const db = (target as IDBOpenDBRequest).result;
          const readings = db.transaction('readings', 'readwrite').objectStore('readings');
          readings.getAll().onsuccess = (event) => {
            for (const reading of (event.target as IDBRequest).result) readings.put({ ...reading, bytes: reading.bytes.slice(9) });
          };
          readings.transaction.oncomplete = () => {
            db.close();
            resolve();
          };
        };
      }),
  );
  await page.reload();
  await expect(taken(page)).toBeVisible();
});
