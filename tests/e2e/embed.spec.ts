// A chart within another site, and the link to a page as a QR code.
import { expect, test } from '@playwright/test';
import { card, open } from './app';
import { Host } from './host';

test('a chart is embedded in another site by what its menu copies, and takes the height that it needs', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const [city, other] = [new Host(process.env.E2E_PAGE_E2E!), new Host(process.env.E2E_PAGE_E2E!, '/news/')];
  try {
    await page.goto(`${await city.start()}#/goal/W1.02?area=全国`);
    await card(page, '孕产妇死亡率').getByRole('button', { name: '嵌入' }).first().click();
    await expect(page.getByText('嵌入代码已复制')).toBeVisible();
    const snippet = await page.evaluate(() => navigator.clipboard.readText());
    other.put('index.html', `<!doctype html><meta charset="utf-8"><h1>新闻</h1>${snippet}`);

    await page.goto(await other.start());
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('figure.chart svg').first()).toBeVisible();
    await expect(frame.locator('figure.chart:visible')).toHaveCount(1);
    await expect(frame.getByRole('heading', { level: 1 })).toBeHidden();
    await expect(frame.getByRole('banner')).toHaveCount(0);
    await expect(frame.getByRole('link', { name: '打开完整网页' })).toHaveAttribute('href', /#\/goal\/W1\.02(?!.*embed)/);
    const inside = async () => frame.locator('body').evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
    await expect.poll(async () => Number(await page.locator('iframe').getAttribute('height'))).toBe(await inside());
    expect(await inside()).toBeGreaterThan(200);
  } finally {
    await Promise.all([city.stop(), other.stop()]);
  }
});

test('a whole page is embedded without its frame', async ({ page }) => {
  await open(page, '#/family?embed');
  await expect(page.getByRole('banner')).toHaveCount(0);
  await expect(page.getByRole('link', { name: '打开完整网页' })).toBeVisible();
});

test('the link to what is shown is a QR code for the room, with its length', async ({ page }) => {
  await open(page, '#/warnings?area=全国');
  await page.getByText('设置', { exact: true }).click();
  await page.getByRole('button', { name: '二维码' }).click();
  const dialog = page.getByRole('dialog', { name: '用手机打开这一页' });
  await expect(dialog.getByRole('img', { name: '这一页链接的二维码' })).toBeVisible();
  await expect(dialog).toContainText('#/warnings?area=');
  await expect(dialog).toContainText(/链接有 \d+ 个字符/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
