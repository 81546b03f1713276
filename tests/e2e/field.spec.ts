// The page of a field: its goals chosen and put in order, kept in the address, and their figures as small charts.
import { expect, test, type Page } from '@playwright/test';
import { bring, open, showExample } from './app';
import { walkLooks } from './looks';

const goals = (page: Page) => page.getByRole('listitem').filter({ has: page.getByText(/^W1\.\d\d$/) });
const pick = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const said = (page: Page) => page.getByRole('main').getByRole('status').filter({ hasText: /列出|没有符合/ });
const pictures = (page: Page) => page.getByRole('main').getByRole('listitem').getByRole('img');

/** Opens a field of the invented city. */
async function example(page: Page, query = '&view=list'): Promise<void> {
  await showExample(page);
  await open(page, `#/field/W1?area=示例市${query}`);
}

test('goals are chosen by several things at once, told, kept, and all back with one click', async ({ page }) => {
  await example(page);
  const all = await goals(page).count();
  await expect(said(page)).toHaveText(`${all} 项目标全部列出。`);

  await pick(page, '目标值').selectOption('写明数值');
  await expect(said(page)).toHaveText(/^列出/);
  const quantified = await goals(page).count();
  expect(quantified).toBeLessThan(all);
  await expect(said(page)).toHaveText(`列出 ${all} 项目标中的 ${quantified} 项。`);

  await pick(page, '预警').selectOption('有预警');
  const warned = await goals(page).count();
  expect(warned).toBeLessThanOrEqual(quantified);
  expect(warned).toBeGreaterThan(0);
  await expect(page).toHaveURL(/warning=any&quantified=yes/);

  await page.reload();
  await expect(goals(page)).toHaveCount(warned);
  await expect(pick(page, '目标值').getByRole('option', { selected: true })).toHaveText('写明数值');
  await expect(pick(page, '预警').getByRole('option', { selected: true })).toHaveText('有预警');

  await page.getByRole('link', { name: '清除筛选' }).click();
  await expect(goals(page)).toHaveCount(all);
  await expect(pick(page, '目标值').getByRole('option', { selected: true })).toHaveText('不限');
  await expect(page.getByRole('heading', { name: '主要目标' })).toBeFocused();
});

test('the status links count what the other choices leave, and an old address of a status holds', async ({ page }) => {
  await example(page, '&status=slow&view=list');
  const links = page.getByRole('navigation', { name: '按状态筛选' }).getByRole('link');
  await expect(links.filter({ hasText: '进展缓慢' })).toHaveAttribute('aria-current', 'true');
  const slow = await goals(page).count();
  await expect(links.filter({ hasText: '进展缓慢' })).toHaveText(`进展缓慢 ${slow}`);

  await pick(page, '监测值').selectOption('有数值');
  await expect(links.filter({ hasText: '无数据' })).toHaveCount(0);
  const all = links.filter({ hasText: '全部' });
  await all.click();
  await expect(all).toHaveAttribute('aria-current', 'true');
  const counted = Number((await all.innerText()).replace('全部', ''));
  expect(counted).toBeGreaterThan(slow);
  await expect(goals(page)).toHaveCount(counted);
  await expect(page).toHaveURL(/figures=yes/);
  await page.goBack();
  await expect(goals(page)).toHaveCount(slow);
});

test('the worst, the furthest off and the newest can come first', async ({ page }) => {
  await example(page);
  const plan = await goals(page).allTextContents();
  await pick(page, '排序').selectOption('状态最差的在前');
  await expect(goals(page).first()).toContainText(/倒退|进展缓慢/);
  await expect(goals(page).last()).toContainText(/无数据|定性目标/);
  await expect(goals(page)).toHaveCount(plan.length);

  await pick(page, '排序').selectOption('偏离最远的在前');
  await expect(page).toHaveURL(/sort=furthest/);
  await expect(goals(page).first()).not.toContainText('W1.01');
  await pick(page, '排序').selectOption('数据最新的在前');
  await expect(goals(page).first()).toContainText(/2024.年/);

  await pick(page, '排序').selectOption('规划顺序');
  await expect(goals(page)).toHaveText(plan);
});

