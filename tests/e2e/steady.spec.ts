// Who leaves the page open all day goes from page to page: nothing of a page that was left stays behind.
import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { showExample } from './app';

const PAGES = ['#/', '#/fields', '#/field/W1', '#/goal/W1.02', '#/warnings', '#/compare', '#/family', '#/report', '#/method', '#/data'];
const ROUNDS = 20;

/** Shows every page once, each drawn before the next one is asked for. */
const round = (page: Page) =>
  page.evaluate(async (pages) => {
    for (const hash of pages) {
      location.hash = hash + location.hash.replace(/^[^?]*/, '');
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
  }, PAGES);

/** What the page holds once the garbage is gone, elements that are no longer shown included. */
async function held(session: CDPSession): Promise<{ nodes: number; jsEventListeners: number; heap: number }> {
  await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { nodes, jsEventListeners, heap: usedSize };
}

test('two hundred changes of pages leave no nodes, listeners or charts behind', async ({ page }) => {
  test.setTimeout(120_000);
  const session = await page.context().newCDPSession(page);
  await showExample(page);
  // What is made once, modules and drawings of a page among it, is there after some rounds.
  for (let warm = 0; warm < 3; warm += 1) await round(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const before = await held(session);
  for (let rounds = 0; rounds < ROUNDS; rounds += 1) await round(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const after = await held(session);
  // A chart has dozens of nodes and several listeners: one left behind at each visit would be hundreds.
  expect(after.nodes - before.nodes).toBeLessThan(200);
  expect(after.jsEventListeners - before.jsEventListeners).toBeLessThan(20);
  expect(after.heap).toBeLessThan(1.2 * before.heap);
});
