// The page opens, from a folder of a host, and talks to nobody else.
import { expect, test } from '@playwright/test';

test('opens without an error and stays on its own origin', async ({ page, baseURL }) => {
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    // The service worker is kept out on purpose (playwright.config.ts).
    if (message.text().startsWith('Service Worker registration blocked')) return;
    if (message.type() !== 'log' && message.type() !== 'info') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (!response.ok()) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => requests.push(request.url()));

  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('#opening')).toHaveCount(0);
  await page.waitForLoadState('networkidle');

  expect(complaints).toEqual([]);
  expect(requests.length).toBeGreaterThan(1);
  expect(requests.filter((url) => !url.startsWith(baseURL!) && !/^(data|blob):/.test(url))).toEqual([]);
});

test('says what to do when WebAssembly cannot start', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.fulfill({ status: 404 }));
  await page.goto('./');
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('请刷新');
  await expect(notice).toContainText('Please reload');
});