test('an empty result says so and leads back, and nonsense in an address is ignored', async ({ page }) => {
  await open(page, '#/field/W1?figures=yes&quantified=no&sort=worst');
  await expect(said(page)).toContainText('没有符合这些条件的');
  await expect(goals(page)).toHaveCount(0);
  await page.getByRole('link', { name: '清除筛选' }).click();
  await expect(goals(page)).not.toHaveCount(0);
  await expect(page).toHaveURL(/#\/field\/W1\?sort=worst$/);

  await open(page, '#/field/W1?status=splendid&warning=x&figures=perhaps&agency=nobody&sort=best&view=film');
  await expect(said(page)).toContainText('全部列出');
});

test('a responsible agency can be chosen once a file names one', async ({ page }) => {
  await open(page, '#/field/W1');
  await expect(pick(page, '排序')).toBeVisible();
  await expect(pick(page, '责任单位')).toHaveCount(0);
  await bring(page, 'responsible-agencies.csv');
  await open(page, '#/field/W1');
  await pick(page, '责任单位').selectOption('示例市妇联');
  await expect(goals(page)).toHaveCount(1);
  await expect(goals(page)).toContainText('孕产妇死亡率');
  await page.reload();
  await expect(goals(page)).toHaveCount(1);
  await expect(pick(page, '责任单位').getByRole('option', { selected: true })).toHaveText('示例市妇联');
});

test('everything is chosen from the keyboard, and the focus stays', async ({ page }) => {
  await example(page);
  const all = await goals(page).count();
  await pick(page, '监测值').focus();
  await page.keyboard.press('ArrowDown');
  await expect(goals(page)).not.toHaveCount(all);
  await expect(pick(page, '监测值')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(pick(page, '排序')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '清除筛选' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: '小图' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '小图' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: '小图' })).toBeFocused();
  await expect(pictures(page).first()).toBeVisible();
});

test('each indicator with figures has a small chart that says its verdict and leads to its goal', async ({ page }) => {
  await example(page, '&view=charts');
  const chart = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: '孕产妇死亡率', exact: true }) });
  await expect(chart.getByRole('img')).toHaveAccessibleName(/^2024.年孕产妇死亡率为.*2030.年/);
  await expect(chart).toContainText(/目标：2030.年/);
  const years = await pictures(page).first().getByText(/^20\d\d$/).allTextContents();
  expect(years).toContain('2030');
  for (const picture of await pictures(page).all()) {
    await expect(picture.getByText(/^20\d\d$/)).toHaveText(years);
  }

  const count = await pictures(page).count();
  await page.getByText('同样的数，列成表').click();
  await expect(page.getByRole('row')).toHaveCount(count + 1);
  await expect(page.getByRole('row', { name: /^孕产妇死亡率（/ })).toContainText('12/10万以下');

  await pick(page, '预警').selectOption('有预警');
  await expect(pictures(page)).not.toHaveCount(count);
  await page.reload();
  await expect(page.getByRole('button', { name: '小图' })).toHaveAttribute('aria-pressed', 'true');
  // The link of the card lies over its picture.
  await pictures(page).first().click({ force: true });
  await expect(page).toHaveURL(/#\/goal\/W1\.\d\d/);
});

test('small charts come first where there is something to draw, with the target at its line', async ({ page }) => {
  await example(page, '');
  await expect(page.getByRole('button', { name: '小图' })).toHaveAttribute('aria-pressed', 'true');
  const chart = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: '孕产妇死亡率', exact: true }) });
  await expect(chart.locator('text.goal')).toHaveText('12');
  const status = (await chart.locator('.status .glyph').getAttribute('class'))!.split(' ').pop();
  await expect(chart.locator('circle.newest')).toHaveClass(new RegExp(`\\b${status}\\b`));
  await page.getByRole('button', { name: '列表' }).click();
  await expect(page).toHaveURL(/view=list/);
  await expect(pictures(page)).toHaveCount(0);
  await open(page, '#/field/W1');
  await expect(page.getByRole('button', { name: '列表' })).toHaveAttribute('aria-pressed', 'true');
});

test('an area without figures draws nothing, not even the nation’s', async ({ page }) => {
  await open(page, '#/field/W1?view=charts&quantified=yes');
  await expect(page.getByText(/钦州市没有这些目标的数值/)).toBeVisible();
  await expect(pictures(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /看示例数据/ })).toBeVisible();
});

test('on a phone the small charts stand in one column', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await example(page, '&view=charts');
  const boxes = await Promise.all((await pictures(page).all()).map((picture) => picture.boundingBox()));
  expect(new Set(boxes.map((box) => box?.x)).size).toBe(1);
  expect(boxes[0]!.width).toBeGreaterThan(300);
});

const STATES = {
  'goals chosen': '&warning=any&sort=worst&lang=zh-CN&view=list',
  'no goal left': '&figures=no&warning=any',
  'small charts': '&view=charts',
};

for (const [name, query] of Object.entries(STATES)) {
  test(`axe finds nothing, everything unfolded: ${name}`, async ({ page }) => {
    await example(page, query);
    await page.locator('main details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    await walkLooks(page, 'zh', name);
  });
}
