// Reasons that anyone can follow: the arithmetic, the cut-offs, the groups, and what is recorded by hand.
import { expect, test } from '@playwright/test';
import { bring, card, open, rejections, report, showExample, unfold } from './app';

const EXAMPLE = '?area=示例市';

test('a verdict opens into its arithmetic', async ({ page }) => {
  await open(page, '#/goal/W1.02?area=全国');
  const why = page.getByRole('region', { name: '为什么判成这样' });
  await expect(why.getByText(/2020.年为 16\.9\/10万，要在.2030.年到 12\/10万，每年需 −3\.37%；实际每年 −4\.09%，是所需速度的 122%/)).toBeVisible();
});

test('a cut-off that is changed changes the verdict, shows itself, and goes into the link', async ({ page }) => {
  await open(page, '#/method?area=全国');
  const box = page.getByRole('spinbutton', { name: /速度达到所需的多少算“进展顺利”/ });
  await box.fill('150');
  await box.press('Tab');
  await expect(page).toHaveURL(/cutoffs=on_track_pace:1\.5/);
  await expect(page.getByText('评判界限已改动')).toBeVisible();
  await page.goto(page.url().replace('#/method', '#/goal/W1.02'));
  await expect(card(page, '孕产妇死亡率')).toContainText('需加快');
  await page.getByRole('button', { name: '恢复' }).click();
  await expect(card(page, '孕产妇死亡率')).toContainText('进展顺利');
  await expect(page).not.toHaveURL(/cutoffs/);
});

test('the method is explained with figures that are loaded', async ({ page }) => {
  await open(page, '#/method');
  const examples = page.getByRole('region', { name: '用已载入的数算一遍' });
  await expect(examples.getByText(/每年需/).first()).toBeVisible();
  await expect(examples.getByRole('link', { name: /全国/ }).first()).toBeVisible();
});

test('the worst group stands beside the total, and the women’s series comes first', async ({ page }) => {
  await showExample(page);
  await open(page, `#/goal/C1.03${EXAMPLE}&indicator=under-5-mortality`);
  await expect(card(page, '5岁以下儿童死亡率').getByText(/最差的一组：/)).toBeVisible();
  await open(page, `#/goal/W1.01${EXAMPLE}`);
  await expect(card(page, '妇女人均预期寿命').getByRole('img').first()).toBeVisible();
  await expect(card(page, '妇女人均预期寿命')).toContainText('示例市·女');
});

test('where every county has to meet it, each is judged by itself', async ({ page }) => {
  await showExample(page);
  await open(page, `#/goal/C4.11${EXAMPLE}&indicator=county-child-organisations`);
  const clubs = card(page, '提供儿童福利和未成年人保护服务的社会组织数');
  for (const county of ['示例一区', '示例二县', '示例三县']) await expect(clubs.getByRole('row', { name: new RegExp(county) })).toBeVisible();
});

test('an indicator is told apart by residence and county, and the link keeps the tab', async ({ page }) => {
  await showExample(page);
  await open(page, `#/goal/C1.03${EXAMPLE}`);
  await page.getByRole('region', { name: /^这项目标有 \d+ 个数/ }).getByRole('button', { name: /^5岁以下儿童死亡率 / }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('5岁以下儿童死亡率');
  const deaths = card(page, '5岁以下儿童死亡率');
  const tab = (name: string) => deaths.getByRole('tab', { name });
  await expect(tab('总体')).toHaveAttribute('aria-selected', 'true');
  await tab('总体').press('ArrowRight');
  await expect(tab('按城乡')).toBeFocused();
  const panel = deaths.getByRole('tabpanel', { name: '按城乡' });
  await expect(panel.getByRole('img', { name: /最差的是/ })).toBeVisible();
  for (const name of [/^合计（本页的判断用它）/, /^城镇/, /^农村/]) {
    await expect(panel.getByRole('row', { name }).last()).toContainText('2024');
  }
  await tab('按城乡').press('End');
  await expect(tab('按地区')).toBeFocused();
  for (const county of ['示例一区', '示例二县', '示例三县']) {
    await expect(deaths.getByRole('tabpanel').getByRole('row', { name: new RegExp(county) })).toBeVisible();
  }
  await expect(page).toHaveURL(/goal\/C1\.03\?indicator=under-5-mortality&by=area/);
  await page.reload();
  await expect(tab('按地区')).toHaveAttribute('aria-selected', 'true');
  // The next goal opens at the same tab; what has no such tab shows its headline.
  await page.getByRole('link', { name: /下一项/ }).click();
  await expect(page).toHaveURL(/C1\.04\?by=area/);
  await expect(page.getByRole('tab', { selected: true, name: '按地区' })).toHaveCount(0);
  await page.getByRole('link', { name: '总览' }).first().click();
  await expect(page).not.toHaveURL(/by=/);
});

test('what cannot be counted is recorded, remembered and deleted', async ({ page }) => {
  await open(page, '#/goal/W8.02');
  const records = page.getByRole('region', { name: '查证记录' });
  await expect(records).toContainText('还没有记录');
  await records.getByText('记一笔').click();
  await records.getByLabel('状态').selectOption({ label: '进行中' });
  await records.getByLabel('日期').fill('2024-05-01');
  await records.getByLabel('说明').fill('评估机制已发文');
  await records.getByLabel(/凭据/).fill('<b>文件</b>');
  await records.getByRole('button', { name: '保存记录' }).click();
  await expect(records.getByRole('listitem')).toContainText('2024-05-01 记录：进行中。评估机制已发文');
  await expect(records.getByRole('listitem')).toContainText('<b>文件</b>');
  await page.reload();
  await expect(records.getByRole('listitem')).toContainText('评估机制已发文');
  await records.getByRole('button', { name: '删除' }).click();
  await expect(records).toContainText('还没有记录');
});

test('recorded assessments and responsible agencies come from files', async ({ page }) => {
  await bring(page, 'records.csv', 'responsible-agencies.csv');
  await expect(report(page, 'records.csv')).toContainText('版式 查证记录');
  await unfold(page, 'records.csv');
  await expect(rejections(page, 'records.csv').getByRole('row', { name: /快了/ })).toContainText('已完成');
  await open(page, '#/goal/W8.02');
  await expect(page.getByRole('region', { name: '查证记录' })).toContainText('2023-05-01 记录：进行中。评估机制已发文');
  await open(page, '#/goal/W1.02');
  await page.getByRole('link', { name: '示例市卫生健康委' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '示例市卫生健康委' })).toBeVisible();
  await expect(page.getByText(/负责 2 项目标/)).toBeVisible();
});

test('another pace can be tried, and the heading of a goal says when it is reached', async ({ page }) => {
  await open(page, '#/goal/W1.02?area=全国');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^孕产妇死亡率：14\.3\/10万，承诺.12\/10万以下，照现在的走势.20\d\d.年达到。$/);
  const pace = page.getByRole('region', { name: '如果换个速度' });
  await expect(pace.getByText(/按期达到，至少要每年降.0\.39/)).toBeVisible();
  await expect(pace.getByRole('status')).toHaveText(/2030.年约 10\.7\/10万，2028.年达到/);
  const more = pace.getByRole('button', { name: '数值每年多一些' });
  while (!(await pace.getByRole('status').innerText()).includes('达不到')) await more.click();
  await expect(pace.getByRole('status')).toHaveText(/达不到。$/);
});
