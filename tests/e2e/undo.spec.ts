import { list } from './support/files';
import { expect, test } from './support/test';

test('what was done before a reload can be undone and redone after it', async ({ kontor }) => {
  await kontor.imported(list(3));
  const { grid } = kontor;
  await grid.write(1, 'Name', 'Renamed');
  await grid.write(2, 'Our revenue', '77');
  await kontor.saved();
  await kontor.reload();
  await grid.shows(2, 'Our revenue', /77/);
  await kontor.undoButton.click();
  await grid.shows(2, 'Our revenue', /2,000/);
  await kontor.saved();
  await kontor.reload();
  await kontor.redoButton.click();
  await grid.shows(2, 'Our revenue', /77/);
});

test('the list of steps takes several back at once', async ({ kontor, page }) => {
  await kontor.imported(list(3));
  const { grid } = kontor;
  await grid.write(1, 'Name', 'One');
  await grid.write(2, 'Name', 'Two');
  await page.getByRole('button', { name: 'Steps that can be undone' }).click();
  const lines = page.getByRole('menu', { name: 'Steps that can be undone' }).getByRole('menuitem');
  await expect(lines).toHaveText(['1. Edit of cells (1)', '2. Edit of cells (1)', '3. Import (1)']);
  await lines.nth(1).click();
  await grid.shows(1, 'Name', 'Client 1');
  await grid.shows(2, 'Name', 'Client 2');
});
