import AxeBuilder from '@axe-core/playwright';
import { ColumnDialog } from './pages/column';
import { Views } from './pages/views';
import { expect, test } from './support/test';

const sales = {
  name: 'sales.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('Company,Our revenue,Orders,E-mail\nAlpha,1000,12,a@alpha.com\nBravo,250,3,b@bravo.com\nCharlie,,,\n'),
};

test('a calculated column follows its row and all clients, and is not written by hand', async ({ kontor, page }) => {
  await kontor.imported(sales);
  const column = new ColumnDialog(page);
  const { grid } = kontor;
  await column.calculate('Share', '[Our revenue] / SUM([Our revenue])');
  await grid.shows(1, 'Share', /^80\s?%$/);
  // As in other spreadsheets an empty cell counts as nothing.
  await grid.shows(3, 'Share', /^0\s?%$/);
  await grid.write(1, 'Our revenue', '750');
  await grid.shows(1, 'Share', /^75\s?%$/);
  await grid.shows(2, 'Share', /^25\s?%$/);
  await grid.select(1, 'Share');
  await page.keyboard.type('5');
  await expect(page.getByText('The column is calculated', { exact: false })).toBeVisible();
  await grid.shows(1, 'Share', /^75\s?%$/);
  await page.reload();
  await grid.shows(1, 'Share', /^75\s?%$/);
});

test('the formula field says what is wrong, and offers what may come next', async ({ kontor, page }) => {
  await kontor.imported(sales);
  const column = new ColumnDialog(page);
  await column.open('Often', 'Calculated');
  await expect(column.add).toBeDisabled();
  await column.formula.pressSequentially('IF([ord');
  await expect(column.offered.getByRole('option', { name: '[Orders]' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(column.formula).toHaveValue('IF([Orders]');
  await expect(column.dialog.getByText('never closed', { exact: false })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await column.formula.pressSequentially(' > 10, "often", "seldom")');
  await column.add.click();
  await kontor.grid.shows(1, 'Often', 'often');
  await kontor.grid.shows(2, 'Often', 'seldom');
});

test('an e-mail address without its @ is kept, and flagged with the reason', async ({ kontor }) => {
  await kontor.imported(sales);
  await kontor.grid.write(2, 'E-mail', 'bravo.com');
  const cell = await kontor.grid.cell(2, 'E-mail');
  await expect(cell).toHaveText('bravo.com');
  await expect(cell).toHaveAttribute('aria-invalid', 'true');
  await expect(cell).toHaveAttribute('title', /@/);
});

test('the values of a choice are added, renamed, coloured and removed in its dialog', async ({ kontor, page }) => {
  await kontor.imported(sales);
  const column = new ColumnDialog(page);
  const { grid } = kontor;
  await column.open('Rating', 'Choice');
  await column.addValue('Good');
  await column.addValue('Bad');
  await column.add.click();
  await expect(column.dialog).toBeHidden();
  await grid.select(1, 'Rating');
  await grid.press('F2');
  await expect(page.getByRole('option', { name: 'Bad' })).toBeVisible();
  await grid.press('Escape');
  await grid.write(1, 'Rating', 'Good');
  await grid.write(2, 'Rating', 'Bad');

  await new Views(page).act('Rating', 'Column…');
  await column.value('Good').fill('Very good');
  await column.dialog.getByRole('combobox', { name: 'Colour of Good' }).selectOption({ label: 'Green' });
  await column.dialog.getByRole('button', { name: 'Remove Bad' }).click();
  await expect(column.dialog).toContainText('1 client has it: that cell becomes empty.');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await column.dialog.getByRole('button', { name: 'Save' }).click();
  await grid.shows(1, 'Rating', 'Very good');
  await expect(await grid.cell(1, 'Rating')).toHaveClass(/\bgreen\b/);
  await grid.shows(2, 'Rating', '');
  await kontor.undoButton.click();
  await grid.shows(1, 'Rating', 'Good');
  await grid.shows(2, 'Rating', 'Bad');
});
