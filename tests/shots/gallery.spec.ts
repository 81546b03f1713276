// The gallery in docs/screenshots/: the first screen of every page as a person sees it, wide, on a projector and on a
// phone; light, dark, in high contrast, in large type and in English. And every sentence that a page says.
import { writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { bring, open, showExample } from '../e2e/app';

const PAGES = {
  overview: '#/',
  'overview-example': '#/?area=示例市',
  fields: '#/fields?area=示例市',
  field: '#/field/C1?area=示例市',
  'field-charts': '#/field/C1?view=charts&area=示例市',
  goal: '#/goal/W1.02?area=全国',
  'goal-example': '#/goal/C1.11?area=示例市',
  'goal-groups': '#/goal/C1.03?by=residence&area=示例市',
  'full-text': '#/text/W',
  search: '#/search?q=近视',
  'search-empty': '#/search',
  'search-no-hits': '#/search?q=qqqq',
  warnings: '#/warnings?area=示例市',
  compare: '#/compare?view=areas&area=示例市',
  'compare-years': '#/compare?view=years&area=示例市',
  'compare-ranking': '#/compare?view=ranking&area=示例市',
  'compare-gaps': '#/compare?view=gaps&area=示例市',
  'compare-pair': '#/compare?view=pair&area=示例市',
  'compare-slope': '#/compare?view=slope&area=示例市',
  data: '#/data',
  report: '#/report?scope=C1&edition=full&area=示例市',
  'report-short': '#/report?area=示例市',
  method: '#/method',
  family: '#/family',
  'family-stage': '#/family/pregnant',
  'family-stage-example': '#/family/school?area=示例市',
  present: '#/present?area=示例市',
  'present-field': '#/present?slides=C1&area=示例市',
  'present-warnings': '#/present?slides=warnings&area=示例市',
  'present-goal': '#/present?slides=C1.11&area=示例市',
  'present-gaps': '#/present?at=7&area=示例市',
  privacy: '#/privacy',
  'no-such-page': '#/nowhere',
};

const WIDE = { viewport: { width: 1440, height: 900 } };
// A projector, or the old notebook of an office.
const DESK = { viewport: { width: 1024, height: 768 } };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };

/** A window, the colours that its device asks for, and what the address says besides the page. */
type Screen = typeof WIDE & { colorScheme?: 'light' | 'dark'; deviceScaleFactor?: number; query?: string };

const SCREENS: Record<string, Screen> = {
  wide: WIDE,
  'wide-dark': { ...WIDE, colorScheme: 'dark' },
  'wide-contrast': { ...WIDE, query: 'theme=contrast' },
  'wide-en': { ...WIDE, query: 'lang=en' },
  desk: DESK,
  'desk-large': { ...DESK, query: 'size=large' },
  phone: PHONE,
  'phone-dark': { ...PHONE, colorScheme: 'dark' },
  'phone-large': { ...PHONE, query: 'size=large' },
  'phone-en': { ...PHONE, query: 'lang=en' },
};

/** Where a picture goes. */
const path = (name: string, screen: string) => `docs/screenshots/${name}-${screen}.png`;

/** An address that says something more. */
const asking = (hash: string, query = '') => (query ? `${hash}${hash.includes('?') ? '&' : '?'}${query}` : hash);

for (const [screen, { query, ...use }] of Object.entries(SCREENS)) {
  test.describe(screen, () => {
    test.use(use);
    const address = (hash: string) => asking(hash, query);

    for (const [name, hash] of Object.entries(PAGES)) {
      test(name, async ({ page }) => {
        if (hash.includes('示例市')) await showExample(page);
        await open(page, address(hash));
        await page.waitForLoadState('networkidle');
        // The library that draws the charts comes after the page; what is folded away is drawn when it is opened.
        await expect(page.locator('.chart-waiting').filter({ visible: true })).toHaveCount(0);
        // As a visitor who comes by the link: at the top, pointing at nothing.
        await page.mouse.move(0, 0);
        await page.evaluate(() => scrollTo(0, 0));
        await page.screenshot({ path: path(name, screen) });
      });
    }

    test('data-files', async ({ page }) => {
      await bring(page, 'gb18030-infant-mortality.csv', 'newer-infant-mortality.csv');
      await open(page, address('#/data'));
      await page.screenshot({ path: path('data-files', screen), fullPage: true });
    });

    test('keys', async ({ page }) => {
      await open(page, address('#/'));
      await page.keyboard.press('?');
      await page.screenshot({ path: path('keys', screen) });
    });
  });
}

/** A sentence, not a name, a number, a row of a table or an id. */
const isSentence = (line: string) => /[。，；：？！]|[a-z][.,;:?!]/.test(line) && !line.includes('\t') && line.length > 6;

/** Every sentence that a page says, with the example and without, everything unfolded: to be read aloud once. */
for (const [lang, query] of [['zh', ''], ['en', 'lang=en']]) {
  test(`every sentence, ${lang}`, async ({ page }) => {
    test.setTimeout(240_000);
    const said = new Set<string>();
    const lines: string[] = [];
    await showExample(page);
    const areas = [...new Set(Object.values(PAGES).filter((hash) => !hash.startsWith('#/text')).flatMap((hash) => [hash, hash.replace(/[?&]area=[^&]*/, '')]))];
    for (const hash of areas) {
      await open(page, asking(hash, query));
      await page.locator('main details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
      await page.waitForLoadState('networkidle');
      const text = await page.locator('main, .present').first().innerText();
      const names = await page.locator('main [aria-label]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')!));
      const fresh = [...text.split('\n'), ...names].map((line) => line.trim()).filter((line) => isSentence(line) && !said.has(line));
      if (fresh.length > 0) lines.push('', `# ${hash}`);
      for (const line of fresh) {
        if (!said.has(line)) lines.push(line);
        said.add(line);
      }
    }
    expect(lines.length).toBeGreaterThan(200);
    await writeFile(`docs/screenshots/sentences-${lang}.txt`, `${lines.join('\n').trim()}\n`);
  });
}
