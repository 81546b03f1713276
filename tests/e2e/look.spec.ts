// High contrast, and looks that a link carries.
import { expect, test, type Page } from '@playwright/test';
import { card, open, showExample } from './app';

const root = (page: Page) => page.locator('html');

test('high contrast is black on white, remembered, and in the link', async ({ page, browser, baseURL }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  await page.getByText('设置', { exact: true }).click();
  await page.getByRole('button', { name: '高对比' }).click();
  await expect(page.getByRole('button', { name: '高对比' })).toHaveAttribute('aria-pressed', 'true');
  await expect(root(page)).toHaveAttribute('data-theme', 'contrast');
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(0, 0, 0)');
  await expect(page).toHaveURL(/#\/\?theme=contrast$/);
  const link = page.url();

  await open(page, '#/fields');
  await page.reload();
  await expect(root(page)).toHaveAttribute('data-theme', 'contrast');

  const other = await (await browser.newContext({ baseURL })).newPage();
  await other.goto(link);
  await expect(root(other)).toHaveAttribute('data-theme', 'contrast');
  await other.context().close();
});

test('language and size of type are in the link as long as they are not the default', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: '大字' }).click();
  await page.getByText('设置', { exact: true }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page).toHaveURL(/#\/\?lang=en&size=large$/);
  await page.getByRole('button', { name: 'Large type' }).click();
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page).toHaveURL(/#\/$/);
});

test('a system that wants more contrast gets it, unless the visitor wants otherwise', async ({ page }) => {
  await open(page);
  await expect(root(page)).toHaveAttribute('data-theme', 'light');
  await page.emulateMedia({ contrast: 'more' });
  await expect(root(page)).toHaveAttribute('data-theme', 'contrast');
  await open(page, '#/?theme=dark');
  await expect(root(page)).toHaveAttribute('data-theme', 'dark');
});

test('the bar is one line on a desk, in English, too', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const lang of ['zh-CN', 'en']) {
    await open(page, `#/?lang=${lang}`);
    const height = (await page.getByRole('banner').boundingBox())?.height;
    expect(height, lang).toBeLessThan(70);
  }
});

test('charts are drawn with the colours of the theme', async ({ page }) => {
  await open(page, '#/goal/W1.02?area=全国&theme=contrast');
  const picture = card(page, '孕产妇死亡率').locator('.chart-host svg').first();
  await expect(picture.locator('[fill="rgb(0, 0, 0)"], [fill="#000"], [fill="#000000"]').first()).toBeAttached();
  await expect(picture.locator('[stroke="rgb(0, 39, 122)"], [stroke="rgb(0,39,122)"], [stroke="#00277a"]').first()).toBeAttached();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('a row of a table is a block, each figure beside what it is', async ({ page }) => {
    await showExample(page);
    await open(page, '#/goal/C1.11?area=示例市');
    await page.getByText('同样的数，列成表').first().click();
    const rows = page.locator('.by-year tbody tr:visible');
    // The newest year first, and only years with a figure.
    const years = (await rows.locator('th').allInnerTexts()).map(Number);
    expect(years).toEqual([...years].sort((a, b) => b - a));
    const cell = rows.filter({ has: page.getByRole('rowheader', { name: '2024' }) }).locator('td').first();
    await expect(cell).toHaveAttribute('data-label', '示例市');
    const frame = await page.locator('.by-year').first().boundingBox();
    for (const box of await rows.locator('td:visible').all()) {
      const { x, width } = (await box.boundingBox())!;
      expect(x + width).toBeLessThanOrEqual(frame!.x + frame!.width);
    }
    const { x, width } = (await rows.first().locator('th').boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(frame!.x);
    expect(width).toBeGreaterThan(frame!.width - 4);
  });
});

test('the browser’s own choice of files never shows through its button', async ({ page }) => {
  for (const theme of ['light', 'dark', 'contrast']) {
    await open(page, `#/data?theme=${theme}`);
    const buttons = page.locator('label.button:has(input[type="file"])').filter({ visible: true });
    expect(await buttons.count()).toBeGreaterThan(1);
    for (const button of await buttons.all()) {
      const picture = () => button.screenshot({ animations: 'disabled' });
      const withInput = await picture();
      await button.locator('input').evaluate((input) => input.style.setProperty('visibility', 'hidden'));
      expect(Buffer.compare(withInput, await picture()), `${theme}: ${await button.innerText()}`).toBe(0);
    }
  }
});
