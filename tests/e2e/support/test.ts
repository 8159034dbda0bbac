// The tests' `test`: a page of Kontor, which must neither fail nor ask anybody else.
import { test as base, expect } from '@playwright/test';
import { Kontor } from '../pages/kontor';

export const test = base.extend<{ kontor: Kontor; complaints: 'none' | 'allowed' }>({
  // A file that breaks the reader may say so in the console.
  complaints: ['none', { option: true }],

  kontor: async ({ page, context, baseURL, complaints }, use) => {
    const failures: string[] = [];
    const foreign: string[] = [];
    const origin = new URL(baseURL!).origin;
    page.on('pageerror', (error) => failures.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') failures.push(message.text());
    });
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (!['blob:', 'data:'].includes(url.protocol) && url.origin !== origin) foreign.push(request.url());
    });
    const kontor = new Kontor(page);
    await page.goto('/');
    await use(kontor);
    if (complaints === 'none') expect(failures).toEqual([]);
    expect(foreign).toEqual([]);
  },
});

export { expect };
