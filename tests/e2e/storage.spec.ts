// What is kept loses nothing: stores of earlier versions, things that cannot be read, two tabs, a browser that forbids,
// has no room, or does not answer; backup, restore and undo.
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { bring, open, report, stored } from './app';

const TIDY = 'gb18030-infant-mortality.csv';
const NEWER = 'newer-infant-mortality.csv';

/** The line on every page that says what is not kept or cannot be read. */
const bar = (page: Page) => page.locator('.keeping');

/** Founds the database of some version before the app is opened, with files as version 1 had them. */
async function found(page: Page, version: number, files: { name: string; bytes: number[] }[] = []): Promise<void> {
  await page.goto('./icon.svg');
  await page.evaluate(
    ({ version, files }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('plan-tracker', version);
        opening.onerror = () => reject(opening.error);
        opening.onupgradeneeded = () => opening.result.createObjectStore('files', { keyPath: 'id' });
        opening.onsuccess = () => {
          const db = opening.result;
          const writing = db.transaction('files', 'readwrite');
          files.forEach(({ name, bytes }, at) =>
            writing.objectStore('files').put({ id: `${at}-${name}`, name, loadedAt: at, bytes: new Uint8Array(bytes) }),
          );
          writing.oncomplete = () => {
            db.close();
            resolve();
          };
        };
      }),
    { version, files },
  );
}

/** Writes into local storage as version 1 did, before the app is opened. */
async function remember(page: Page, values: Record<string, string>): Promise<void> {
  await page.goto('./icon.svg');
  await page.evaluate((values) => {
    for (const [name, text] of Object.entries(values)) localStorage.setItem(`plan-tracker.${name}`, text);
  }, values);
}

const record = (note: string) => ({ goal: 'W8.02', date: '2024-05-01', state: 'done', note });
const ONE = (value: unknown) => JSON.stringify({ version: 1, value });

async function recordOne(page: Page, note: string): Promise<void> {
  await open(page, '#/goal/W8.02');
  await page.getByText('记一笔').click();
  await page.getByLabel('说明').fill(note);
  await page.getByRole('button', { name: '保存记录' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: note })).toBeVisible();
}

async function saved(page: Page): Promise<any> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存备份' }).click();
  const file = await coming;
  return JSON.parse(await readFile(await file.path(), 'utf8'));
}

test('a store of version 1 moves over whole: file, assessments, catalogue choice, and the look', async ({ page }) => {
  const bytes = [...(await readFile(`tests/data/files/${TIDY}`))];
  await found(page, 1, [{ name: TIDY, bytes }]);
  await remember(page, {
    records: ONE([record('第一条'), record('第二条')]),
    report: ONE({ title: '示例标题', issuer: '', text: '' }),
    preferences: ONE({ theme: 'dark', large: true, lang: 'zh-CN', example: false, settlement: { general: 'older', single: [] } }),
  });
  await open(page, '#/data');
  await expect(report(page, TIDY)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-size', 'large');
  await open(page, '#/goal/W8.02');
  await expect(page.getByRole('listitem').filter({ hasText: '第一条' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '第二条' })).toBeVisible();
  const { files, entries } = await stored(page);
  expect(files.map(({ name }) => name)).toEqual([TIDY]);
  expect(entries.map(({ shelf }) => shelf).sort()).toEqual(['choices', 'choices', 'records', 'records']);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['plan-tracker.preferences']);
  await expect(bar(page)).toHaveCount(0);
});

test('assessments of a later version, bad JSON and one odd record are kept letter by letter, told and saved', async ({ page }) => {
  test.slow();
  for (const text of [JSON.stringify({ version: 7, value: { a: 1 } }), '{"version":1,"value":[{"goal":', ONE([record('还在'), { odd: [1] }])]) {
    await test.step(text.slice(0, 30), async () => {
      await remember(page, { records: text });
      await open(page);
      await expect(bar(page)).toContainText('有 1 项这一版读不懂');
      await page.reload();
      await expect(bar(page)).toContainText('有 1 项这一版读不懂');
      await bar(page).getByRole('link', { name: '查看和备份' }).click();
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name: '另存为文件' }).click();
      const kept = await readFile(await (await coming).path(), 'utf8');
      expect(text.includes('"odd"') ? JSON.parse(kept) : kept).toEqual(text.includes('"odd"') ? { odd: [1] } : text);
      await page.getByRole('button', { name: '删除', exact: true }).click();
      await expect(bar(page)).toHaveCount(0);
    });
  }
  await open(page, '#/goal/W8.02');
  await expect(page.getByRole('listitem').filter({ hasText: '还在' })).toBeVisible();
});

