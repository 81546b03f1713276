// A visitor without a mouse: the skip link, where the focus goes, every page within reach, and the list of keys.
import { expect, test, type Page } from '@playwright/test';
import { open } from './app';

const keys = (page: Page) => page.getByRole('dialog', { name: '快捷键' });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const pages = (page: Page) => page.getByRole('navigation', { name: '主要页面' });

test('the first Tab leads past the bar to the content', async ({ page }) => {
  await open(page, '#/fields');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: '跳到正文' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page).toHaveURL(/#\/fields$/);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
});

test('a new page begins at its heading, whichever way it came', async ({ page }) => {
  await open(page);
  for (const hash of ['/data', '/family', '/family/baby', '/fields', '/field/W1', '/goal/W1.02', '/text/W', '/warnings', '/compare', '/method', '/report', '/search?q=近视', '/nowhere']) {
    await page.evaluate((to) => location.assign(to), `#${hash}`);
    await expect(heading(page), hash).toBeFocused();
  }
  await page.goBack();
  await expect(page).toHaveURL(/search/);
  await expect(heading(page)).toBeFocused();
  await pages(page).getByRole('link', { name: '总览' }).focus();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toContainText('承诺了 156 件事');
  await expect(heading(page)).toBeFocused();
  await page.evaluate(() => location.assign('#/present'));
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(heading(page)).toBeFocused();
});

const NAMES = {
  'zh-CN': ['总览', '与我有关', '领域', '数据', '预警', '比较', '全文', '报告', '演示', '方法'],
  en: ['Overview', 'For you', 'Fields', 'Data', 'Warnings', 'Compare', 'Full text', 'Report', 'Present', 'Method'],
};

for (const [lang, size] of [['zh-CN', 'default'], ['en', 'default'], ['zh-CN', 'large'], ['en', 'large']] as const) {
  test(`every page is within reach, once, at every width in ${lang}, ${size} type`, async ({ page }) => {
    const pick = (zh: string, en: string) => (lang === 'en' ? en : zh);
    const nav = page.getByRole('navigation', { name: pick('主要页面', 'Main pages') });
    await open(page, `#/?lang=${lang}&size=${size}`);
    for (const width of [1440, 1000, 850, 721, 719, 390, 320]) {
      await test.step(`${width} px`, async () => {
        await page.setViewportSize({ width, height: 900 });
        await nav.getByText(pick('更多', 'More'), { exact: true }).click();
        for (const name of NAMES[lang]) {
          const link = nav.getByRole('link', { name, exact: true });
          await expect(link).toHaveCount(1);
          await expect(link).toBeInViewport({ ratio: 1 });
        }
        const link = nav.getByRole('link', { name: pick('搜索', 'Search') });
        await expect(link.or(page.getByRole('banner').getByRole('searchbox'))).toBeInViewport({ ratio: 1 });
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(sideways).toBeLessThanOrEqual(0);
        await page.keyboard.press('Escape');
      });
    }
  });
}

test('? lists the keys, Escape puts the list away, and the focus is where it was', async ({ page }) => {
  await open(page);
  const link = pages(page).getByRole('link', { name: '领域' });
  await link.focus();
  await page.keyboard.press('?');
  await expect(keys(page)).toBeVisible();
  await expect(keys(page).locator(':focus')).toHaveCount(1);
  // The page behind does not hear the keys that it would answer.
  await page.keyboard.press('/');
  await expect(keys(page).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(keys(page)).toBeHidden();
  await expect(link).toBeFocused();
});

test('? in a field is a question mark', async ({ page }) => {
  await open(page);
  const box = page.getByRole('banner').getByRole('searchbox');
  await box.focus();
  await page.keyboard.type('?');
  await expect(box).toHaveValue('?');
  await expect(keys(page)).toBeHidden();
});

test('the settings open the list as well, and the focus comes back to them', async ({ page }) => {
  await open(page);
  const settings = page.getByText('设置', { exact: true });
  await settings.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /快捷键/ }).focus();
  await page.keyboard.press('Enter');
  await keys(page).getByRole('button', { name: '关闭' }).click();
  await expect(keys(page)).toBeHidden();
  await expect(settings).toBeFocused();
});

test('Escape closes a menu and leaves the focus on what opened it', async ({ page }) => {
  await open(page);
  const settings = page.getByText('设置', { exact: true });
  await settings.click();
  await page.getByRole('button', { name: '深色' }).focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '深色' })).toBeHidden();
  await expect(settings).toBeFocused();
});

test('the list of keys does not end a talk nor turn its slides', async ({ page }) => {
  await open(page, '#/present');
  await page.keyboard.press('?');
  await expect(keys(page)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(keys(page)).toBeHidden();
  await expect(heading(page)).toHaveText('承诺了什么，做到了哪一步');
  await page.keyboard.press('ArrowRight');
  await expect(heading(page)).toHaveText('妇女规划');
});
