import { expect, test, type Page } from '@playwright/test';
import { PageServer } from './server';

let server: PageServer;

test.beforeEach(async () => {
  server = await PageServer.start();
});

test.afterEach(async () => {
  await server.stop();
});

/** Opens the page and waits until its service worker is in charge of it. */
async function visit(page: Page) {
  await page.goto(server.url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('service-worker.js');
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((next) => setTimeout(next, 20));
  });
}

const caches = (page: Page) => page.evaluate(async () => (await window.caches.keys()).sort());

test('after one visit the page loads with the server stopped, both workers included', async ({ page }) => {
  await visit(page);
  await server.stop();
  const failed: string[] = [];
  page.on('requestfailed', (request) => failed.push(request.url()));
  await page.goto('about:blank');

  await page.goto(`${server.url}?somewhere`);
  await expect(page).toHaveTitle('Kontor');
  const answered = await page.evaluate(async () => {
    const workers = ['worker', 'writer'].flatMap((name) => [`${name}_loader.js`, `${name}.js`, `${name}_bg.wasm`]);
    const files = [...workers, 'manifest.webmanifest'];
    return Promise.all(files.map(async (file) => (await fetch(file)).ok));
  });
  expect(answered).toEqual(Array(7).fill(true));
  expect(failed).toEqual([]);
});

test('a new version waits until the page lets it in, and then forgets only the older one', async ({ page }) => {
  await visit(page);
  const [first, ...others] = await caches(page);
  expect(first).toMatch(/^kontor-[0-9a-f]{16}$/);
  expect(others).toEqual([]);

  const next = 'kontor-0123456789abcdef';
  const script = await server.text('service-worker.js');
  server.changed.set('service-worker.js', script.replace(first.replace('kontor-', ''), next.replace('kontor-', '')));
  server.changed.set('worker.js', '// newer');
  const state = await page.evaluate(async () => {
    await window.caches.open('of-another-page');
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    while (registration.waiting?.state !== 'installed') await new Promise((next) => setTimeout(next, 20));
    return registration.waiting.state;
  });
  expect(state).toBe('installed');
  expect(await caches(page)).toEqual([next, first, 'of-another-page'].sort());

  // The open page, and the page reloaded, go on with what they have.
  await page.reload();
  expect(await page.evaluate(async () => (await fetch('worker.js')).text())).not.toBe('// newer');

  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const changed = new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done));
    registration.waiting?.postMessage({ type: 'take-over' });
    await changed;
  });
  await page.reload();
  await expect.poll(() => caches(page)).toEqual([next, 'of-another-page'].sort());
  expect(await page.evaluate(async () => (await fetch('worker.js')).text())).toBe('// newer');
});

test('requests that are none of its business reach the server', async ({ page }) => {
  await visit(page);
  server.changed.set('elsewhere.txt', 'from the server');
  expect(await page.evaluate(async () => (await fetch('elsewhere.txt')).text())).toBe('from the server');
  expect(await page.evaluate(async () => (await fetch('elsewhere.html')).status)).toBe(404);
});
