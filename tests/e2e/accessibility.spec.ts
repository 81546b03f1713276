// axe finds nothing to complain about, and nothing scrolls sideways, on any page, in both languages, every theme, wide
// and on a phone. A test walks all of these on one page, which costs a fraction of opening it anew for each.
import { expect, test, type Page } from '@playwright/test';
import { bring, open, showExample } from './app';
import { LOOKS, walkLooks } from './looks';

const CATALOGUES = 'tests/data/catalogues/';

const BARE = {
  overview: '#/',
  fields: '#/fields',
  'goals of one status': '#/fields?status=no-data',
  field: '#/field/W1',
  goal: '#/goal/W1.02?area=全国',
  'full text': '#/text/C',
  search: '#/search?q=近视',
  'an empty search': '#/search',
  'a search without hits': '#/search?q=qqqq',
  'warnings without figures': '#/warnings',
  method: '#/method',
  privacy: '#/privacy',
  'stages of life': '#/family',
  'a stage of life': '#/family/pregnant',
  data: '#/data',
  'no such page': '#/nowhere',
};

const WITH_EXAMPLE = {
  'overview with figures': '#/?area=示例市',
  'goal with figures': '#/goal/C1.11?area=示例市',
  'goal told apart by residence': '#/goal/C1.03?by=residence&area=示例市',
  'goals of a field in small charts': '#/field/C1?view=charts&area=示例市',
  'a stage with figures': '#/family/school?area=示例市',
  warnings: '#/warnings?area=示例市',
  'areas compared': '#/compare?view=areas&area=示例市',
  'years compared': '#/compare?view=years&area=示例市',
  'a ranking': '#/compare?view=ranking&area=示例市',
  'gaps between groups': '#/compare?view=gaps&area=示例市',
  'a pair of indicators': '#/compare?view=pair&area=示例市',
  slopes: '#/compare?view=slope&area=示例市',
  report: '#/report?scope=W1&edition=full&area=示例市',
  'a short report': '#/report?scope=C1&area=示例市',
  presentation: '#/present?area=示例市',
};

/** Adds a query to an address that may have some. */
function withQuery(hash: string, query: string): string {
  return query ? hash + (hash.includes('?') ? '&' : '?') + query : hash;
}

async function walk(page: Page, hash: string): Promise<void> {
  for (const language of ['zh', 'en'] as const) {
    await open(page, withQuery(hash, LOOKS[language].query));
    await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-CN' : 'en');
    await walkLooks(page, language);
  }
}

for (const [name, hash] of Object.entries(BARE)) {
  test(name, ({ page }) => walk(page, hash));
}

for (const [name, hash] of Object.entries(WITH_EXAMPLE)) {
  test(name, async ({ page }) => {
    await showExample(page);
    await walk(page, hash);
  });
}

test('what one agency answers for', async ({ page }) => {
  await bring(page, 'responsible-agencies.csv');
  await walk(page, '#/agency/示例市卫生健康委');
});

test('data with files, rows not taken, contradictions, the example, and a catalogue refused', async ({ page }) => {
  await bring(page, 'gb18030-infant-mortality.csv', 'newer-infant-mortality.csv', 'records.csv');
  await page.getByRole('button', { name: /看示例数据/ }).click();
  await expect(page.getByRole('region', { name: '互相矛盾的数值' })).toBeVisible();
  await page.getByLabel('载入目标目录').setInputFiles(`${CATALOGUES}county-with-mistakes.csv`);
  await expect(page.getByRole('alert').filter({ hasText: '目录没有载入' })).toBeVisible();
  await walk(page, '#/data');
});

test('menus and the list of keys, open', async ({ page }) => {
  await open(page);
  await page.getByText('设置', { exact: true }).click();
  await walkLooks(page, 'zh', 'settings');
  await page.getByRole('button', { name: /快捷键/ }).click();
  await walkLooks(page, 'zh', 'keys');
  await page.keyboard.press('Escape');
  await page.getByText('更多', { exact: true }).click();
  await walkLooks(page, 'zh', 'more');
});

test('everything folded, unfolded', async ({ page }) => {
  for (const hash of ['#/goal/W1.02?area=全国', '#/goal/W8.02', '#/family/pregnant?area=全国']) {
    await open(page, hash);
    await page.locator('main details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    await walkLooks(page, 'zh', hash);
  }
});