test('what two tabs record stands in both, and neither undoes the other', async ({ page, context }) => {
  await open(page, '#/goal/W8.02');
  const other = await context.newPage();
  await recordOne(other, '乙记的');
  await expect(page.getByRole('listitem').filter({ hasText: '乙记的' })).toBeVisible();
  await recordOne(page, '甲记的');
  await expect(other.getByRole('listitem').filter({ hasText: '甲记的' })).toBeVisible();
  await bring(other, TIDY);
  await open(page, '#/data');
  await expect(report(page, TIDY)).toBeVisible();
  // Each tab changes one choice of how the page looks; both hold.
  await other.getByText('设置', { exact: true }).click();
  await page.getByText('设置', { exact: true }).click();
  await page.getByRole('button', { name: '大字' }).click();
  await other.getByRole('button', { name: '深色' }).click();
  // What one tab has stored reaches another a moment later.
  const kept = () => page.evaluate(() => JSON.parse(localStorage.getItem('plan-tracker.preferences')!).value);
  await expect.poll(kept).toMatchObject({ theme: 'dark', large: true });
  await report(page, TIDY).getByRole('button', { name: '移除' }).click();
  await expect(report(other, TIDY)).toHaveCount(0);
});

test('where storage is forbidden every page says so, and everything works until it is closed', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('forbidden', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: refuse });
    IDBFactory.prototype.open = refuse;
  });
  await bring(page, TIDY);
  await expect(bar(page)).toContainText('不允许保存数据');
  await recordOne(page, '只在内存');
  await expect(bar(page)).toContainText('不允许保存数据');
  await open(page, '#/privacy');
  const backup = await saved(page);
  expect(backup.entries.map(({ shelf }: { shelf: string }) => shelf).sort()).toEqual(['files', 'records']);
});

test('a full storage is told on every page, and what is not kept is in the backup', async ({ page }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value, ...rest) {
      if (value.bytes) throw new DOMException('no room', 'QuotaExceededError');
      return put.call(this, value, ...rest);
    };
  });
  await bring(page, TIDY);
  await expect(bar(page)).toContainText('空间已满');
  await page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name: '总览' }).click();
  await expect(bar(page)).toContainText('空间已满');
  await page.getByRole('link', { name: '查看和备份' }).click();
  const backup = await saved(page);
  expect(backup.entries.map(({ name }: { name: string }) => name)).toEqual([TIDY]);
});

test('in a full storage a file can be removed, which makes room for what was not kept', async ({ page }) => {
  await page.addInitScript(() => {
    // Room for one file.
    const put = IDBObjectStore.prototype.put;
    let kept = 0;
    IDBObjectStore.prototype.put = function (value, ...rest) {
      if (value.bytes && ++kept > 1) throw new DOMException('no room', 'QuotaExceededError');
      return put.call(this, value, ...rest);
    };
    const removing = new WeakSet<IDBTransaction>();
    const remove = IDBObjectStore.prototype.delete;
    IDBObjectStore.prototype.delete = function (...key) {
      removing.add(this.transaction);
      return remove.apply(this, key);
    };
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...asked) {
      const begun = begin.apply(this, asked);
      // Told before the page is: what was removed has left its room.
      begun.addEventListener('complete', () => {
        if (removing.has(begun)) kept = 0;
      });
      return begun;
    };
  });
  await bring(page, TIDY);
  await expect(bar(page)).toHaveCount(0);
  await page.getByLabel('选择文件').setInputFiles(`tests/data/files/${NEWER}`);
  await expect(report(page, NEWER)).toBeVisible();
  await expect(bar(page)).toContainText('空间已满');
  await report(page, TIDY).getByRole('button', { name: '移除' }).click();
  await expect(report(page, TIDY)).toHaveCount(0);
  await expect(bar(page)).toHaveCount(0);
  await page.reload();
  await expect(report(page, NEWER)).toBeVisible();
  await expect(report(page, TIDY)).toHaveCount(0);
});

test('a database of a later version is told of and not touched, and can be saved as a file', async ({ page }) => {
  await found(page, 9, [{ name: 'tomorrow.csv', bytes: [1, 2, 3] }]);
  await open(page);
  await expect(bar(page)).toContainText('更新版本');
  await bring(page, TIDY);
  expect((await stored(page)).files.map(({ name }) => name)).toEqual(['tomorrow.csv']);
  await open(page, '#/privacy');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: '把新版保存的内容另存为文件' }).click();
  const file = JSON.parse(await readFile(await (await coming).path(), 'utf8'));
  expect(file.entries.map(({ name, base64 }: any) => [name, base64])).toEqual([['tomorrow.csv', 'AQID']]);
});

test('an open tab blocks neither a later version nor erasing', async ({ page, context }) => {
  await bring(page, TIDY);
  const other = await context.newPage();
  await other.goto('./icon.svg');
  const upgraded = await other.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('plan-tracker', 9);
        opening.onblocked = () => resolve('blocked');
        opening.onsuccess = () => {
          opening.result.close();
          resolve('upgraded');
        };
      }),
  );
  expect(upgraded).toBe('upgraded');
  // The open tab notices at its next change, keeps that in memory, and says so.
  await page.getByLabel('选择文件').setInputFiles(`tests/data/files/${NEWER}`);
  await expect(report(page, NEWER)).toBeVisible();
  await expect(bar(page)).toContainText('更新版本');
});

