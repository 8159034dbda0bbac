import { readFile, writeFile } from 'node:fs/promises';
import { Kontor } from './pages/kontor';
import { list } from './support/files';
import { crash, damage } from './support/storage';
import { expect, test } from './support/test';

test('"Saved" is said once the browser has confirmed it, and it is true', async ({ kontor }) => {
  await kontor.imported(list(3));
  await kontor.grid.write(1, 'Name', 'Kept');
  await kontor.saved();
  await kontor.reload();
  await kontor.grid.hasClients(3);
  await kontor.grid.shows(1, 'Name', 'Kept');
});

test('a tab that is killed right after an edit has lost nothing', async ({ kontor, page, context }) => {
  await kontor.imported(list(3));
  await kontor.saved();
  const address = page.url();
  await kontor.grid.select(2, 'Name');
  await page.keyboard.type('Written in the last moment');
  await page.keyboard.press('Enter');
  await crash(page);

  const again = new Kontor(await context.newPage());
  await again.page.goto(address);
  await again.grid.hasClients(3);
  await again.grid.shows(2, 'Name', 'Written in the last moment');
});

test('a killed tab is found again from the plain address too', async ({ kontor, page, context }) => {
  await kontor.imported(list(3));
  await kontor.saved();
  await kontor.grid.write(1, 'Name', 'Last');
  await crash(page);
  const again = new Kontor(await context.newPage());
  await again.page.goto('/');
  await again.grid.hasClients(3);
  await again.grid.shows(1, 'Name', 'Last');
});

test('two tabs edit at the same time, and both edits are in both', async ({ kontor, page, context }) => {
  await kontor.imported(list(4));
  await kontor.saved();
  const other = new Kontor(await context.newPage());
  await other.page.goto(page.url());
  await other.grid.hasClients(4);

  // Different clients.
  await kontor.grid.write(1, 'Name', 'From the first tab');
  await other.grid.write(2, 'Name', 'From the second tab');
  // Different fields of one client.
  await Promise.all([
    kontor.grid.write(3, 'Name', 'Both tabs'),
    other.grid.write(3, 'Our revenue', '777'),
  ]);
  for (const tab of [kontor, other]) {
    await tab.grid.shows(1, 'Name', 'From the first tab');
    await tab.grid.shows(2, 'Name', 'From the second tab');
    await tab.grid.shows(3, 'Name', 'Both tabs');
    await tab.grid.shows(3, 'Our revenue', /777/);
    await tab.saved();
  }
  await other.page.close();
  await kontor.reload();
  await kontor.grid.shows(2, 'Name', 'From the second tab');
  await kontor.grid.shows(3, 'Our revenue', /777/);
});

test('an import in one tab appears in the other', async ({ kontor, page, context }) => {
  await kontor.imported(list(2));
  await kontor.saved();
  const other = new Kontor(await context.newPage());
  await other.page.goto(page.url());
  await other.grid.hasClients(2);
  await kontor.import.open();
  // Too large for the small store: the other tab has to fetch it.
  await kontor.import.choose(list(20_000));
  await kontor.import.submit();
  await other.grid.hasClients(20_002);
  // It is the other tab's edit, and not for this one to undo: only what stood there when it was opened is.
  await other.page.getByRole('button', { name: 'Steps that can be undone' }).click();
  await expect(other.page.getByRole('menuitem')).toHaveText(['1. Import (1)']);
});

test('with IndexedDB refused the person is told, loses nothing on screen, and can save a backup', async ({ browser, baseURL }, info) => {
  const context = await browser.newContext({ baseURL });
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  });
  const kontor = new Kontor(await context.newPage());
  await kontor.page.goto('/');
  await kontor.imported(list(3));
  await kontor.grid.write(1, 'Name', 'Still here');
  await kontor.grid.shows(1, 'Name', 'Still here');
  await expect(kontor.status(/^Not saved/)).toBeVisible();
  await expect(kontor.status(/^Saved/)).toHaveCount(0);
  await expect(kontor.page.getByRole('alert').first()).toContainText(/save a backup/i);

  const file = info.outputPath('backup.kontor');
  await (await kontor.saveBackup()).saveAs(file);
  await context.close();

  // Elsewhere, where the browser stores things, everything is in it.
  const elsewhere = await browser.newContext({ baseURL });
  const healthy = new Kontor(await elsewhere.newPage());
  await healthy.page.goto('/');
  await healthy.start.openBackup(file);
  await healthy.grid.hasClients(3);
  await healthy.grid.shows(1, 'Name', 'Still here');
  await healthy.saved();
  await elsewhere.close();
});

