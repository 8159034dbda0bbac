import { expect, test } from './support/test';

test('with nothing stored there are three ways to begin', async ({ kontor }) => {
  await expect(kontor.start.importList).toBeVisible();
  await expect(kontor.start.demo).toBeVisible();
  await expect(kontor.start.empty).toBeVisible();
  await expect(kontor.start.workbooks).toHaveCount(0);
});

test('a file dropped anywhere opens the import with it', async ({ kontor, page }) => {
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['Company,E-mail,Phone\nAcme,a@acme.example,+1 555 0100'], 'clients.csv'));
    return data;
  });
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.locator('body').dispatchEvent(type, { dataTransfer: dropped });
  }
  await expect(kontor.import.dialog).toBeVisible();
  expect(await kontor.import.submit()).toBe(1);
  await kontor.grid.hasClients(1);
});

test('the demo has 120 clients as life makes them, in a workbook of its own', async ({ kontor, page }) => {
  expect(await kontor.imported({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from('Company\nMine') })).toBe(1);
  await kontor.saved();
  await page.goto('/');
  await kontor.home();
  await kontor.demo();
  await kontor.board.open();
  expect((await kontor.board.total()).count).toBe(120);
  for (const segment of ['small', 'medium', 'large', 'state']) {
    expect((await kontor.board.sums(segment)).count, segment).toBeGreaterThan(0);
  }
  await kontor.home();
  await expect(kontor.start.workbooks).toHaveCount(2);

  // Asked for again, it is the same demo and not a second one.
  await kontor.start.demo.click();
  // The sheet that was open is open again.
  await expect(kontor.board.region).toBeVisible();
  await kontor.tab('Clients').click();
  await kontor.grid.hasClients(120);
  await kontor.home();
  await expect(kontor.start.workbooks).toHaveCount(2);
});

test('workbooks are renamed, duplicated, deleted and taken back', async ({ kontor, page }) => {
  await kontor.demo();
  await kontor.saved();
  await kontor.home();
  const [original] = await kontor.start.titles();

  await kontor.start.rename(original, 'Autumn');
  await expect(kontor.start.workbook('Autumn')).toBeVisible();

  await kontor.start.command('Autumn', 'Duplicate');
  await expect(kontor.start.workbooks).toHaveCount(2);
  const copy = (await kontor.start.titles()).find((title) => title !== 'Autumn');
  expect(copy, 'the copy has a title of its own').toBeTruthy();

  // What is done in the copy stays there.
  await kontor.start.open(copy!);
  await kontor.grid.hasClients(120);
  await kontor.grid.write(1, 'Name', 'Only in the copy');
  await kontor.grid.shows(1, 'Name', 'Only in the copy');
  await kontor.saved();
  await kontor.home();
  await kontor.start.open('Autumn');
  await kontor.grid.hasClients(120);
  await expect(await kontor.grid.cell(1, 'Name')).not.toHaveText('Only in the copy');

  await kontor.home();
  await kontor.start.command('Autumn', 'Delete');
  await expect(kontor.start.workbook('Autumn')).toHaveCount(0);
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(kontor.start.workbook('Autumn')).toBeVisible();
  await kontor.start.open('Autumn');
  await kontor.grid.hasClients(120);
});

test('the page can be installed as an app', async ({ kontor, page }) => {
  await expect(kontor.start.demo).toBeVisible();
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]')!;
    const manifest = await (await fetch(link.href)).json();
    const icons = manifest.icons as { src: string; sizes: string; purpose?: string }[];
    const found = await Promise.all(icons.map(async ({ src }) => (await fetch(new URL(src, link.href))).ok));
    return { ...manifest, found };
  });
  expect(manifest).toMatchObject({ name: 'Kontor', display: 'standalone' });
  expect(manifest.start_url).toBeTruthy();
  expect(manifest.icons.map((icon: { sizes: string }) => icon.sizes)).toEqual(
    expect.arrayContaining(['192x192', '512x512']),
  );
  expect(manifest.found).not.toContain(false);
});
