// Hostile content through every door: nothing of it runs, nothing keeps the page from answering, and each is told.
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { open, report } from './app';
import { Host } from './host';

const SCRIPT = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>';

/** Nothing has run, no element was made of it, and the page still answers at once. */
async function expectHarmless(page: Page): Promise<void> {
  expect(await page.evaluate(() => (window as any).ran)).toBeUndefined();
  await expect(page.locator('img[src="x"], main script, main iframe')).toHaveCount(0);
  const before = Date.now();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  expect(Date.now() - before).toBeLessThan(2_000);
}

const choose = (page: Page, label: string, name: string, text: string | Buffer) =>
  page.getByLabel(label).setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });

test('cells, names of files, web pages and formulas are texts', async ({ page }) => {
  await open(page, '#/data');
  const name = '<img src=x onerror=window.ran=1>.csv';
  await choose(page, '选择文件', name, `指标,地区,年份,数值,说明\n${SCRIPT.replaceAll('"', "'")},示例县,2024,1,=cmd|'/c calc'!A1\n`);
  await expect(report(page, name)).toContainText('没有采用 1 个');
  await choose(page, '选择文件', 'page.xls', `<html><body>${SCRIPT}<table><tr><th>指标<th>年份<th>数值</tr><tr><td>${SCRIPT}x<td>2024<td>1</tr></table></body></html>`);
  await expect(report(page, 'page.xls')).toBeVisible();
  await expectHarmless(page);
});

test('a table of very many columns and a cell of megabytes do not stop the page', async ({ page }) => {
  await open(page, '#/data');
  await choose(page, '选择文件', 'wide.csv', `指标,年份,数值\n${','.repeat(50_000)}\n婴儿死亡率,2024,4\n`);
  await choose(page, '选择文件', 'long.csv', `指标,年份,数值\n"${'长'.repeat(1_000_000)}",2024,4\n`);
  // While the worker reads, the page answers.
  await expectHarmless(page);
  await expect(report(page, 'wide.csv')).toBeVisible();
  await expect(report(page, 'long.csv')).toBeVisible();
});

test('a catalogue, a backup and recorded assessments with scripts in them run nothing', async ({ page }) => {
  await open(page, '#/data');
  await choose(page, '载入目标目录', 'bad.json', `{"format":1,"title":"${SCRIPT.replaceAll('"', "'")}"}`);
  await expect(page.getByText('目录没有载入，请改正下面的地方')).toBeVisible();
  await choose(page, '选择文件', 'records.csv', `目标,日期,状态,说明,凭据\nW8.02,2024-05-01,已完成,${SCRIPT.replaceAll('"', "'")},javascript:window.ran=1\n`);
  await expect(report(page, 'records.csv')).toBeVisible();
  await open(page, '#/goal/W8.02');
  const record = page.getByRole('listitem').filter({ hasText: 'onerror' });
  await expect(record).toBeVisible();
  // Only the web's own schemes are followed.
  await expect(record.getByRole('link')).toHaveCount(0);
  await open(page, '#/privacy');
  const deep = `{"format":"plan-tracker-backup","version":1,"made_at":0,"title":${'['.repeat(100_000)}`;
  await choose(page, '从备份恢复', 'deep.json', deep);
  await expect(page.getByText(/“deep.json”是备份，但不完整/)).toBeVisible();
  await choose(page, '从备份恢复', 'none.json', SCRIPT);
  await expect(page.getByText(/“none.json”不是本应用的备份/)).toBeVisible();
  await expectHarmless(page);
});

/** A zip of one file. */
function zip(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const title = Buffer.from(name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(0x800, 2);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(title.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, title, packed]);
  const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, Buffer.alloc(14), title]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}

test('what unpacks to very much, or out of its folder, is refused or is a name', async ({ page }) => {
  await open(page, '#/data');
  const bomb = zip('xl/worksheets/sheet1.xml', Buffer.alloc(400_000_000));
  expect(bomb.length).toBeLessThan(500_000);
  const before = Date.now();
  await choose(page, '选择文件', 'bomb.zip', bomb);
  await expect(report(page, 'bomb.zip')).toContainText(/解压后太大|没有能读取的表格/);
  await choose(page, '选择文件', 'bomb.xlsx', bomb);
  await expect(report(page, 'bomb.xlsx')).toBeVisible();
  expect(Date.now() - before).toBeLessThan(5_000);
  const figures = Buffer.from('指标,地区,年份,数值\n婴儿死亡率,示例县,2024,4\n');
  await choose(page, '选择文件', 'out.zip', zip('../../out.csv', figures));
  await expect(report(page, 'out.zip')).toContainText(/没有能读取的表格|采用 1 个数值/);
  await choose(page, '选择文件', 'named.zip', zip('<img src=x onerror=window.ran=1>.csv', figures));
  await expect(report(page, 'named.zip')).toContainText('采用 1 个数值');
  await expectHarmless(page);
});

