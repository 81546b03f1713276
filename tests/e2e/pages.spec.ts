// Finding one's way: pages, search, area and year, the example, and addresses that lead nowhere.
import { expect, test } from '@playwright/test';
import { areaChoice, card, chooseArea, expectAccessible, open, showExample, unfoldTables } from './app';

test('a visitor who brings nothing sees the promises and where the nation stands', async ({ page }) => {
  await open(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('向妇女和儿童承诺了 156 件事');
  await expect(page.getByRole('img', { name: /^孕产妇死亡率，承诺.12\/10万以下。.*全国 2024.年 14\.3\/10万，没到/ })).toBeVisible();
  await unfoldTables(page);
  const row = page.getByRole('row', { name: /^孕产妇死亡率/ });
  await expect(row).toContainText('12/10万以下');
  await expect(row).toContainText('无数据');
  await expect(row).toContainText('14.3/10万');
  await expect(page.getByRole('columnheader', { name: '全国（参考）' })).toBeVisible();
});

test('a figure of the city’s own is never borrowed', async ({ page }) => {
  await open(page, '#/goal/W1.02');
  const deaths = card(page, '孕产妇死亡率');
  await expect(deaths).toContainText('钦州市没有“孕产妇死亡率”的数值');
  await expect(deaths).toContainText('全国（参考）');
});

test('a count opens into the goals that it counts', async ({ page }) => {
  await open(page);
  await unfoldTables(page);
  const row = page.getByRole('row', { name: /^妇女与健康/ });
  const link = row.getByRole('link').last();
  const count = Number(await link.innerText());
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: '妇女与健康' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('listitem').filter({ has: page.getByText(/^W1\.\d\d$/) })).toHaveCount(count);
});

test('the example shows every case, is marked everywhere, and is gone with one click', async ({ page }) => {
  await showExample(page);
  await expect(page.getByText('示例（虚构）', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/能用数来量的 75 项承诺里，.*赶不上/);
  await expect(page.getByRole('main').getByRole('img', { name: /^已达标.*倒退 \d+ 项/ }).first()).toBeVisible();
  await open(page, '#/goal/W1.02?area=示例市');
  await expect(page.getByText('示例（虚构）', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: '移除示例' }).click();
  await expect(areaChoice(page)).toHaveValue('钦州市');
  await expect(page.getByRole('option', { name: '示例市' })).toHaveCount(0);
});

test('an earlier year judges with what was known then', async ({ page }) => {
  await open(page, '#/goal/W1.02?area=全国');
  await expect(card(page, '孕产妇死亡率')).toContainText(/2024.年孕产妇死亡率为 14\.3/);
  await page.getByRole('combobox', { name: '截至' }).selectOption('2021');
  await expect(card(page, '孕产妇死亡率')).toContainText(/2021.年孕产妇死亡率为 16\.1/);
  await expect(page).toHaveURL(/year=2021/);
});

test('areas stand in groups: the own one, its counties, those compared with, and what files name', async ({ page }) => {
  await open(page);
  const areas = areaChoice(page);
  const groups = await areas.locator('optgroup').evaluateAll((groups) => groups.map((group) => (group as HTMLOptGroupElement).label));
  expect(groups).toEqual(['本地', '各县区', '参考地区', '其他地区']);
  await expect(areas.locator('optgroup').first().locator('option')).toHaveText(['钦州市']);
});

test('an area is found by a part of its name in either language, and stands there in both', async ({ page }) => {
  await open(page);
  const areas = page.getByRole('combobox', { name: '地区' });
  await expect(areas.locator('option', { hasText: 'Lingshan County' })).toHaveText('灵山县 Lingshan County');
  await areas.selectOption('查找地区……');
  const dialog = page.getByRole('dialog', { name: '查找地区' });
  await expect(dialog.getByRole('searchbox', { name: '地区名称' })).toBeFocused();
  await expect(areas).toHaveValue('钦州市');
  await page.keyboard.type('pubei');
  await expect(dialog.getByRole('listitem')).toHaveText(['浦北县 Pubei County']);
  await expectAccessible(page, 'the search for an area');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(areas).toHaveValue('浦北县');
  await expect(areas.locator('option:checked')).toHaveText('浦北县');
  await expect(page).toHaveURL(/area=/);

  await areas.selectOption('查找地区……');
  await page.keyboard.type('没有这个地方');
  await expect(dialog.getByRole('status')).toContainText('没有叫这个名字的地区');
  await dialog.getByRole('searchbox').fill('全');
  await dialog.getByRole('button', { name: '全国 China' }).click();
  await expect(areas).toHaveValue('全国');
});

test('an area is searched for on a phone and in English as well', async ({ page }) => {
  for (const [width, query, name] of [[390, '', '查找地区'], [390, '?size=large', '查找地区'], [1440, '?lang=en', 'Search the areas']] as const) {
    await page.setViewportSize({ width, height: 844 });
    await open(page, `#/${query}`);
    const areas = page.getByRole('combobox', { name: /^(地区|Area)$/ });
    await areas.selectOption('\n');
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog.getByRole('searchbox')).toBeFocused();
    await expect(dialog.getByRole('searchbox')).toBeInViewport();
    await page.keyboard.type('pubei');
    await page.keyboard.press('Enter');
    await expect(areas).toHaveValue('浦北县');
  }
});

test('search understands what people say', async ({ page }) => {
  for (const [said, official] of [['家暴', '家庭暴力'], ['打疫苗', '疫苗'], ['托儿所', '托育'], ['彩礼', '婚姻家庭']]) {
    await open(page, `#/search?q=${said}`);
    await expect(page.getByText(/规划里的说法也一起找了/)).toContainText(official);
    await expect(page.locator('mark.found').filter({ hasText: official }).first()).toBeVisible();
  }
  await open(page, '#/search?q=近视');
  await expect(page.getByText(/规划里的说法也一起找了/)).toHaveCount(0);
});

test('search finds goals, indicators and measures, from the keyboard', async ({ page }) => {
  await open(page);
  await page.keyboard.press('/');
  await expect(page.getByRole('banner').getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('近视');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '找到' })).toContainText('近视');
  await page.getByRole('link', { name: '小学生近视率' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/近视/);
});

test('the full text can be read and linked to', async ({ page }) => {
  await open(page, '#/text/W?at=W.monitoring.05');
  const item = page.getByRole('listitem').filter({ hasText: '有效利用监测评估成果' });
  await expect(item).toBeInViewport();
  await expect(item).toContainText('对预计完成困难、波动较大的监测指标及时预警');
});

test('an address that leads nowhere says so and offers a way on', async ({ page }) => {
  await open(page, '#/goal/nonsense');
  await expect(page.getByRole('heading', { level: 1, name: '没有这个页面' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: '回到总览' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('向妇女和儿童承诺了 156 件事');
});

test('language, theme and size of type are chosen and remembered', async ({ page }) => {
  await open(page);
  await page.getByText('设置', { exact: true }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Dark' }).click();
  await page.getByRole('button', { name: 'Large type' }).click();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('made 156 promises to women and children');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-size', 'large');
});

test('a chart can be walked with the arrow keys', async ({ page }) => {
  await open(page, '#/goal/W1.02?area=全国');
  await chooseArea(page, '全国');
  const deaths = card(page, '孕产妇死亡率');
  await deaths.getByRole('img').first().focus();
  await page.keyboard.press('End');
  await expect(deaths.getByText(/2024.年：14\.3\/10万/).first()).toBeVisible();
});
