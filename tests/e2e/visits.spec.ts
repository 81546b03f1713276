// Six people, each from opening the page to leaving with what they came for, using only what they can see; and how many
// clicks it takes those who come for one thing.
import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { areaChoice, card, chooseArea, open, report, unfoldTables } from './app';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const pages = (page: Page) => page.getByRole('navigation', { name: '主要页面' });

/** Drops a file on whatever page is shown, as from the desktop. */
async function drop(page: Page, name: string): Promise<void> {
  const bytes = (await readFile(`tests/data/files/${name}`)).toString('base64');
  const dataTransfer = await page.evaluateHandle(
    ({ name, bytes }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name, { type: 'text/csv' }));
      return transfer;
    },
    { name, bytes },
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer });
  await expect(report(page, name)).toBeVisible();
}

/** Counts the clicks of a visit, whatever is clicked. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  let clicks = 0;
  await page.exposeFunction('clicked', () => void (clicks += 1));
  await page.addInitScript(() => {
    addEventListener('click', (event) => event.isTrusted && (window as unknown as { clicked(): void }).clicked(), true);
  });
  return async () => {
    // What has been clicked has been told by the time the page answers again.
    await page.evaluate(() => undefined);
    return clicks;
  };
}

/** Presses a button that saves a file, and reads the file. */
async function save(page: Page, button: Locator): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download');
  await button.click();
  const file = await coming;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a grandmother finds what was promised to a schoolchild and sends it on', async ({ page, context, browser, baseURL }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const clicks = await countClicks(page);
    await open(page);
    await page.getByRole('button', { name: '大字' }).tap();
    await pages(page).getByRole('link', { name: '与我有关' }).tap();
    await page.getByRole('link', { name: /^上学/ }).tap();
    await expect(heading(page)).toHaveText('上学');
    expect(await clicks()).toBe(3);

    const promise = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2, name: /近视/ }) });
    await expect(promise.getByText('承诺', { exact: true }).first()).toBeVisible();
    await expect(page.getByText(/钦州市一个也还没有公布/)).toBeVisible();
    await promise.getByText('规划原文').tap();
    await expect(promise.getByRole('blockquote')).toContainText('近视');
    await promise.getByRole('link', { name: /详细的数和图/ }).tap();
    await expect(heading(page)).toContainText('近视');
    await page.goBack();
    await expect(heading(page)).toHaveText('上学');

    await page.getByRole('button', { name: '复制链接' }).tap();
    await expect(page.getByRole('status').filter({ hasText: '链接已复制' })).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await (await browser.newContext({ baseURL })).newPage();
    await other.goto(link);
    await expect(heading(other)).toHaveText('上学');
    await expect(other.locator('html')).toHaveAttribute('data-size', 'large');
    await other.context().close();
  });
});

test('a clerk brings a messy file, settles what contradicts, and leaves with a report', async ({ page }) => {
  const clicks = await countClicks(page);
  await open(page);
  await drop(page, 'gb18030-infant-mortality.csv');
  await expect(heading(page)).toHaveText(/^数据 1 个文件/);
  const messy = report(page, 'gb18030-infant-mortality.csv');
  await expect(messy).toContainText('没有采用 2 个');
  const unread = messy.getByRole('row', { name: /12\.3\.4/ });
  await expect(unread).toContainText('不是数');
  await expect(messy.getByRole('row', { name: /婴儿死亡律/ })).toContainText('婴儿死亡率');
  const list = await save(page, messy.getByRole('button', { name: '下载读取报告' }));
  expect(list.text).toContain('12.3.4');

  await drop(page, 'newer-infant-mortality.csv');
  const conflict = page.getByRole('region', { name: '互相矛盾的数值' });
  await conflict.getByRole('button', { name: /^5\.7/ }).click();
  await expect(conflict.getByRole('button', { name: /^5\.7/ })).toHaveAttribute('aria-pressed', 'true');

  await pages(page).getByRole('link', { name: '领域' }).click();
  await chooseArea(page, '示例县');
  await page.getByRole('main').getByRole('link', { name: /儿童与健康/ }).first().click();
  await page.getByRole('link', { name: /^需加快 1$/ }).click();
  await page.getByRole('main').getByRole('listitem').filter({ hasText: 'C1.03' }).getByRole('link').click();
  await expect(card(page, '婴儿死亡率')).toContainText(/2024.年婴儿死亡率为 5\.7‰/);
  await expect(card(page, '婴儿死亡率')).toContainText('需加快');

  await pages(page).getByRole('link', { name: '报告' }).click();
  await page.getByRole('combobox', { name: '范围' }).selectOption('C1');
  const paper = page.getByRole('article');
  await expect(paper.getByRole('heading', { level: 2 })).toContainText('示例县');
  await expect(paper).toContainText('5.7‰');
  const word = await save(page, page.getByRole('button', { name: /下载 Word/ }));
  expect(word.name).toMatch(/^示例县.*\.docx$/);
  // The list of what was not taken, the value that counts, four to the goal, two to the report; files are dropped.
  expect(await clicks()).toBe(8);
});

