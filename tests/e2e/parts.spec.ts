// The app comes in parts: the published figures with the first page; the other pages, the example and what reads files
// when they are wanted.
import { expect, test } from '@playwright/test';
import { areaChoice } from './app';

const PAGES = /\/(split|chunk)_[^/]*\.wasm$/;

test('the first page and those for families need none of the code of other pages', async ({ page }) => {
  await page.route(PAGES, () => new Promise(() => {}));
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('承诺了');
  await expect(page.locator('#first')).toHaveCount(0);
  await page.getByRole('navigation').first().getByRole('link', { name: '与我有关' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: /怀孕和生产/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '怀孕和生产' })).toBeVisible();
});

test('a page on its way says so, and takes the focus when it has come', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(PAGES, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('./');
  await page.getByRole('navigation').first().getByRole('link', { name: '数据' }).click();
  await expect(page.getByRole('status').filter({ hasText: '正在打开' })).toBeVisible();
  release();
  const heading = page.getByRole('heading', { level: 1, name: '数据' });
  await expect(heading).toBeVisible();
  await expect(heading).toBeFocused();
});

test('a page whose code does not come says so, and comes when it is asked for again', async ({ page }) => {
  await page.route(PAGES, (route) => route.abort());
  await page.goto('./#/data');
  await expect(page.getByRole('alert')).toContainText('这一页没有取到');
  await page.unroute(PAGES);
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '数据' })).toBeVisible();
});

test('a dialog whose code does not come says so, and opens when it is asked for again', async ({ page }) => {
  await page.route(PAGES, (route) => route.abort());
  await page.goto('./');
  await expect(page.locator('#first')).toHaveCount(0);
  await page.keyboard.press('?');
  const notice = page.getByRole('alert').filter({ hasText: '这个窗口没有取到' });
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: '不用了' }).click();
  await expect(notice).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(notice).toBeVisible();
  await page.unroute(PAGES);
  await notice.getByRole('button', { name: '再试一次' }).click();
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test('the first page fetches neither the example nor what reads files', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('承诺了');
  await expect(page.locator('#first')).toHaveCount(0);
  expect(fetched.filter((path) => /reference.*\.bin$/.test(path))).toHaveLength(1);
  expect(fetched.filter((path) => /(example.*\.bin|import_bg.*\.wasm|worker.*\.js)$/.test(path))).toEqual([]);
});

test('a page whose published figures do not come says what to do, as one whose module does not', async ({ page }) => {
  await page.route('**/reference*.bin', (route) => route.fulfill({ status: 404 }));
  await page.goto('./');
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('请刷新');
  await expect(notice).toContainText('Please reload');
});

test('an example that does not come is told, changes nothing, and can be asked for again', async ({ page }) => {
  await page.route('**/example*.bin', (route) => route.abort());
  await page.goto('./#/data');
  const ask = page.getByRole('button', { name: '看示例数据（虚构）' });
  await ask.click();
  await expect(page.getByRole('status').filter({ hasText: '没有取到' })).toBeVisible();
  await expect(ask).toBeVisible();
  await page.unroute('**/example*.bin');
  await ask.click();
  await expect(ask).toHaveCount(0);
  await expect(areaChoice(page)).toHaveValue('示例市');
  await expect(page.getByText('没有取到')).toHaveCount(0);
});

test('who has chosen the example finds it on the next visit', async ({ page }) => {
  await page.goto('./#/data');
  await page.getByRole('button', { name: '看示例数据（虚构）' }).click();
  await expect(page.getByRole('button', { name: '看示例数据（虚构）' })).toHaveCount(0);
  const example = page.waitForResponse('**/example*.bin');
  await page.reload();
  await example;
  await expect(page.getByRole('heading', { level: 1, name: '数据' })).toBeVisible();
  await expect(page.getByRole('button', { name: '看示例数据（虚构）' })).toHaveCount(0);
});

test('the reference figures are handed out as the table that they were read from', async ({ page }) => {
  await page.goto('./#/data');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载参考数据' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('reference.csv');
});
