import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExportDialog } from './pages/export';
import { Kontor } from './pages/kontor';
import { fixture, list, workbook } from './support/files';
import { PageServer, dist } from './support/server';
import { expect, test } from '@playwright/test';

/** Waits until the service worker has the whole program and answers for it. */
async function visited(kontor: Kontor): Promise<void> {
  await kontor.page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
    }
  });
}

test('after one visit, with the server stopped, everything works', async ({ page }, info) => {
  const server = await PageServer.start();
  const kontor = new Kontor(page);
  await page.goto(server.url);
  await visited(kontor);
  await kontor.imported(list(3));
  await kontor.saved();
  await server.stop();

  await kontor.reload();
  await kontor.grid.hasClients(3);
  await kontor.grid.write(1, 'Name', 'Without a network');
  await kontor.saved();
  // The worker with the reader has not been asked for since the reload: it comes from the cache.
  await kontor.import.open();
  await kontor.import.choose(fixture('gb18030.csv'));
  await kontor.import.submit();
  await kontor.grid.hasClients(6);
  await kontor.import.open();
  await kontor.import.choose(workbook('more.xlsx', [{ name: 'A', rows: [['Company', 'Phone', 'E-mail'], ['Bolt', '1', 'b@b.example']] }]));
  await kontor.import.submit();
  await kontor.grid.hasClients(7);
  await (await kontor.saveBackup()).saveAs(info.outputPath('offline.kontor'));
  const dialog = new ExportDialog(page);
  await dialog.open();
  await (await dialog.save()).saveAs(info.outputPath('offline.xlsx'));

  await page.goto(server.url);
  await kontor.grid.shows(1, 'Name', 'Without a network');
});

test('a new version is offered, and never taken in the middle of an edit', async ({ page }) => {
  const server = await PageServer.start();
  const kontor = new Kontor(page);
  await page.goto(server.url);
  await visited(kontor);
  await kontor.imported(list(3));
  await kontor.saved();

  const program = readFileSync(join(dist, 'service-worker.js'), 'utf8');
  server.replaced.set('service-worker.js', program.replace(/const BUILD = '[^']*'/, "const BUILD = 'the-next-one'"));
  await kontor.grid.select(1, 'Name');
  await page.keyboard.type('In the middle of');
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update());
  const offer = page.getByRole('button', { name: 'Reload with it' });
  await expect(offer).toBeVisible();
  await page.keyboard.type(' an edit');
  await page.keyboard.press('Enter');
  await kontor.grid.shows(1, 'Name', 'In the middle of an edit');
  await kontor.saved();

  const reloaded = page.waitForEvent('load');
  await offer.click();
  await reloaded;
  await kontor.grid.shows(1, 'Name', 'In the middle of an edit');
  expect(await page.evaluate(() => caches.keys())).toContain('kontor-the-next-one');
  await server.stop();
});
