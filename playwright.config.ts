// End-to-end tests and screenshots of what was built, started by `cargo xtask`, which finds the browser and a free port
// for each project.
import { defineConfig } from '@playwright/test';

const { CI, E2E_CHROMIUM } = process.env;

/** Each project and its tests. */
const PROJECTS = {
  e2e: 'tests/e2e',
  // The page as another city builds it.
  'small-city': 'tests/small-city',
  // Pictures for people, taken by `cargo xtask shots`; nothing is asserted about them.
  shots: 'tests/shots',
  // Speed, measured by `cargo xtask bench`.
  bench: 'tests/bench',
};

// Not the root of the host: the page must work wherever it is put.
const folder = '/some/folder/';

// A project is asked for by a port, and with it comes the built page that its tests open.
const asked = Object.entries(PROJECTS).flatMap(([name, testDir]) => {
  const variable = name.replace('-', '_').toUpperCase();
  const port = process.env[`E2E_PORT_${variable}`];
  const page = process.env[`E2E_PAGE_${variable}`];
  return port && page ? [{ name, testDir, page, port, url: `http://127.0.0.1:${port}${folder}` }] : [];
});
if (!E2E_CHROMIUM || asked.length === 0) {
  throw new Error('run the end-to-end tests through `cargo xtask test --only e2e`');
}

export default defineConfig({
  projects: asked.map(({ name, testDir, url }) => ({ name, testDir, use: { baseURL: url } })),
  outputDir: 'target/e2e',
  forbidOnly: Boolean(CI),
  fullyParallel: true,
  workers: 2,
  reporter: 'list',
  // Waiting for what comes costs nothing on an idle machine, and a busy one gets there.
  expect: { timeout: 15_000 },
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // What a test answers for the host must come to the page; offline.spec.ts is about the worker and lets it in.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: E2E_CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: asked.map(({ page, port, url }) => ({
    command: `node node_modules/vite/bin/vite.js preview --outDir ${page} --base ${folder} --port ${port} --strictPort`,
    url,
  })),
});
