// The host's own figures: a family sees the city's own standing without bringing anything.
import { expect, test as base } from '@playwright/test';
import { card, report } from './app';
import { Host } from './host';

const test = base.extend<{ host: Host; address: string }>({
  host: async ({}, use) => {
    const host = new Host(process.env.E2E_PAGE_E2E!);
    await use(host);
    await host.stop();
  },
  address: async ({ host }, use) => use(await host.start()),
});

const file = (name: string, file: string) => ({
  file,
  name,
  source: '示例统计局',
  date: '2025-06-30',
  licence: 'CC BY 4.0',
});

// Invented figures.
const CSV = '指标,地区,年份,数值\n孕产妇死亡率,钦州市,2020,12.1\n孕产妇死亡率,钦州市,2022,9.4\n孕产妇死亡率,钦州市,2024,7.3\n不是指标,钦州市,2024,1\n';

test.beforeEach(({ host }) => {
  host.put('data/index.json', JSON.stringify({ files: [file('年度监测', '2024.csv'), file('缺失的', 'gone.csv'), { file: 'x.csv' }] }));
  host.put('data/2024.csv', CSV);
});

test('a family sees the city’s own standing without bringing a file', async ({ page, address }) => {
  await page.goto(address);
  await expect(page.getByRole('main')).toContainText(/依据年度监测等 2 个文件/);
  await page.getByRole('link', { name: '与我有关' }).click();
  await page.getByRole('link', { name: /怀孕/ }).first().click();
  await expect(page.getByRole('main')).toContainText('7.3');
  await page.goto(`${address}#/goal/W1.02`);
  await expect(card(page, '孕产妇死亡率')).toContainText('已达标');
});

test('they are told apart from the visitor’s, and what is missing or broken is named and stops nothing', async ({
  page,
  address,
}) => {
  await page.goto(`${address}#/data`);
  const section = page.locator('section', { has: page.getByRole('heading', { name: '本站提供的数据' }) });
  await expect(section.getByRole('article', { name: '年度监测' })).toContainText('来源：示例统计局；日期：2025-06-30；许可：CC BY 4.0');
  await expect(section.getByRole('article', { name: '年度监测' })).toContainText('采用 3 个数值');
  await expect(section.getByRole('article', { name: '年度监测' })).toContainText('不是指标');
  await expect(section).toContainText('data/gone.csv 列在清单里，但取不到');
  await expect(section).toContainText('data/index.json 第 3 项缺少 name');
  await expect(section.getByRole('button', { name: '移除' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: '已载入的文件' })).toHaveCount(0);
  // A file of the visitor's own counts before the host's.
  await page.getByLabel('选择文件').setInputFiles({
    name: 'mine.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('指标,地区,年份,数值\n孕产妇死亡率,钦州市,2024,6.8\n'),
  });
  await expect(report(page, 'mine.csv')).toContainText('采用 1 个数值');
  await page.goto(`${address}#/goal/W1.02`);
  await expect(card(page, '孕产妇死亡率')).toContainText('6.8');
});

test('a list that is none is named on the data page, and the app works', async ({ page, host, address }) => {
  host.put('data/index.json', '<!doctype html>');
  await page.goto(`${address}#/data`);
  await expect(page.getByText('data/index.json 不是清单')).toBeVisible();
});

test('a mapping file of the host says what its names mean; one that is missing is named and stops nothing', async ({
  page,
  host,
  address,
}) => {
  const files = [
    { ...file('年度监测', '2024.csv'), mapping: 'said.json' },
    { ...file('补充监测', 'more.csv'), mapping: 'gone.json' },
  ];
  host.put('data/index.json', JSON.stringify({ files }));
  host.put('data/more.csv', '指标,地区,年份,数值\n婴儿死亡率,钦州市,2024,4.1\n');
  const cells = { 不是指标: { says: { indicator: 'neonatal-mortality' } } };
  const shapes = [{ headers: ['指标', '地区', '年份', '数值'], cells }];
  host.put('data/said.json', JSON.stringify({ format: 'plan-tracker-mapping', version: 1, shapes }));
  await page.goto(`${address}#/data`);
  const section = page.locator('section', { has: page.getByRole('heading', { name: '本站提供的数据' }) });
  await expect(section.getByRole('article', { name: '年度监测' })).toContainText('采用 4 个数值');
  await expect(section.getByRole('article', { name: '补充监测' })).toContainText('采用 1 个数值');
  await expect(section).toContainText('data/gone.json 列在清单里，但取不到');
});