test('a browser that is full says so, and what was typed stays on screen', async ({ kontor, page }) => {
  await kontor.imported(list(3));
  await kontor.saved();
  await page.evaluate(() => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.put = full;
    Storage.prototype.setItem = full;
  });
  await kontor.grid.write(1, 'Name', 'Too much');
  await expect(kontor.status(/^Not saved/)).toBeVisible();
  await expect(page.getByRole('alert').first()).toContainText(/save a backup/i);
  await kontor.grid.shows(1, 'Name', 'Too much');
  const backup = await readFile(await (await kontor.saveBackup()).path());
  expect(backup.length).toBeGreaterThan(50);
});

test('a damaged edit costs only itself: the rest opens, and it is reported once', async ({ kontor, page }) => {
  await kontor.imported(list(3));
  await kontor.grid.write(1, 'Name', 'Stays');
  await kontor.grid.write(2, 'Name', 'Gets damaged');
  await kontor.saved();
  await damage(page, 'latest');
  await kontor.reload();
  await kontor.grid.hasClients(3);
  await kontor.grid.shows(1, 'Name', 'Stays');
  await kontor.grid.shows(2, 'Name', 'Client 2');
  await expect(page.getByRole('alert').first()).toContainText('1 part');
  await kontor.grid.write(3, 'Name', 'Work goes on');
  await kontor.saved();
  await kontor.reload();
  await kontor.grid.shows(3, 'Name', 'Work goes on');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('damaged clients never turn a full workbook into an empty one unsaid', async ({ kontor, page }) => {
  await kontor.imported(list(3));
  await kontor.saved();
  await damage(page, 'largest');
  await kontor.reload();
  await expect(page.getByRole('alert').first()).toContainText(/could not be read/);
  // What could not be read is kept for recovery.
  const kept = await page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('kontor');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const count = opening.result.transaction('aside').objectStore('aside').count();
          count.onsuccess = () => resolve(count.result);
        };
      }),
  );
  expect(kept).toBe(1);
});

test('a backup carries the whole workbook, and opening it again merges', async ({ kontor }, info) => {
  await kontor.imported(list(3));
  await kontor.grid.write(1, 'Name', 'In the backup');
  const file = info.outputPath('backup.kontor');
  await (await kontor.saveBackup()).saveAs(file);

  await kontor.grid.write(2, 'Name', 'After the backup');
  await kontor.openBackup(file);
  await expect(kontor.notice(/backup .* was opened/)).toBeVisible();
  // Merged: nothing is doubled, and what came after is still there.
  await kontor.grid.hasClients(3);
  await kontor.grid.shows(1, 'Name', 'In the backup');
  await kontor.grid.shows(2, 'Name', 'After the backup');
});

test('a backup that is dropped on the page is opened, and not imported as a list', async ({ kontor, page }) => {
  await kontor.imported(list(3));
  const backup = await readFile(await (await kontor.saveBackup()).path());
  await kontor.home();
  const dropped = await page.evaluateHandle((bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], 'list.kontor'));
    return data;
  }, [...backup]);
  await page.locator('body').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(kontor.notice(/backup .* was opened/)).toBeVisible();
  await expect(kontor.import.dialog).toHaveCount(0);
  await kontor.grid.hasClients(3);
});

test('a file that is no backup is refused in words', async ({ kontor }, info) => {
  await kontor.imported(list(3));
  const file = info.outputPath('other.kontor');
  await writeFile(file, 'something else');
  await kontor.openBackup(file);
  await expect(kontor.notice(/no backup/)).toBeVisible();
  await kontor.grid.hasClients(3);
});
