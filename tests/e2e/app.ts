// What the tests share: opening a page ready to use, and bringing files as a person would.
import { expect, type Locator, type Page } from '@playwright/test';

const FILES = 'tests/data/files/';

/** Opens a page of the app and waits for its heading. */
export async function open(page: Page, hash = ''): Promise<void> {
  await page.goto(`./${hash}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Chooses files in the file picker of the data page and waits until the last one is listed. */
export async function bring(page: Page, ...names: string[]): Promise<void> {
  await open(page, '#/data');
  await page.getByLabel('选择文件').setInputFiles(names.map((name) => FILES + name));
  for (const name of names) await expect(report(page, name)).toBeVisible();
}

/** The report of one file on the data page. */
export function report(page: Page, name: string): Locator {
  return page.getByRole('article', { name, exact: true });
}

/** The card of one indicator on a goal's page. */
export function card(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** Chooses the place that every verdict is about. */
export async function choosePlace(page: Page, place: string): Promise<void> {
  await page.getByRole('combobox', { name: '地区' }).selectOption(place);
}
