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
    const script = document.createElement('script');
    script.textContent = 'window.intruder = true';
    document.head.append(script);
    const sent = await fetch('http://127.0.0.1:9/').then(
      () => true,
      () => false,
    );
    const refused = new Promise((resolve) =>
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
        once: true,
      }),
    );
    document.body.append(Object.assign(document.createElement('img'), { src: 'http://127.0.0.1:9/pixel.png' }));
    return { ran: 'intruder' in window, sent, refused: await refused };
  });
  expect(outcome).toEqual({ ran: false, sent: false, refused: 'img-src' });
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
