// axe finds nothing to complain about on any page, wide and on a phone, light and dark.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { open } from './app';

const PAGES = {
  overview: '#/',
  fields: '#/fields',
  field: '#/field/W1',
  goal: '#/goal/W1.02?place=全国',
  'full text': '#/text/C',
  search: '#/search?q=近视',
  warnings: '#/warnings',
  compare: '#/compare',
  data: '#/data',
  method: '#/method',
  report: '#/report?scope=W1',
  'no such page': '#/nowhere',
};
const SCREENS = {
  'wide and light': { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  'a phone and dark': { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
} as const;

for (const [screen, use] of Object.entries(SCREENS)) {
  test.describe(screen, () => {
    test.use(use);
    for (const [name, hash] of Object.entries(PAGES)) {
      test(`${name} passes axe and does not scroll sideways`, async ({ page }) => {
        await open(page, hash);
        const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
        expect(found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
        const { scroll, client } = await page.evaluate(() => ({
          scroll: document.documentElement.scrollWidth,
          client: document.documentElement.clientWidth,
        }));
        expect(scroll).toBeLessThanOrEqual(client);
      });
    }
  });
}
