import AxeBuilder from '@axe-core/playwright';
import { ExportDialog, lines } from './pages/export';
import { list, text } from './support/files';
import { expect, test } from './support/test';

test('the workbook is saved for Excel, and its clients come back as they were', async ({ kontor, page }, info) => {
  await kontor.demo();
  const names = await kontor.grid.column('Name', 5);
  const revenue = await kontor.grid.column('Our revenue', 5);
  const dialog = new ExportDialog(page);
  await dialog.open();
  await expect(dialog.workbook).toBeChecked();
  await expect(dialog.workbook).toHaveAccessibleDescription(/120 clients, \d+ columns/);
  const download = await dialog.save();
  expect(download.suggestedFilename()).toMatch(/^\S.* \d{4}-\d\d-\d\d\.xlsx$/);
  const path = info.outputPath('demo.xlsx');
  await download.saveAs(path);

  await kontor.home();
  expect(await kontor.imported(path)).toBe(120);
  await kontor.grid.hasClients(120);
  expect(await kontor.grid.column('Name', 5)).toEqual(names);
  expect(await kontor.grid.column('Our revenue', 5)).toEqual(revenue);
});

test('what is shown is saved as text: sorted, quoted, and harmless', async ({ kontor, page }) => {
  await kontor.imported(text('list.csv', 'Company,E-mail,Our revenue\n"=1+1, Ltd",a@a.example,5\n+Plus,b@b.example,1.5\nNone,n@n.example,9'));
  await kontor.grid.sort('Our revenue');
  const dialog = new ExportDialog(page);
  await dialog.open();
  await dialog.text.check();
  const [headings, ...rows] = await lines(await dialog.save());
  expect(headings).toBe('Name,Segment,E-mail,Our revenue');
  expect(rows.map((row) => row.replace(/,(Small|Medium|Large|State-owned),/, ',?,'))).toEqual([
    "'+Plus,?,b@b.example,1.5",
    "\"'=1+1, Ltd\",?,a@a.example,5",
    'None,?,n@n.example,9',
    '',
  ]);
});

test('only the clients that the filter leaves are in the text', async ({ kontor, page }) => {
  await kontor.imported(list(12));
  await kontor.grid.filter.fill('Client 12');
  await kontor.grid.hasClients(1);
  const dialog = new ExportDialog(page);
  await dialog.open();
  await expect(dialog.text).toHaveAccessibleDescription(/^1 client and /);
  await dialog.text.check();
  const rows = await lines(await dialog.save());
  expect(rows).toHaveLength(3);
  expect(rows[1]).toContain('Client 12');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the dialog can be used by everyone, in ${scheme} colours`, async ({ kontor, page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await kontor.imported(list(3));
    const dialog = new ExportDialog(page);
    await dialog.open();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog.dialog).toBeHidden();
  });
}
