// The staff's way out: a report of a kind, a scope and a year, printed clean and taken along as files.
import { readFile } from 'node:fs/promises';
import { expect, test, type Download, type Page } from '@playwright/test';
import { open } from './app';

const paper = (page: Page) => page.getByRole('article');

async function openExample(page: Page, query: string): Promise<void> {
  await open(page);
  await page.getByRole('button', { name: /看示例数据/ }).click();
  await open(page, `#/report?${query}&place=示例市`);
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

test('counts add up, and warnings come with reasons and measures', async ({ page }) => {
  await openExample(page, 'kind=annual');
  const table = paper(page).getByRole('table', { name: /按状态统计/ });
  const cells = await table.getByRole('row', { name: /^合计/ }).getByRole('cell').allInnerTexts();
  const [total, ...parts] = cells.map(Number);
  expect(total).toBe(156);
  expect(parts.reduce((sum, count) => sum + count, 0)).toBe(156);
  await expect(paper(page).getByText('可采取的措施（规划原文）').first()).toBeVisible();
});

test('the author’s words are printed and kept on the device', async ({ page }) => {
  await open(page, '#/report?scope=W1');
  await page.getByText('标题、编制单位和综述').click();
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
  await openExample(page, 'kind=annual&scope=W1');
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

  const word = await saved(page, '下载 Word（RTF）');
  expect(word.name).toMatch(/\.rtf$/);
  expect(word.text.startsWith('{\\rtf1')).toBe(true);
  const markdown = await saved(page, '下载 Markdown');
  expect(markdown.text).toMatch(/^# 示例市/);
  const csv = await saved(page, '下载 CSV');
  expect(csv.text.startsWith('\ufeff地区,')).toBe(true);
});

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' });
  test('the print view is light, hides every control, and fills pages', async ({ page }) => {
    await openExample(page, 'kind=annual&scope=W1');
    await expect(paper(page).locator('.chart-host svg').first()).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(page.getByRole('combobox', { name: '地区' })).toBeHidden();
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
