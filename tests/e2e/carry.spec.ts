// The page as one file, saved with what it holds: whoever opens it sees what its sender saw, three files on.
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page, type TestInfo } from '@playwright/test';
import { bring, card, open, report, storing } from './app';
import { Host } from './host';

const TIDY = 'gb18030-infant-mortality.csv';
const NEWER = 'newer-infant-mortality.csv';

const bar = (page: Page) => page.locator('.keeping');
/** Who saved what is looked at, on every page and on paper. */
const mark = (page: Page) => page.getByText(/^此文件由“.”于.*另存/);
const BLOCK = /<script type="application\/json" id="carried">(.*?)<\/script>/s;

/** Saves the page with its data and gives the file's path. */
async function saveWithData(page: Page, info: TestInfo, by: string): Promise<string> {
  await page.getByRole('link', { name: /隐私和备份|查看和备份/ }).first().click();
  await page.getByLabel('署名（可不填）').fill(by);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: '带数据另存', exact: true }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/\.html$/);
  const path = info.outputPath(`${by}.html`);
  await file.saveAs(path);
  return path;
}

const carried = async (path: string): Promise<any> => JSON.parse((await readFile(path, 'utf8')).match(BLOCK)![1]);

async function openFile(page: Page, path: string): Promise<void> {
  // To another fragment of a file that is open the browser would not go anew.
  await page.goto('about:blank');
  await page.goto(pathToFileURL(path).href);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Tells with the test's result how long something took: what a busy machine needs is no failure. */
async function timed<T>(info: TestInfo, what: string, work: () => Promise<T>): Promise<T> {
  const begun = Date.now();
  const result = await work();
  info.annotations.push({ type: what, description: `${Date.now() - begun} ms` });
  console.log(`${what} in ${Date.now() - begun} ms`);
  return result;
}

test('three generations show and hold the same, and the browser’s own content is not touched', async ({ page, browser }, info) => {
  test.slow();
  await bring(page, TIDY);
  await open(page, '#/goal/C1.03?area=示例县');
  const answer = page.getByRole('region', { name: '婴儿死亡率', exact: true });
  await expect(answer).toContainText('5.7‰');
  const first = await saveWithData(page, info, '甲');
  await expect(page.getByText('将带上 1 项内容')).toBeVisible();

  const paths = [first];
  for (const by of ['乙', '丙']) {
    const reader = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
    await openFile(reader, paths.at(-1)!);
    await expect(bar(reader)).toContainText(by === '乙' ? '此文件由“甲”于' : '此文件由“乙”于');
    await expect(reader.getByRole('region', { name: '婴儿死亡率', exact: true })).toContainText('5.7‰');
    await reader.goto(`${pathToFileURL(paths.at(-1)!).href}#/present`);
    await expect(mark(reader)).toBeVisible();
    await reader.goto(`${pathToFileURL(paths.at(-1)!).href}#/goal/C1.03?area=示例县&embed`);
    await expect(reader.getByRole('banner')).toHaveCount(0);
    await expect(mark(reader)).toBeVisible();
    await reader.goBack();
    await reader.goBack();
    await reader.emulateMedia({ media: 'print' });
    await expect(mark(reader)).toBeVisible();
    await reader.emulateMedia({ media: 'screen' });
    paths.push(await saveWithData(reader, info, by));
    expect(await reader.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([]);
    await reader.context().close();
  }
  const [one, two, three] = await Promise.all(paths.map(carried));
  expect(two.entries).toEqual(one.entries);
  expect(three.entries).toEqual(one.entries);
  expect(three.view).toEqual(one.view);
});

test('what a file carries is taken over into the browser, beside what is there', async ({ page, browser }, info) => {
  test.slow();
  await bring(page, TIDY);
  const path = await saveWithData(page, info, '甲');
  const reader = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await openFile(reader, path);
  await bar(reader).getByRole('button', { name: '看这个浏览器里的' }).click();
  await reader.getByRole('link', { name: '数据', exact: true }).first().click();
  await expect(reader.getByText('还没有载入文件')).toBeVisible();
  await reader.getByLabel('选择文件').setInputFiles(`tests/data/files/${NEWER}`);
  await expect(report(reader, NEWER)).toBeVisible();
  await expect(storing(reader)).toHaveCount(0);
  await bar(reader).getByRole('button', { name: '看此文件带着的' }).click();
  await expect(report(reader, TIDY)).toBeVisible();
  await expect(report(reader, NEWER)).toHaveCount(0);
  await bar(reader).getByRole('link', { name: '查看和备份' }).click();
  await reader.getByRole('button', { name: '并入这个浏览器……' }).click();
  const plan = reader.getByRole('region', { name: '先核对再改动' });
  await expect(plan.getByRole('row', { name: TIDY })).toContainText('只在此文件里');
  await expect(plan.getByRole('row', { name: NEWER })).toContainText('只在这个浏览器里');
  await plan.getByRole('button', { name: '并入', exact: true }).click();
  await expect(bar(reader).getByRole('button', { name: '看此文件带着的' })).toBeVisible();
  await reader.getByRole('link', { name: '数据', exact: true }).first().click();
  await expect(report(reader, TIDY)).toBeVisible();
  await expect(report(reader, NEWER)).toBeVisible();
  await reader.context().close();
});

test('data of a later version are told of, stay in the file, and are not saved over', async ({ page, browser }, info) => {
  await bring(page, TIDY);
  const path = await saveWithData(page, info, '甲');
  const source = await readFile(path, 'utf8');
  const later = source.replace(BLOCK, (block) => block.replace('"version": 1', '"version": 5'));
  expect(later).not.toEqual(source);
  await writeFile(path, later);
  const reader = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await openFile(reader, path);
  await expect(bar(reader)).toContainText('更新版本保存的数据，这一版读不了');
  await bar(reader).getByRole('link', { name: '查看和备份' }).click();
  await reader.getByRole('button', { name: '带数据另存', exact: true }).click();
  await expect(reader.getByRole('alert').filter({ hasText: '请留着它' })).toBeVisible();
  expect(await readFile(path, 'utf8')).toEqual(later);
  await reader.context().close();
});

test('the host’s own figures go along, and are told before', async ({ page, browser }, info) => {
  test.slow();
  const host = new Host(process.env.E2E_PAGE_E2E!);
  const file = { file: '2024.csv', name: '年度监测', source: '示例统计局', date: '2025-06-30', licence: 'CC BY 4.0' };
  host.put('data/index.json', JSON.stringify({ files: [file, { ...file, file: 'gone.csv' }] }));
  // Invented figures.
  host.put('data/2024.csv', '指标,地区,年份,数值\n孕产妇死亡率,钦州市,2020,12.1\n孕产妇死亡率,钦州市,2022,9.4\n孕产妇死亡率,钦州市,2024,7.3\n');
  const address = await host.start();
  await page.goto(`${address}#/privacy`);
  await expect(page.getByText('本站提供的 1 个文件也在其中。')).toBeVisible();
  const first = await saveWithData(page, info, '甲');
  await host.stop();
  const reader = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await openFile(reader, first);
  const second = await saveWithData(reader, info, '乙');
  await openFile(reader, second);
  await reader.goto(`${pathToFileURL(second).href}#/goal/W1.02`);
  await expect(card(reader, '孕产妇死亡率')).toContainText('7.3');
  await reader.getByRole('link', { name: '数据', exact: true }).first().click();
  await expect(reader.getByText('data/gone.csv 列在清单里，但取不到')).toBeVisible();
  await reader.context().close();
});

test('a megabyte of data is saved and opened whole', async ({ page, browser }, info) => {
  test.slow();
  // Invented figures of invented places.
  const rows = Array.from({ length: 33_000 }, (_, at) => `婴儿死亡率,示例${Math.floor(at / 10)}县,${2015 + (at % 10)},${(at % 97) / 10}\n`);
  const text = `指标,地区,年份,数值\n${rows.join('')}`;
  expect(Buffer.byteLength(text)).toBeGreaterThan(1e6);
  await open(page, '#/data');
  await page.getByLabel('选择文件').setInputFiles({ name: 'large.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await expect(report(page, 'large.csv')).toContainText('采用 33000 个数值');
  await open(page, '#/privacy');
  await expect(page.getByText('将带上 1 项内容')).toBeVisible();
  const path = await timed(info, 'saved', () => saveWithData(page, info, '甲'));
  const [{ base64 }] = (await carried(path)).entries;
  expect(Buffer.from(base64, 'base64').toString('utf8')).toEqual(text);
  const reader = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await timed(info, 'opened', async () => {
    await openFile(reader, path);
    await reader.goto(`${pathToFileURL(path).href}#/data`);
    await expect(report(reader, 'large.csv')).toContainText('采用 33000 个数值');
  });
  await reader.context().close();
});