test('a meeting is walked through from the first slide to the last', async ({ page }) => {
  const clicks = await countClicks(page);
  await open(page);
  await page.getByRole('button', { name: /看示例数据/ }).click();
  await pages(page).getByText('更多', { exact: true }).click();
  await pages(page).getByRole('link', { name: '演示' }).click();
  await expect(page.getByText('示例（虚构）', { exact: true }).first()).toBeVisible();
  const count = Number((await page.getByText(/^1 \/ \d+$/).innerText()).split('/')[1]);
  expect(count).toBe(7);
  const titles = new Set<string>();
  for (let slide = 1; slide <= count; slide += 1) {
    await expect(page.getByText(`${slide} / ${count}`)).toBeVisible();
    titles.add(await heading(page).innerText());
    await page.keyboard.press('ArrowRight');
  }
  expect(titles.size).toBe(count);
  await expect(page.getByRole('button', { name: '下一张' })).toBeDisabled();
  await expect(heading(page)).toHaveText('差距在哪里');
  // The example, the menu and the talk; the slides are turned by keys.
  expect(await clicks()).toBe(3);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(areaChoice(page)).toHaveValue('示例市');
});

test('another county tries the app with its own targets and gives the city its page back', async ({ page }) => {
  const clicks = await countClicks(page);
  await open(page);
  await pages(page).getByRole('link', { name: '数据' }).click();
  const template = await save(page, page.getByRole('button', { name: '下载目标模板' }));
  const columns = template.text.replace('\ufeff', '').split('\n')[0].trim().split(',');
  expect(columns).toEqual(expect.arrayContaining(['指标名称', '规划代号', '条目序号', '要求', '目标值', '单位', '完成年份']));

  await page.getByLabel('载入目标目录').setInputFiles('tests/data/catalogues/county.csv');
  await expect(heading(page)).toContainText('承诺了 2 件事');
  // The page of data and the template; the file is chosen in the browser's own window.
  expect(await clicks()).toBe(2);
  await unfoldTables(page);
  await expect(page.getByRole('row', { name: /^示例：每千人村医数/ })).toContainText('无数据');
  await pages(page).getByRole('link', { name: '全文' }).click();
  await expect(page.getByText('示例：自来水普及率达到90%以上')).toBeVisible();
  await pages(page).getByRole('link', { name: '与我有关' }).click();
  await expect(page.getByText('这座城市的目标还没有按人生阶段整理')).toBeVisible();

  await pages(page).getByRole('link', { name: '数据' }).click();
  await page.getByRole('button', { name: '换回钦州市的规划' }).click();
  await expect(heading(page)).toContainText('承诺了 156 件事');
  await page.reload();
  await expect(heading(page)).toContainText('承诺了 156 件事');
});

test('a journalist finds a figure with its source in three clicks, and a link that lands at it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const clicks = await countClicks(page);
  await open(page);
  await page.keyboard.press('/');
  await page.keyboard.type('孕产妇死亡率');
  await page.keyboard.press('Enter');
  await page.getByRole('main').getByRole('link', { name: '孕产妇死亡率', exact: true }).first().click();
  await expect(heading(page)).toContainText('承诺 2030 年 12/10万以下');
  const chart = page.locator('figure.chart').first();
  const numbers = await save(page, chart.getByRole('button', { name: '下载数据' }));
  const row = numbers.text.split('\r\n').find((line) => line.startsWith('2024,') && line.includes('全国'));
  expect(row).toContain('14.3');
  await chart.getByRole('button', { name: '复制链接' }).click();
  await expect(page.getByRole('status').filter({ hasText: '链接已复制' }).first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/#\/goal\/W1\.02/);
  expect(await clicks()).toBe(3);
});

test('a first visitor reads what was promised at once, and one promise in full with one click', async ({ page }) => {
  const clicks = await countClicks(page);
  await open(page);
  await expect(heading(page)).toHaveText(/钦州市?向妇女和儿童承诺了 156 件事/);
  await page.getByRole('main').getByRole('link', { name: '孕产妇死亡率', exact: true }).first().click();
  await expect(heading(page)).toContainText('孕产妇死亡率');
  await expect(page.locator('figure.chart').first()).toBeVisible();
  expect(await clicks()).toBe(1);
});
