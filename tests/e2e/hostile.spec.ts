// Hostile content through every door: nothing of it runs, nothing keeps the page from answering, and each is told.
import { expect, test, type Page } from '@playwright/test';
import { open, report } from './app';

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
