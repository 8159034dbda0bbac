// What hands know from a spreadsheet: ranges, the fill handle, find and replace, go to.
import { list } from './support/files';
import { expect, test } from './support/test';

test('Ctrl adds ranges, and all of them are counted, emptied and deleted', async ({ kontor, page }) => {
  await kontor.imported(list(6));
  const { grid } = kontor;
  await grid.select(1, 'Our revenue');
  await (await grid.cell(3, 'Our revenue')).click({ modifiers: ['Control'] });
  await grid.press('Shift+ArrowDown');
  for (const [row, isSelected] of [[1, 'true'], [2, 'false'], [3, 'true'], [4, 'true']] as const) {
    await expect(await grid.cell(row, 'Our revenue')).toHaveAttribute('aria-selected', isSelected);
  }
  const summary = page.getByRole('group', { name: 'Selection' });
  await expect(summary).toContainText(/Count 3/);
  await expect(summary).toContainText(/Sum 8,000/);
  await grid.press('Delete');
  await grid.shows(1, 'Our revenue', '');
  await grid.shows(2, 'Our revenue', '2,000');
  await grid.shows(4, 'Our revenue', '');
  await grid.press('Control+z');
  await grid.shows(4, 'Our revenue', '4,000');

  await grid.row(2).getByRole('rowheader').click();
  await grid.row(5).getByRole('rowheader').click({ modifiers: ['Control'] });
  await grid.press('Control+-');
  await grid.hasClients(4);
  await grid.shows(2, 'Name', 'Client 3');
  await grid.press('Control+z');
  await grid.hasClients(6);

  await grid.select(1, 'Name');
  await grid.header('Our revenue').click({ modifiers: ['Control'] });
  await expect(await grid.cell(6, 'Our revenue')).toHaveAttribute('aria-selected', 'true');
  await expect(grid.header('Our revenue')).toHaveAttribute('aria-sort', 'none');
});

test('the handle fills on, and Ctrl makes a series of a single number', async ({ kontor, page }) => {
  await kontor.imported(list(8));
  const { grid } = kontor;
  const pull = async (row: number) => {
    const handle = (await page.locator('.grid-handle').boundingBox())!;
    const cell = (await (await grid.cell(row, 'Our revenue')).boundingBox())!;
    await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await page.mouse.down();
    await page.mouse.move(cell.x + cell.width / 2, cell.y + cell.height / 2, { steps: 4 });
    await page.mouse.up();
  };
  await grid.select(1, 'Our revenue');
  await grid.press('Shift+ArrowDown');
  await pull(4);
  await grid.shows(3, 'Our revenue', '3,000');
  await grid.select(1, 'Our revenue');
  await pull(3);
  await grid.shows(3, 'Our revenue', '1,000');
  await grid.select(1, 'Our revenue');
  await page.keyboard.down('Control');
  await pull(3);
  await page.keyboard.up('Control');
  await grid.shows(3, 'Our revenue', '1,002');
  await grid.press('Control+z');
  await grid.shows(3, 'Our revenue', '1,000');

  await grid.write(1, 'Name', 'Firm 1');
  await grid.select(1, 'Name');
  await page.locator('.grid-handle').dblclick();
  await grid.shows(8, 'Name', 'Firm 8');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the handle, pulled inwards, empties what it leaves', async ({ kontor, page }) => {
  await kontor.imported(list(5));
  const { grid } = kontor;
  await grid.select(1, 'Our revenue');
  await grid.press('Shift+ArrowDown', 'Shift+ArrowDown');
  const handle = (await page.locator('.grid-handle').boundingBox())!;
  const cell = (await (await grid.cell(1, 'Our revenue')).boundingBox())!;
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(cell.x + cell.width - 4, cell.y + cell.height / 2, { steps: 4 });
  await expect(await grid.cell(2, 'Our revenue')).toHaveClass(/\bleaving\b/);
  await expect(await grid.cell(1, 'Our revenue')).not.toHaveClass(/\bleaving\b/);
  await page.mouse.up();
  await grid.shows(1, 'Our revenue', '1,000');
  await grid.shows(2, 'Our revenue', '');
  await grid.shows(3, 'Our revenue', '');
  await grid.press('Control+z');
  await grid.shows(3, 'Our revenue', '3,000');
});

