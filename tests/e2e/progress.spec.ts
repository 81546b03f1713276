// While files are read the page says which, how far it is and how long it takes; whoever waits can go on or cancel.
import { expect, test, type Page } from '@playwright/test';
import { largeTable, open, report, storing } from './app';

const FILES = 'tests/data/files/';
const FIRST = 'gb18030-infant-mortality.csv';
const SECOND = 'newer-infant-mortality.csv';

/** Lets the worker read so many files, and one more whenever `release` is called. */
async function hold(page: Page, few: number): Promise<() => Promise<void>> {
  await page.addInitScript((few) => {
    const held: (() => void)[] = [];
    let free = few;
    const go = () => {
      while (free > 0 && held.length > 0) {
        free -= 1;
        held.shift()!();
      }
    };
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message: any, ...rest: any[]) {
      const pass = () => post.call(this, message, ...(rest as []));
      if (message.asked !== 'file') return pass();
      held.push(pass);
      go();
    };
    (globalThis as any).release = () => {
      free += 1;
      go();
    };
  }, few);
  return () => page.evaluate(() => (globalThis as any).release());
}

const says = (page: Page) => page.getByRole('status').filter({ hasText: '正在读取' });

test('how far a queue is is told in bytes and rows, and the page goes on meanwhile', async ({ page }) => {
  const release = await hold(page, 1);
  await open(page, '#/data');
  await page.getByLabel('选择文件').setInputFiles([FIRST, SECOND].map((name) => FILES + name));
  await expect(says(page)).toContainText(`正在读取“${SECOND}”`);
  await expect(says(page)).toContainText(/已读 [\d.]+ kB（\d+ 行），共 [\d.]+ kB/);
  await expect(report(page, FIRST)).toBeVisible();
  // One more is dropped meanwhile, and waits.
  await page.getByLabel('选择文件').setInputFiles(`${FILES}tidy.csv`);
  await expect(says(page)).toContainText(`正在读取“${SECOND}”，还有 1 个文件`);
  await page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name: '领域' }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('数据');
  await page.goBack();
  await expect(says(page)).toContainText(`正在读取“${SECOND}”`);
  await release();
  await expect(report(page, SECOND)).toBeVisible();
  await release();
  await expect(report(page, 'tidy.csv')).toBeVisible();
  await expect(says(page)).toHaveCount(0);
});

test('of a large file alone it is told how far it is, and never backwards', async ({ page }) => {
  // The worker tells no more often than ten times a second: of its seconds, many pass at once.
  await page.route('**/assets/worker*.js', async (route) => {
    const response = await route.fetch();
    const fast = 'let seconds = 0; performance.now = () => 1000 * (seconds += 1);';
    await route.fulfill({ response, body: `${fast}\n${await response.text()}` });
  });
  await open(page, '#/data');
  await page.evaluate(() => {
    const told: string[] = ((globalThis as any).told = []);
    const look = () => {
      const said = /已读 ([\d.]+) ([kM]?B)（([\d,]+) 行），共 ([\d.]+ [kM]?B)/.exec(document.body.innerText)?.[0];
      if (said && said !== told.at(-1)) told.push(said);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const name = '大表.csv';
  const buffer = largeTable();
  await page.getByLabel('选择文件').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await expect(report(page, name)).toBeVisible();
  const told: string[] = await page.evaluate(() => (globalThis as any).told);
  expect(told.length).toBeGreaterThan(10);
  const units: Record<string, number> = { B: 1, kB: 1e3, MB: 1e6 };
  const figures = told.map((said) => {
    const [, read, unit, rows] = /已读 ([\d.]+) (\w+)（([\d,]+) 行）/.exec(said)!;
    return { bytes: Number(read) * units[unit!]!, rows: Number(rows!.replaceAll(',', '')) };
  });
  for (const of of ['bytes', 'rows'] as const) {
    const each = figures.map((figure) => figure[of]);
    expect(each).toEqual([...each].sort((a, b) => a - b));
  }
  // All of them while it was read.
  expect(figures.at(-1)!.bytes).toBeLessThan(buffer.length);
  expect(figures.at(-1)!.rows).toBeLessThan(20_000);
  expect(figures.at(-1)!.rows).toBeGreaterThan(10_000);
});

test('a file that is cancelled is over at once, and the next one is read', async ({ page }) => {
  const release = await hold(page, 0);
  await open(page, '#/data');
  await page.getByLabel('选择文件').setInputFiles([FIRST, SECOND].map((name) => FILES + name));
  await expect(says(page)).toContainText(`正在读取“${FIRST}”，还有 1 个文件`);
  await page.getByRole('button', { name: '取消', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: `“${FIRST}”已取消` })).toBeVisible();
  await expect(says(page)).toContainText(`正在读取“${SECOND}”。`);
  // The first is let through to a worker that has ended.
  await release();
  await release();
  await expect(report(page, SECOND)).toBeVisible();
  await expect(report(page, FIRST)).toHaveCount(0);
});

test('figures are shown while their file is still being stored, and the page is not left by mistake meanwhile', async ({ page }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value, ...rest) {
      if (!value.bytes) return put.call(this, value, ...rest);
      // The database is busy with something else for as long as that is wanted.
      const store = this;
      const busy = () => {
        store.get('nothing').onsuccess = () => ((globalThis as any).isFree ? put.call(store, value, ...rest) : busy());
      };
      busy();
      return undefined as unknown as IDBRequest<IDBValidKey>;
    };
  });
  await open(page, '#/data');
  await page.getByLabel('选择文件').setInputFiles(FILES + FIRST);
  await expect(report(page, FIRST)).toBeVisible();
  await expect(says(page)).toHaveCount(0);
  await expect(storing(page)).toContainText(`正在把“${FIRST}”存进这个浏览器`);
  // The browser asks before the page is left, and whoever stays loses nothing.
  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => setTimeout(() => location.reload()));
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await expect(report(page, FIRST)).toBeVisible();
  await page.evaluate(() => ((globalThis as any).isFree = true));
  await expect(storing(page)).toHaveCount(0);
  // Taken back can be what is stored.
  await expect(page.getByRole('button', { name: /撤销/ })).toBeVisible();
  // Stored, it is left without a question.
  let questions = 0;
  page.on('dialog', (dialog) => {
    questions += 1;
    return dialog.accept();
  });
  await page.reload();
  await expect(report(page, FIRST)).toBeVisible();
  expect(questions).toBe(0);
});