test('a file that cannot be deleted stays in the list and is told', async ({ page }) => {
  await bring(page, TIDY);
  await page.evaluate(() => {
    IDBObjectStore.prototype.delete = () => {
      throw new DOMException('broken', 'UnknownError');
    };
  });
  await report(page, TIDY).getByRole('button', { name: '移除' }).click();
  await expect(page.getByText(/没有移除：浏览器没能删掉它/)).toBeVisible();
  await expect(report(page, TIDY)).toBeVisible();
  await page.reload();
  await expect(report(page, TIDY)).toBeVisible();
});

test('a storage that does not answer is not waited for', async ({ page }) => {
  await page.addInitScript(() => {
    // A request that nobody ever answers.
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
  await open(page);
  await expect(bar(page)).toContainText('没有回应');
  await bring(page, TIDY);
  await expect(page.getByLabel('选择文件')).toBeAttached();
});

test('a removed file and brought files can be taken back', async ({ page }) => {
  await bring(page, TIDY);
  await expect(page.getByText(`已载入“${TIDY}”。`)).toBeVisible();
  await report(page, TIDY).getByRole('button', { name: '移除' }).click();
  await expect(report(page, TIDY)).toHaveCount(0);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(report(page, TIDY)).toBeVisible();
  await page.reload();
  await expect(report(page, TIDY)).toBeVisible();
  await page.getByLabel('选择文件').setInputFiles(`tests/data/files/${NEWER}`);
  await expect(report(page, NEWER)).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(report(page, NEWER)).toHaveCount(0);
  await expect(report(page, TIDY)).toBeVisible();
});

test('a backup goes to another browser, says what it would change, is merged, and taken back', async ({ page, browser, baseURL }) => {
  test.slow();
  await bring(page, TIDY);
  await recordOne(page, '要带走的');
  await open(page, '#/privacy');
  const backup = JSON.stringify(await saved(page));
  const chosen = { name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(backup) };

  const other = await (await browser.newContext({ baseURL })).newPage();
  await bring(other, NEWER);
  await open(other, '#/privacy');
  await other.getByLabel('从备份恢复').setInputFiles(chosen);
  const plan = other.getByRole('region', { name: '先核对再改动' });
  await expect(plan.getByRole('row', { name: TIDY })).toContainText('只在备份里');
  await expect(plan.getByRole('row', { name: NEWER })).toContainText('只在这个浏览器里');
  await expect(plan).toContainText('将加入 2 项，改动 0 项，移除 0 项');
  await plan.getByRole('button', { name: '恢复', exact: true }).click();
  await expect(plan).toHaveCount(0);
  await open(other, '#/data');
  await expect(report(other, TIDY)).toBeVisible();
  await expect(report(other, NEWER)).toBeVisible();

  // Everything is there already: nothing would change.
  await open(other, '#/privacy');
  await other.getByLabel('从备份恢复').setInputFiles(chosen);
  await expect(plan).toContainText('没有变化');
  await plan.getByRole('button', { name: /^替换/ }).click();
  await expect(plan).toContainText('移除 1 项');
  await plan.getByRole('button', { name: '恢复', exact: true }).click();
  await expect(other.getByText('已恢复备份。')).toBeVisible();
  expect((await stored(other)).files.map(({ name }) => name)).toEqual([TIDY]);
  await other.getByRole('button', { name: '撤销' }).click();
  await expect.poll(async () => (await stored(other)).files.map(({ name }) => name).sort()).toEqual([TIDY, NEWER].sort());
  await other.context().close();
});

test('a file that is no backup, or a damaged one, is refused with a sentence and changes nothing', async ({ page }) => {
  await bring(page, TIDY);
  await open(page, '#/privacy');
  const backup = JSON.stringify(await saved(page));
  const texts: [string, RegExp][] = [
    ['指标,年份\n', /不是本应用的备份/],
    [backup.slice(0, backup.length / 2), /不完整或被改动过/],
    [backup.replace('"version":1', '"version":3'), /更新版本的本应用保存的备份/],
  ];
  for (const [text, sentence] of texts) {
    await page.getByLabel('从备份恢复').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
    await expect(page.getByRole('region', { name: '先核对再改动' })).toHaveCount(0);
  }
  expect((await stored(page)).files).toHaveLength(1);
});

test('erasing leaves nothing in the browser, whatever other tabs are open', async ({ page, context }) => {
  await bring(page, TIDY);
  await recordOne(page, '将被删除');
  await page.getByText('设置', { exact: true }).click();
  await page.getByRole('button', { name: '深色' }).click();
  const other = await context.newPage();
  await open(other, '#/data');
  await expect(report(other, TIDY)).toBeVisible();
  await open(page, '#/privacy');
  await page.getByRole('button', { name: '全部删除……' }).click();
  await page.getByRole('button', { name: '确定，全部删除' }).click();
  await expect(bar(page)).toContainText('已全部删除');
  await expect(report(other, TIDY)).toHaveCount(0);
  const left = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    values: Object.keys(localStorage),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(left).toEqual({ databases: [], values: [], caches: [], workers: 0 });
});
