// End-to-end tests and screenshots of dist/, started by `cargo xtask`, which finds the browser and a free port.
import { defineConfig } from '@playwright/test';

const { CI, E2E_CHROMIUM, E2E_PORT } = process.env;
if (!E2E_CHROMIUM || !E2E_PORT) {
  throw new Error('run the end-to-end tests through `cargo xtask test --only e2e`');
}

// Not the root of the host: the page must work wherever it is put.
const folder = '/some/folder/';
const origin = `http://127.0.0.1:${E2E_PORT}`;

export default defineConfig({
  projects: [
    { name: 'e2e', testDir: 'tests/e2e' },
    // Pictures for people, taken by `cargo xtask shots`; nothing is asserted about them.
    { name: 'shots', testDir: 'tests/shots' },
  ],
  outputDir: 'target/e2e',
  forbidOnly: Boolean(CI),
  fullyParallel: true,
  workers: 2,
  reporter: 'list',
  use: {
    baseURL: origin + folder,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
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
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --base ${folder} --port ${E2E_PORT} --strictPort`,
    url: origin + folder,
  },
});
