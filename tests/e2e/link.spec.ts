// A few figures inside a link: told and asked about before they are shown, kept only when the reader says so, and never
// sent anywhere.
import { expect, test, type Browser, type Page } from '@playwright/test';
import { bring, card, open, report } from './app';

const TIDY = 'gb18030-infant-mortality.csv';
const GOAL = '#/goal/C1.03?area=示例县';

const asked = (page: Page) => page.getByRole('region', { name: '链接里的数值' });

/** The link to the goal's page with the figures of the visitor's own file in it, as the dialog shows it. */
async function linkWithFigures(page: Page): Promise<string> {
  await bring(page, TIDY);
  await open(page, GOAL);
  await page.getByText('设置', { exact: true }).click();
  await page.getByRole('button', { name: '二维码' }).click();
  const dialog = page.getByRole('dialog', { name: '用手机打开这一页' });
  await expect(dialog).toContainText('您载入的文件不在链接里');
  await dialog.getByLabel(/带上这一页里您自己的 \d+ 个数值/).check();
  await expect(dialog).toContainText('各种软件都能完整传递');
  await expect(dialog).toContainText('打开时会先问');
  await expect(dialog.getByRole('img', { name: '这一页链接的二维码' })).toBeVisible();
  const link = await dialog.locator('.code-link').innerText();
  expect(link).toContain('figures=');
  expect(link.length).toBeLessThan(2_000);
  return link;
}

async function reader(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  return page;
}

const kept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('plan-tracker');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const count = opening.result.transaction('files').objectStore('files').count();
          count.onsuccess = () => {
            opening.result.close();
            resolve(count.result);
          };
        };
      }),
  );

test('the figures of a link are told first, looked at, and kept only when asked to', async ({ page, browser }) => {
  test.slow();
  const link = await linkWithFigures(page);
  const other = await reader(browser);
  const sent: string[] = [];
  other.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
  await other.goto(link);
  await expect(asked(other)).toContainText(/这个链接带来 \d+ 个数值：婴儿死亡率；示例县；/);
  await expect(asked(other)).toContainText('还没有显示，也没有保存');
  await expect(other.getByRole('main')).not.toContainText('5.7');
  // The address is that of the page alone, and nobody was told.
  expect(other.url()).not.toContain('figures');
  const packed = link.match(/figures=([\w-]+)/)![1];
  expect(sent.filter((text) => text.includes(packed))).toEqual([]);

  await asked(other).getByRole('button', { name: '只看这些数' }).click();
  await expect(card(other, '婴儿死亡率')).toContainText('5.7');
  await expect(asked(other)).toContainText('正在看链接带来的');
  expect(await kept(other)).toBe(0);
  await asked(other).getByRole('button', { name: '不看了' }).click();
  await expect(asked(other)).toHaveCount(0);
  await expect(other.getByRole('main')).not.toContainText('5.7');

  await other.goto('about:blank');
  await other.goto(link);
  await asked(other).getByRole('button', { name: '存进这个浏览器' }).click();
  await expect(card(other, '婴儿死亡率')).toContainText('5.7');
  await open(other, '#/data');
  await expect(report(other, '链接里的数值.csv')).toBeVisible();
  await other.reload();
  await expect(report(other, '链接里的数值.csv')).toBeVisible();
  await other.context().close();
});

test('figures that are cut off, are none or unpack to very much are told and do nothing', async ({ page }) => {
  // Deflated: 300 kB of one sign, a sentence, and nothing at all.
  const packed = await page.evaluate(async () => {
    const signs = async (text: string) => {
      const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
      const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
      return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    };
    return [await signs('一'.repeat(100_000)), await signs('<img src=x onerror="window.ran=1">'), '%%%', 'AAAA'];
  });
  for (const figures of packed) {
    await open(page, `#/goal/C1.03?figures=${figures}`);
    await expect(asked(page)).toContainText('读不出来');
    expect(page.url()).not.toContain('figures');
    await asked(page).getByRole('button', { name: '知道了' }).click();
    await expect(asked(page)).toHaveCount(0);
  }
  expect(await page.evaluate(() => (window as any).ran)).toBeUndefined();
});
