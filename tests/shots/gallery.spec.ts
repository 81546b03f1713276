// The gallery in docs/screenshots/: every page as a person sees it, wide and on a phone, light and dark.
import { test } from '@playwright/test';
import { open } from '../e2e/app';

const PAGES = {
  overview: '#/',
  'overview-example': '#/?place=示例市',
  fields: '#/fields?place=示例市',
  field: '#/field/C1?place=示例市',
  goal: '#/goal/W1.02?place=全国',
  'goal-example': '#/goal/C1.11?place=示例市',
  'full-text': '#/text/W',
  search: '#/search?q=近视',
  warnings: '#/warnings?place=示例市',
  compare: '#/compare?place=示例市',
  'compare-years': '#/compare?view=years&place=示例市',
  data: '#/data',
  method: '#/method',
  family: '#/family',
  'family-stage': '#/family/pregnant',
  'family-stage-example': '#/family/school?place=示例市',
  present: '#/present?place=示例市',
  'present-goal': '#/present?slides=C1.11&place=示例市',
};
const SCREENS = {
  wide: { viewport: { width: 1280, height: 860 }, colorScheme: 'light' },
  'phone-dark': { viewport: { width: 390, height: 844 }, colorScheme: 'dark', deviceScaleFactor: 2 },
} as const;

for (const [screen, use] of Object.entries(SCREENS)) {
  test.describe(screen, () => {
    test.use(use);
    for (const [name, hash] of Object.entries(PAGES)) {
      test(name, async ({ page }) => {
        if (hash.includes('示例市')) {
          await open(page);
          await page.getByRole('button', { name: /看示例数据/ }).click();
        }
        await open(page, hash);
        await page.waitForLoadState('networkidle');
        await page.screenshot({ path: `docs/screenshots/${name}-${screen}.png` });
      });
    }
  });
}
