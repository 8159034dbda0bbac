import { defineConfig } from '@playwright/test';

// Started by `cargo xtask test`, which serves the release build and names the address and the browser.
export default defineConfig({
  testDir: '.',
  outputDir: '../../target/playwright',
  fullyParallel: true,
  // A slow machine looks for violations for half a minute.
  timeout: 90_000,
  workers: 2,
  retries: 0,
  forbidOnly: !!process.env.CI,
  reporter: [['list']],
  use: {
    baseURL: process.env.KONTOR_URL ?? 'http://127.0.0.1:8080/',
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROME || undefined,
      // Without a sandbox it also runs as root, and without the rest it asks nobody on the network for anything.
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
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
});
