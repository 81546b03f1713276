// What could mislead or break: a year that no data have, a fault of the program, a year read at the wrong place.
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { bring, card, open } from './app';

test('the note at a year is about that year, also where an upright line stands', async ({ page }) => {
  await open(page, '#/goal/W1.02?area=全国');
  const chart = card(page, '孕产妇死亡率').getByRole('img').first();
  await expect(chart.locator('svg')).toBeVisible();
  await chart.focus();
  // To the line of the forecast, whose first years lie around the mid-term check of 2025.
  await page.keyboard.press('ArrowRight');
  for (let line = 0; line < 6; line += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  const reading = card(page, '孕产妇死亡率').locator('.chart-frame [role=status]');
  for (let step = 0; step < 12; step += 1) {
    const year = (await reading.innerText()).match(/(\d{4}).年/)?.[1];
    await expect(chart.locator('svg text').filter({ hasText: new RegExp(`^${year}.年`) })).toBeVisible();
    if (year === '2025') return;
    await page.keyboard.press('ArrowRight');
  }
  throw new Error('the walk does not come by 2025');
});

test('a year far away is brought into the range of the data', async ({ page }) => {
  for (const year of ['2147483647', '99999', '-2147483648']) {
    await open(page, `#/goal/W1.02?area=全国&year=${year}`);
    await expect(card(page, '孕产妇死亡率')).toBeVisible();
    expect(await page.getByRole('combobox', { name: '截至' }).locator('option').count()).toBeLessThan(20);
    await open(page, `#/compare?view=years&area=全国&year=${year}`);
    expect(await page.locator('main *').count()).toBeLessThan(20_000);
  }
});

test('a fault of the program is told, what is loaded can be saved, and the page starts anew', async ({ page }) => {
  await bring(page, 'tidy.csv');
  // A module of one function that is never to be reached: what a panic comes to.
  await page.evaluate(() => {
    const code = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(code)));
    setTimeout(exports.f as () => void);
  });
  await expect(page.getByRole('heading', { name: /程序出错，已经停下/ })).toBeVisible();
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'tidy.csv' }).click();
  const saved = await readFile(await (await coming).path());
  expect(saved.equals(await readFile('tests/data/files/tidy.csv'))).toBe(true);
  await page.getByRole('button', { name: /回到首页重新开始/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/程序出错/);
  await open(page, '#/data');
  await expect(page.getByRole('article', { name: 'tidy.csv', exact: true })).toBeVisible();
});

test('a goal names which of its indicators it speaks of', async ({ page }) => {
  await open(page, '#/goal/W1.02?area=全国');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^孕产妇死亡率：/);
  await expect(page.locator('p.answer').first()).toContainText('主指标“孕产妇死亡率”');
  await open(page, '#/goal/W1.02');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^孕产妇死亡率：钦州市还没有公布/);
  await expect(page.locator('p.answer').first()).not.toContainText('最差的一个');
});
