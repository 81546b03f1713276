// What the tests share: opening a page ready to use, and bringing files as a person would.
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';

const FILES = 'tests/data/files/';

/** WCAG 2.2 AA, and all that it builds on. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What high contrast promises beyond it. */
const STRONG_COLOURS = ['color-contrast-enhanced', 'link-in-text-block'];

/** Lengthens the running test by what one of its steps may take on a busy machine. */
function allow(seconds: number): void {
  test.setTimeout(test.info().timeout + 1000 * seconds);
}

/** Opens a page of the app and waits until all of it stands there. */
export async function open(page: Page, hash = ''): Promise<void> {
  allow(5);
  await page.goto(`./${hash}`);
  // What can be read before the app has come has a heading, too.
  await expect(page.locator('#first')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // What stands below the first screen follows the heading.
  await expect(page.locator('[data-pending]')).toHaveCount(0);
}

/** Chooses files in the file picker of the data page and waits until each is listed and stored. */
export async function bring(page: Page, ...names: string[]): Promise<void> {
  await open(page, '#/data');
  await page.getByLabel('选择文件').setInputFiles(names.map((name) => FILES + name));
  for (const name of names) await expect(report(page, name)).toBeVisible();
  await expect(storing(page)).toHaveCount(0);
}

/** A table of 20,000 invented figures: large enough for what was read of it to be kept. */
export function largeTable(): Buffer {
  const rows = Array.from({ length: 20_000 }, (_, at) => `婴儿死亡率,示例${1 + Math.floor(at / 20)}乡,${2001 + (at % 20)},4.${at % 10},‰,示例（虚构），只为试用`);
  return Buffer.from(['指标,地区,年份,数值,单位,来源', ...rows].join('\n'));
}

/** What says that a file whose figures are shown is not stored yet. */
export const storing = (page: Page): Locator => page.getByRole('status').filter({ hasText: '存进这个浏览器' });

/** Unfolds the tables of the first page. */
export async function unfoldTables(page: Page): Promise<void> {
  await page.getByText(/^列成表/).click();
}

/** The report of one file on the data page. */
export function report(page: Page, name: string): Locator {
  return page.getByRole('article', { name, exact: true });
}

/** Opens the line of a file, where it is folded. */
export async function unfold(page: Page, name: string): Promise<void> {
  const fold = report(page, name).locator('> details');
  if (!(await fold.evaluate((one: HTMLDetailsElement) => one.open))) await fold.locator('> summary').click();
}

/** What was not taken of one file, as a table. */
export function rejections(page: Page, name: string): Locator {
  return report(page, name).getByRole('region', { name: /没有采用的/ });
}

/** The card of one indicator on a goal's page. */
export function card(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** The list of areas at the top of every page; tables of a file have choices of areas, too. */
export const areaChoice = (page: Page): Locator =>
  page.getByRole('group', { name: '评判的地区和年份' }).getByRole('combobox', { name: '地区' });

/** Chooses the area that every verdict is about. */
export async function chooseArea(page: Page, area: string): Promise<void> {
  await areaChoice(page).selectOption(area);
}

/** Loads the invented example and shows its area. */
export async function showExample(page: Page): Promise<void> {
  await open(page);
  await page.getByRole('button', { name: /看示例数据/ }).click();
  await expect(areaChoice(page)).toHaveValue('示例市');
  // A page that is gone to before the browser has noted this would not be opened.
  await expect(page).toHaveURL(/area=/);
}

/** How axe looks: at everything with the contrast of AA, or at nothing but colours with that of AAA (7:1). */
type Look = 'everything' | 'strong colours';

/** axe finds nothing, and the page does not scroll sideways. */
export async function expectAccessible(page: Page, name = '', look: Look = 'everything'): Promise<void> {
  allow(10);
  // There are no frames to talk to, which is what the other mode opens a second page for.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  axe.options({
    runOnly: look === 'everything' ? { type: 'tag', values: WCAG } : { type: 'rule', values: STRONG_COLOURS },
    // Nobody reads what passed, and describing it takes longest.
    resultTypes: ['violations'],
  });
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), name).toEqual([]);
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(scrollWidth, `${name}: scrolls sideways`).toBeLessThanOrEqual(clientWidth);
}

/** Everything in a database, by the names of its stores; nothing where there is no such database, which is not founded. */
export const stored = (page: Page, database = 'plan-tracker'): Promise<Record<string, any[]>> =>
  page.evaluate(
    (database) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open(database);
        opening.onupgradeneeded = () => opening.transaction!.abort();
        opening.onerror = () => (opening.error!.name === 'AbortError' ? resolve({}) : reject(opening.error));
        opening.onsuccess = () => {
          const db = opening.result;
          const names = [...db.objectStoreNames];
          const found: Record<string, any[]> = {};
          if (names.length === 0) return resolve(found);
          const reading = db.transaction(names);
          for (const name of names) {
            reading.objectStore(name).getAll().onsuccess = ({ target }) => {
              found[name] = (target as IDBRequest).result;
            };
          }
          reading.oncomplete = () => {
            db.close();
            resolve(found);
          };
        };
      }),
    database,
  );