test('Ctrl+F and Ctrl+G work from anywhere on the Clients sheet, and nowhere else', async ({ kontor, page }) => {
  await kontor.imported(list(3));
  const { grid } = kontor;
  const find = page.getByRole('dialog', { name: 'Find and replace' });
  await grid.filter.focus();
  await page.keyboard.press('Control+f');
  await expect(find).toBeVisible();
  await page.keyboard.press('Control+g');
  await expect(page.getByRole('dialog', { name: 'Go to' })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(grid.filter).toBeFocused();
  await page.keyboard.press('Control+g');
  await expect(page.getByRole('dialog', { name: 'Go to' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Segments' }).click();
  await page.keyboard.press('Control+h');
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('Replace changes one cell and goes on to the next', async ({ kontor, page }) => {
  await kontor.imported(list(3));
  const { grid } = kontor;
  await grid.select(1, 'Name');
  await grid.press('Control+h');
  const dialog = page.getByRole('dialog', { name: 'Find and replace' });
  await dialog.getByRole('textbox', { name: 'Find', exact: true }).fill('Client');
  await dialog.getByRole('combobox', { name: 'In' }).selectOption('This column');
  await dialog.getByRole('textbox', { name: 'Replace with' }).fill('Firm');
  const replace = dialog.getByRole('button', { name: 'Replace', exact: true });
  await replace.click();
  await grid.shows(1, 'Name', 'Firm 1');
  await grid.shows(2, 'Name', 'Client 2');
  await expect(dialog.getByRole('status')).toContainText('Found in 2 cells');
  await replace.click();
  await grid.shows(2, 'Name', 'Firm 2');
  await grid.shows(3, 'Name', 'Client 3');
  await page.keyboard.press('Escape');
  await kontor.undoButton.click();
  await grid.shows(1, 'Name', 'Firm 1');
  await grid.shows(2, 'Name', 'Client 2');
});

test('what is found is shown, gone to and replaced in one step', async ({ kontor, page }) => {
  await kontor.imported(list(12));
  const { grid } = kontor;
  await grid.select(1, 'Name');
  await grid.press('Control+f');
  const dialog = page.getByRole('dialog', { name: 'Find and replace' });
  await dialog.getByRole('textbox', { name: 'Find', exact: true }).fill('client 1');
  await expect(dialog.getByRole('status')).toContainText('Found in 4 cells');
  await expect(dialog.getByRole('row')).toHaveCount(5);
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: 'Replace with' }).fill('Firm 1');
  await expect(dialog.getByRole('table')).toContainText('Firm 12');
  await dialog.getByRole('button', { name: 'Replace all 4' }).click();
  await expect(dialog.getByRole('status')).toContainText('4 cells were changed');
  await grid.shows(12, 'Name', 'Firm 12');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await kontor.undoButton.click();
  await grid.shows(12, 'Name', 'Client 12');
});

test('Ctrl+G goes to a row, a cell, or a client', async ({ kontor, page }) => {
  await kontor.imported(list(300));
  const { grid } = kontor;
  const dialog = page.getByRole('dialog', { name: 'Go to' });
  const go = async (text: string) => {
    await grid.press('Control+g');
    await dialog.getByRole('textbox', { name: 'Row, cell or client' }).fill(text);
    await page.keyboard.press('Enter');
  };
  await grid.select(1, 'Name');
  await go('Our revenue 240');
  await grid.isAt(240, 'Our revenue');
  await expect(dialog).toBeHidden();
  await go('client 77');
  await grid.isAt(77, 'Name');
  await go('nobody');
  await expect(dialog.getByRole('alert')).toContainText('no such row');
  await page.keyboard.press('Escape');
  await grid.isAt(77, 'Name');
});