test('a file of mappings with scripts, of great depth or length is refused or only read', async ({ page }) => {
  await open(page, '#/data');
  const format = 'plan-tracker-mapping';
  const deep = `{"format":"${format}","version":1,"shapes":${'['.repeat(100_000)}`;
  const foreign = JSON.stringify({ format, version: 1, shapes: [{ headers: [SCRIPT], cells: { [SCRIPT]: { says: { indicator: SCRIPT } } } }] });
  for (const text of [deep, foreign, SCRIPT, '\0'.repeat(1_000_000)]) {
    await choose(page, '载入对应', 'x.json', text);
    await expect(page.getByRole('region', { name: '记住的对应' }).getByRole('alert')).toContainText(/第 \d+ 行/);
  }
  const odd = JSON.stringify({ format, version: 1, shapes: [{ headers: [SCRIPT], cells: { [SCRIPT]: 'ignore' } }] });
  await choose(page, '载入对应', 'x.json', odd);
  await expect(page.getByRole('region', { name: '记住的对应' })).toContainText('onerror');
  await expectHarmless(page);
});

test('a host’s list and a file that carries data run nothing, whatever stands in them', async ({ page, browser }, info) => {
  test.slow();
  const host = new Host(process.env.E2E_PAGE_E2E!);
  const file = { file: 'a.csv', name: SCRIPT, source: SCRIPT, date: SCRIPT, licence: 'javascript:window.ran=1' };
  host.put('data/index.json', JSON.stringify({ files: [file, { ...file, file: '//evil.example/a.csv' }, { ...file, file: SCRIPT }] }));
  host.put('data/a.csv', `指标,地区,年份,数值\n婴儿死亡率,${SCRIPT.replaceAll('"', "'")},2024,4\n`);
  const address = await host.start();
  await page.goto(`${address}#/data`);
  await expect(page.locator('section', { has: page.getByRole('heading', { name: '本站提供的数据' }) })).toContainText('onerror');
  await expectHarmless(page);
  await choose(page, '选择文件', `${SCRIPT.slice(0, 30)}.csv`, '指标,地区,年份,数值\n婴儿死亡率,示例县,2024,4\n');
  await page.goto(`${address}#/privacy`);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: '带数据另存', exact: true }).click();
  const path = info.outputPath('hostile.html');
  await (await coming).saveAs(path);
  const saved = await readFile(path, 'utf8');
  // Who sent it may have written anything into it, also where no checksum is.
  const written = saved.replace(/(id="carried">)(.*?)(<\/script>)/s, (_, open, json, close) => {
    const changed = { ...JSON.parse(json), by: SCRIPT, title: SCRIPT, view: `#/goal/${SCRIPT}` };
    return open + JSON.stringify(changed).replaceAll('<', '\\u003c') + close;
  });
  expect(written).not.toEqual(saved);
  await writeFile(path, written);
  await host.stop();
  const reader = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await reader.goto(pathToFileURL(path).href);
  await expect(reader.locator('.keeping')).toContainText('onerror');
  await expectHarmless(reader);
  await reader.getByRole('link', { name: '查看和备份' }).click();
  await reader.getByRole('button', { name: '并入这个浏览器……' }).click();
  await expect(reader.getByRole('region', { name: '先核对再改动' })).toBeVisible();
  await expectHarmless(reader);
  await reader.context().close();
});

test('no text becomes markup that runs, also by a mistake in the page itself', async ({ page }) => {
  await open(page);
  const tries = await page.evaluate((hostile) => {
    const refused = (work: () => void) => {
      try {
        work();
        return 'done';
      } catch (error) {
        return (error as Error).name;
      }
    };
    const at = document.querySelector('main')!;
    return [
      refused(() => at.insertAdjacentHTML('beforeend', hostile)),
      refused(() => at.insertAdjacentHTML('beforeend', '<a href="javascript:window.ran=1">x</a>')),
      refused(() => new Worker('https://evil.example/worker.js')),
      refused(() => document.createElement('script').setAttribute('src', 'https://evil.example/x.js')),
      refused(() => at.insertAdjacentHTML('beforeend', '<b>plain</b>')),
    ];
  }, SCRIPT);
  expect(tries).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError', 'done']);
  await expectHarmless(page);
});

test('a link is only read: scripts, endless numbers and long nonsense in it do nothing', async ({ page }) => {
  const links = [
    `#/goal/${encodeURIComponent(SCRIPT)}`,
    `#/search?q=${encodeURIComponent(SCRIPT)}`,
    `#/?area=${encodeURIComponent(SCRIPT)}&year=1e308&theme=${encodeURIComponent(SCRIPT)}`,
    `#/agency/${encodeURIComponent(SCRIPT)}`,
    `#/present?slides=${'goal:C1.03,'.repeat(2_000)}&at=99999999999999`,
    `#/${'%E4%B8%80'.repeat(10_000)}`,
    '#/text/%00?at=%ff%fe',
    '#//evil.example/',
  ];
  for (const link of links) {
    await open(page, link);
    await expectHarmless(page);
  }
});

test('a whole visit asks nobody but the page’s own origin', async ({ page, baseURL }) => {
  test.slow();
  const strangers: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL!) && !/^(data|blob):/.test(request.url())) strangers.push(request.url());
  });
  for (const hash of ['', '#/family', '#/family/school', '#/fields', '#/field/C1', '#/goal/C1.03?area=全国', '#/text/C', '#/search?q=近视', '#/warnings', '#/compare', '#/report', '#/present', '#/method', '#/privacy', '#/data']) {
    await open(page, hash);
  }
  await choose(page, '选择文件', 'a.csv', '指标,地区,年份,数值,来源\n婴儿死亡率,示例县,2024,4.4,https://evil.example/x.png\n');
  await expect(report(page, 'a.csv')).toContainText('采用 1 个数值');
  await open(page, '#/goal/C1.03?area=示例县');
  await page.waitForLoadState('networkidle');
  expect(strangers).toEqual([]);
});
