// The staff's way out: a report of a kind, a scope and a year, printed clean and taken along as files.
import { readFile } from 'node:fs/promises';
import { expect, test, type Download, type Page } from '@playwright/test';
import { areaChoice, bring, open, showExample } from './app';

const paper = (page: Page) => page.getByRole('article').first();

async function openExample(page: Page, query: string): Promise<void> {
  await showExample(page);
  await open(page, `#/report?${query}&area=示例市`);
  await expect(paper(page)).toBeVisible();
}

async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all<Download | void>([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const file = download as Download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

/** How many sheets of A4 the report takes. */
async function pages(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('kind and scope are chosen, stand in the address, and keep the focus', async ({ page }) => {
  await openExample(page, 'kind=annual');
  await expect(paper(page).getByRole('heading', { level: 2 })).toContainText(/示例市妇女儿童发展规划 2024.年度监测报告/);
  const midterm = page.getByRole('button', { name: '中期评估 2025' });
  await midterm.click();
  await expect(midterm).toHaveAttribute('aria-pressed', 'true');
  await expect(midterm).toBeFocused();
  await expect(paper(page)).toContainText('中期对照');
  await page.getByRole('combobox', { name: '范围' }).selectOption('C1');
  await expect(page).toHaveURL(/kind=midterm&scope=C1/);
  await expect(paper(page)).toContainText('儿童与健康');
  await page.reload();
  await expect(paper(page).getByRole('heading', { level: 2 })).toContainText('中期评估报告');
});

test('an agency reports on its own goals once a file names it, and its link says what is missing without the file', async ({ page }) => {
  await openExample(page, 'kind=annual');
  const scope = page.getByRole('combobox', { name: '范围' });
  await expect(scope.getByRole('group', { name: '责任单位' })).toHaveCount(0);
  await bring(page, 'responsible-agencies.csv');
  await open(page, '#/report?kind=annual&edition=full&area=示例市');
  await scope.focus();
  await scope.selectOption('示例市卫生健康委');
  await expect(scope).toBeFocused();
  for (const visit of ['first', 'after a reload']) {
    await test.step(visit, async () => {
      if (visit !== 'first') await page.reload();
      await expect(page).toHaveURL(/scope=agency:(示例市|%E7)/);
      await expect(paper(page)).toContainText('责任单位：示例市卫生健康委');
      const goals = paper(page).getByRole('table', { name: '负责的目标' });
      await expect(goals.getByRole('rowheader')).toHaveText([/^W1\.02/, /^C1\.03/]);
      const counts = paper(page).getByRole('table', { name: /按状态统计/ });
      await expect(counts.getByRole('row', { name: /^合计 2/ })).toBeVisible();
      await expect(paper(page).getByText('学前教育毛入园率')).toHaveCount(0);
    });
  }
  expect((await saved(page, '下载 Markdown')).name).toMatch(/^示例市.*-示例市卫生健康委\.md$/);

  await page.goto('./#/report?scope=agency:市某局');
  await expect(page.getByText(/没有“市某局”负责的目标。请载入责任单位文件/)).toBeVisible();
  await expect(paper(page)).toHaveCount(0);
  await expect(scope).toHaveValue('agency:市某局');
  await scope.selectOption('C1');
  await expect(paper(page)).toContainText('儿童与健康');
});

test('a county’s report is about the county', async ({ page }) => {
  await bring(page, 'gb18030-infant-mortality.csv');
  await open(page, '#/report');
  await areaChoice(page).selectOption('示例县');
  await expect(paper(page).getByRole('heading', { level: 2 })).toContainText(/^示例县妇女儿童发展规划 2024.年度监测报告/);
  await expect(paper(page)).toContainText(/示例县有数据的 1 项/);
  await expect(paper(page).getByText('钦州市有数据的')).toHaveCount(0);
});

test('the short edition is a few pages and says what it leaves out', async ({ page }) => {
  await openExample(page, 'kind=annual');
  await expect(page.getByRole('button', { name: '简版' })).toHaveAttribute('aria-pressed', 'true');
  await expect(paper(page).getByRole('heading', { level: 2 })).toContainText('（简版）');
  await expect(paper(page).getByText(/预警的指标 \d+ 个，这里列出偏离最远的 5 个；其余 \d+ 个/)).toBeVisible();
  await expect(paper(page).getByText(/主要指标的走势：图 \d+ 幅/)).toBeVisible();
  await expect(paper(page).getByRole('table', { name: /达标率/ })).toContainText(/%（\d+\/\d+）/);
  const brief = await pages(page);
  expect(brief).toBeLessThanOrEqual(8);
  const markdown = await saved(page, '下载 Markdown');
  expect(markdown.name).toMatch(/（简版）\.md$/);
  expect(markdown.text).toContain('全文另有的内容');
  const csv = await saved(page, '下载 CSV');
  expect(csv.text.trimEnd().split('\r\n').pop()).toMatch(/其余 \d+ 个见全文/);
  const full = page.getByRole('button', { name: '全文', exact: true });
  await full.click();
  await expect(full).toBeFocused();
  await expect(page).toHaveURL(/edition=full/);
  await expect(paper(page).locator('.chart-host svg').first()).toBeVisible();
  expect(await pages(page)).toBeGreaterThan(3 * brief);
});

test('what the short edition leaves out is its annex, which is printed once it is opened', async ({ page }) => {
  await openExample(page, 'kind=annual&scope=W1');
  const brief = await pages(page);
  const annex = page.getByRole('article', { name: '附件：简版没有列出的内容' });
  await expect(annex).toHaveCount(0);
  await page.getByText('附件：简版没有列出的内容').click();
  await expect(annex.getByRole('heading', { name: /各项指标/ })).toBeVisible();
  await expect(annex.locator('.chart-host svg').first()).toBeVisible();
  expect(await pages(page)).toBeGreaterThan(brief);
});

test('an English report is dated as a letter is', async ({ page }) => {
  await open(page, '#/report?lang=en&edition=short');
  await expect(paper(page).getByText(/^\d{1,2} [A-Z][a-z]+ 20\d\d$/)).toBeVisible();
  await expect(paper(page)).toContainText('What the full edition adds');
});

test('counts add up, and warnings come with reasons and measures', async ({ page }) => {
  await openExample(page, 'kind=annual&edition=full');
  const table = paper(page).getByRole('table', { name: /按状态统计/ });
  const cells = await table.getByRole('row', { name: /^合计/ }).getByRole('cell').allInnerTexts();
  const [total, ...parts] = cells.map(Number);
  expect(total).toBe(156);
  expect(parts.reduce((sum, count) => sum + count, 0)).toBe(156);
  await expect(paper(page).getByText('可采取的措施（规划原文）').first()).toBeVisible();
});

test('the author’s words are printed and kept on the device', async ({ page }) => {
  await open(page, '#/report?scope=W1');
  await page.getByText('标题、编制单位和正文').click();
  await page.getByLabel('综述（成绩、问题、建议）').fill('总体平稳。<b>不是标记</b>');
  await page.getByLabel('编制单位').fill('市妇儿工委办公室');
  await page.getByLabel('编制单位').blur();
  for (const visit of ['first', 'after a reload']) {
    await test.step(visit, async () => {
      if (visit !== 'first') await page.reload();
      await expect(paper(page)).toContainText('总体平稳。<b>不是标记</b>');
      await expect(paper(page)).toContainText('市妇儿工委办公室');
    });
  }
});

test('the report is downloaded as a page, for Word, as Markdown and as CSV', async ({ page, context }) => {
  await openExample(page, 'kind=annual&scope=W1&edition=full');
  const html = await saved(page, '下载 HTML');
  expect(html.name).toMatch(/^示例市.*2024.*\.html$/);
  expect(html.text).toContain('<svg');
  const alone = await context.newPage();
  const requests: string[] = [];
  alone.on('request', (request) => requests.push(request.url()));
  await alone.setContent(html.text);
  await expect(alone.getByRole('heading', { level: 1 })).toContainText('示例市');
  await expect(alone.locator('.paper-picture svg').first()).toBeVisible();
  expect(requests).toEqual([]);

  const word = await saved(page, '下载 Word');
  expect(word.name).toMatch(/\.docx$/);
  expect(word.text.startsWith('PK')).toBe(true);
  expect(word.text).toContain('word/media/image1.png');
  const markdown = await saved(page, '下载 Markdown');
  expect(markdown.text).toMatch(/^# 示例市/);
  const csv = await saved(page, '下载 CSV');
  expect(csv.text.startsWith('\ufeff地区,')).toBe(true);
});

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' });
  test('the print view is light, hides every control, and fills pages', async ({ page }) => {
    await openExample(page, 'kind=annual&scope=W1&edition=full');
    await expect(paper(page).locator('.chart-host svg').first()).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(areaChoice(page)).toBeHidden();
    await expect(page.getByRole('button', { name: '下载 HTML' })).toBeHidden();
    await expect(page.getByRole('contentinfo')).toBeHidden();
    await expect(paper(page)).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await page.emulateMedia({ media: null });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(50_000);
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(3);
  });
});

test('a part that the plans do not have is no report', async ({ page }) => {
  await open(page, '#/report?scope=X9');
  await expect(page.getByRole('heading', { level: 1, name: '没有这个页面' })).toBeVisible();
});
