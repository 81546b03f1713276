// A talk: keys walk the slides, the speaker picks and orders them, and Escape ends it.
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, open, showExample } from './app';

/** Slides of an area without figures: where everything stands, the two plans, and who is left behind. */
const DEFAULT = 4;

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const panel = (page: Page) => page.getByRole('region', { name: '选择幻灯片' });

test('keys walk the slides, a reload stays, and Escape leaves for the page of the slide', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, '#/present?slides=overview,W,W1,C,warnings');
  await expect(page.getByRole('banner')).toHaveCount(0);
  // A lit room reads light slides, whatever the system is set to.
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(title(page)).toHaveText('承诺了什么，做到了哪一步');
  await page.keyboard.press('ArrowRight');
  await expect(title(page)).toHaveText('妇女规划');
  await page.keyboard.press('Space');
  await expect(title(page)).toHaveText('妇女与健康');
  await expect(page.getByRole('status').filter({ hasText: '第 3 张，共 5 张' })).toHaveCount(1);
  await page.keyboard.press('ArrowLeft');
  await expect(title(page)).toHaveText('妇女规划');
  await page.keyboard.press('End');
  await expect(title(page)).toHaveText('最需要关注的');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('5 / 5')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(page.getByRole('button', { name: '上一张' })).toBeDisabled();

  await page.getByRole('button', { name: '下一张' }).click();
  await page.getByRole('button', { name: '下一张' }).click();
  await expect(page).toHaveURL(/at=3/);
  await page.reload();
  await expect(title(page)).toHaveText('妇女与健康');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/field\/W1/);
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('seven slides tell a meeting where it stands, one county after another, and print one to a sheet', async ({ page }) => {
  await showExample(page);
  await open(page, '#/present?area=示例市');
  await expect(page.getByText('1 / 7')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(title(page)).toHaveText('小学生近视率');
  await expect(page.getByText(/52\.3% → 要降到 38%/)).toBeVisible();
  await expect(page.getByRole('img', { name: /近视/ })).toBeVisible();
  await expect(page.getByText(/^C1\.m\d\d$/).first()).toBeVisible();
  await page.getByText('为什么这样判').click();
  await expect(page.locator('.present details p')).toBeVisible();

  await page.keyboard.press('c');
  await expect(page.getByText(/示例一区/).first()).toBeVisible();
  await expect(page).toHaveURL(/at=2/);

  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(paper.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  await open(page, '#/present?area=示例市&at=7');
  await expect(title(page)).toHaveText('差距在哪里');
  // A gap that widens is marked as that, whatever the indicator itself is doing.
  const widening = page.getByRole('listitem').filter({ hasText: /差距从.*扩大到/ });
  await expect(widening).toContainText('差距扩大');
  await expect(widening).not.toContainText('进展顺利');
});

test('another pace is tried on a slide, by key and by button', async ({ page }) => {
  await showExample(page);
  await open(page, '#/present?slides=urgent-1&area=示例市');
  const pace = page.getByRole('region', { name: '如果换个速度' });
  const outcome = pace.getByRole('status');
  await expect(outcome).toHaveText(/2030.年约 55\.3%，达不到/);
  await page.keyboard.press('+');
  await expect(outcome).not.toHaveText(/55\.3/);
  await page.keyboard.press('-');
  await expect(outcome).toHaveText(/55\.3/);
  await pace.getByRole('button', { name: '数值每年少一些' }).click();
  await expect(outcome).not.toHaveText(/55\.3/);
  await expect(page).toHaveURL(/#\/present/);
});

test('the speaker picks and orders slides with the keyboard, and finds them again', async ({ page }) => {
  await open(page, '#/present?slides=overview,W1,warnings');
  await page.getByRole('button', { name: '选页' }).focus();
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { name: '选择幻灯片' })).toBeFocused();
  await panel(page).getByRole('combobox').selectOption('W1.02');
  await panel(page).getByRole('button', { name: '加入' }).click();
  await expect(title(page)).toHaveText('孕产妇死亡率');
  await expect(page).toHaveURL(/slides=overview,W1\.02,W1,warnings/);

  const down = panel(page).getByRole('button', { name: '下移：孕产妇死亡率' });
  await down.focus();
  await page.keyboard.press('Enter');
  await expect(down).toBeFocused();
  await expect(page).toHaveURL(/slides=overview,W1,W1\.02,warnings/);
  await expect(title(page)).toHaveText('孕产妇死亡率');
  await panel(page).getByRole('button', { name: '去掉：最需要关注的' }).click();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: '选页' })).toBeFocused();
  await expect(page.getByText('3 / 3')).toBeVisible();

  await page.goto('about:blank');
  await open(page, '#/present');
  await expect(page.getByText('1 / 3')).toBeVisible();
  await page.getByRole('button', { name: '选页' }).click();
  await panel(page).getByRole('button', { name: '恢复原样' }).click();
  await expect(page.getByText(`1 / ${DEFAULT}`)).toBeVisible();
});

test('a finger drawn across turns the slide', async ({ page }) => {
  await open(page, '#/present');
  const draw = (from: number, to: number) =>
    page.locator('.present').evaluate(
      (slide, [from, to]) => {
        const at = (clientX: number) => ({ clientX, clientY: 300, pointerType: 'touch', bubbles: true });
        slide.dispatchEvent(new PointerEvent('pointerdown', at(from)));
        slide.dispatchEvent(new PointerEvent('pointerup', at(to)));
      },
      [from, to],
    );
  await draw(500, 200);
  await expect(title(page)).toHaveText('妇女规划');
  await draw(500, 480);
  await expect(title(page)).toHaveText('妇女规划');
  await draw(200, 500);
  await expect(title(page)).toHaveText('承诺了什么，做到了哪一步');
});

test('slides speak of the area chosen, and mark the example', async ({ page }) => {
  await showExample(page);
  await open(page, '#/present?area=示例市&slides=warnings,C1.11');
  await expect(page.getByText('示例（虚构）', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('listitem').first()).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('img', { name: /近视/ })).toBeVisible();
});

for (const [width, height] of [[1920, 1080], [1440, 900], [1024, 768], [390, 844]]) {
  test(`slides fit and pass axe at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, '#/present?slides=overview,W,C1,warnings,W1.02&area=全国');
    for (let slide = 1; slide <= 5; slide += 1) {
      await expect(page.getByText(`${slide} / 5`)).toBeVisible();
      await expectAccessible(page, `slide ${slide}`);
      const body = await page.locator('.present-body').evaluate(({ scrollHeight, clientHeight, scrollWidth, clientWidth }) => ({
        down: scrollHeight - clientHeight,
        across: scrollWidth - clientWidth,
      }));
      expect(body.across).toBeLessThanOrEqual(0);
      // A phone may scroll a slide; a projector cannot.
      if (width > 1000) expect(body.down, `slide ${slide}`).toBeLessThanOrEqual(1);
      await page.keyboard.press('ArrowRight');
    }
  });
}

test('a slide with a chart and the stepper fits a projector whole, in English and in large type, too', async ({ page }) => {
  await showExample(page);
  for (const [width, height] of [[1440, 900], [1024, 768]]) {
    await page.setViewportSize({ width, height });
    for (const query of ['', '&lang=en', '&size=large']) {
      await open(page, `#/present?at=2&area=示例市${query}`);
      await expect(page.locator('.chart-host svg')).toBeVisible();
      await expect(page.locator('.what-if')).toBeVisible();
      const down = await page.locator('.present-body').evaluate((body) => body.scrollHeight - body.clientHeight);
      expect(down, `${width}×${height}${query}`).toBeLessThanOrEqual(1);
    }
  }
});
