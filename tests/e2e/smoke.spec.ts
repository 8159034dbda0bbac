import { expect, test } from '@playwright/test';

test('the page starts without an error and asks no other host', async ({ page, context, baseURL }) => {
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  context.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(baseURL!).origin) foreign.push(request.url());
  });

  const started = page.waitForEvent('console', { predicate: () => false, timeout: 1500 }).catch(() => undefined);
  await page.goto('/');
  await expect(page).toHaveTitle('Kontor');
  await started;

  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
});

test('the security policy lets nothing in and nothing out', async ({ page }) => {
  await page.goto('/');
  const policy = page.locator('head > :first-child');
  await expect(policy).toHaveAttribute('http-equiv', 'Content-Security-Policy');
  await expect(policy).toHaveAttribute('content', /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'/);

  // Not only written there, but in force: a script in the page and a request to elsewhere are refused.
  const outcome = await page.evaluate(async () => {
    const wanted = 4;
    const refused = new Set<string>();
    const all = new Promise<void>((done) =>
      document.addEventListener('securitypolicyviolation', (event) => {
        refused.add(event.effectiveDirective);
        if (refused.size === wanted) done();
      }),
    );
    const add = (name: string, properties: object) =>
      document.body.append(Object.assign(document.createElement(name), properties));
    add('script', { textContent: 'window.intruder = true' });
    add('style', { textContent: '* { color: red }' });
    add('img', { src: 'http://127.0.0.1:9/pixel.png' });
    await fetch('http://127.0.0.1:9/').catch(() => undefined);
    // The browser reports in its own time, and what it does not refuse it never reports.
    await Promise.race([all, new Promise((late) => setTimeout(late, 5_000))]);
    return { ran: 'intruder' in window, refused: [...refused].sort() };
  });
  expect(outcome).toEqual({ ran: false, refused: ['connect-src', 'img-src', 'script-src-elem', 'style-src-elem'] });
});

test('both programs are WebAssembly that this browser accepts', async ({ page }) => {
  await page.goto('/');
  const accepted = await page.evaluate(async () => {
    const preloads = [...document.querySelectorAll<HTMLLinkElement>('link[rel="preload"]')].map((link) => link.href);
    const files = [preloads.find((href) => href.endsWith('_bg.wasm')), 'worker_bg.wasm'];
    return Promise.all(files.map(async (file) => WebAssembly.validate(await (await fetch(file!)).arrayBuffer())));
  });
  expect(accepted).toEqual([true, true]);
});
