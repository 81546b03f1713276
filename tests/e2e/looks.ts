// Every look of a page that axe looks at: both languages, every theme, wide and on a phone.
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './app';

const WIDTHS = { wide: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
const THEMES = {
  light: { look: 'everything', media: { colorScheme: 'light', contrast: 'no-preference' } },
  dark: { look: 'everything', media: { colorScheme: 'dark', contrast: 'no-preference' } },
  contrast: { look: 'strong colours', media: { colorScheme: 'light', contrast: 'more' } },
} as const;

/** Every two of language, width and theme meet; all three at once would take twice as long and find no more. */
export const LOOKS = {
  zh: { query: '', looks: [['wide', 'light'], ['phone', 'dark'], ['wide', 'contrast']] },
  en: { query: 'lang=en', looks: [['phone', 'light'], ['wide', 'dark'], ['phone', 'contrast']] },
} as const;
type Language = keyof typeof LOOKS;

/** Looks at what is shown in each width and theme of a language. */
export async function walkLooks(page: Page, language: Language, name: string = language): Promise<void> {
  for (const [width, theme] of LOOKS[language].looks) {
    await page.setViewportSize(WIDTHS[width]);
    const { look, media } = THEMES[theme];
    // Colours on their way from one theme to the next are nobody's choice.
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    const slides = page.url().includes('#/present') && theme !== 'contrast';
    await expect(page.locator('html')).toHaveAttribute('data-theme', slides ? 'light' : theme);
    await expectAccessible(page, `${name}, ${width}, ${theme}`, look);
  }
}
