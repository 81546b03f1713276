// What can be read before the app has come, and where it never comes.
import { expect, test } from '@playwright/test';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the promises, a stage of life and the text of a plan can be read', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('承诺了');
    await expect(page.getByText('正在打开')).toBeHidden();
    const row = page.getByRole('listitem').filter({ hasText: '孕产妇死亡率' }).first();
    await expect(row).toContainText('全国（参考）：');

    await page.getByRole('navigation', { name: '人生阶段' }).getByRole('link').first().click();
    await expect(page).toHaveURL(/\/family-[\w-]+\.html$/);
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    // The style sheet has come, and nothing scrolls sideways on a phone.
    await page.setViewportSize({ width: 360, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

    await page.getByRole('link', { name: '总览' }).click();
    await page.getByRole('link', { name: /妇女发展规划.*全文/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('妇女发展规划');
    await expect(page.getByRole('heading', { name: '主要目标' }).first()).toBeVisible();
  });
});

test('the app takes the place of what was there before it, and search engines are told what the page is', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('./');
  const first = page.locator('#first');
  await expect(first.getByRole('heading', { level: 1 })).toContainText('承诺了');
  await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', /承诺了 \d+ 件事/);
  release();
  await expect(first).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
});

test('who has chosen Chinese once reads it the next time, and who has chosen English waits', async ({ page }) => {
  const choose = (lang: string) => page.evaluate((lang) => localStorage.setItem('plan-tracker.preferences', JSON.stringify({ version: 1, value: { lang } })), lang);
  await page.route('**/*.wasm', () => new Promise(() => {}));
  await page.goto('./');
  await choose('zh-CN');
  await page.reload();
  await expect(page.locator('#first').getByRole('heading', { level: 1 })).toContainText('承诺了');
  await choose('en');
  await page.reload();
  await expect(page.getByText('正在打开')).toBeVisible();
  await expect(page.locator('#first')).toHaveCount(0);
});

test('who asked for another page or language waits for it, and is not shown this one', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('./#/method');
  await expect(page.getByText('正在打开')).toBeVisible();
  await expect(page.locator('#first')).toHaveCount(0);
  release();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
