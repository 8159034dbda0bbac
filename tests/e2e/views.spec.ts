import AxeBuilder from '@axe-core/playwright';
import { Views } from './pages/views';
import { expect, test } from './support/test';

const clients = {
  name: 'clients.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    ['Company,City,Our revenue', 'Delta,Kiel,500', 'Alpha,Bonn,100', 'Echo,Kiel,900', 'Bravo,,', 'Charlie,Bonn,300'].join('\n'),
  ),
};

const shown = (row: number) => new RegExp(`^${row} of 5$`);

test('a column is filtered by its values, and the filter can be taken away', async ({ kontor, page }) => {
  await kontor.imported(clients);
  const views = new Views(page);
  const panel = await views.filter('Our revenue');
  await panel.getByRole('checkbox', { name: /500/ }).uncheck();
  await kontor.grid.hasClients(4);
  await panel.getByRole('button', { name: 'None' }).click();
  await kontor.grid.hasClients(0);
  await panel.getByRole('checkbox', { name: /\(empty\)/ }).check();
  await kontor.grid.hasClients(1);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(kontor.status(shown(1))).toBeVisible();
  await expect(views.chips).toHaveText(/Our revenue: \(empty\)/);
  await views.chips.getByRole('button').click();
  await kontor.grid.hasClients(5);
});

test('a condition applies while it is written, an edit moves no row until it is applied again', async ({ kontor, page }) => {
  await kontor.imported(clients);
  const views = new Views(page);
  const panel = await views.filter('Our revenue');
  await panel.getByRole('radio', { name: 'Condition' }).check();
  await panel.getByRole('combobox', { name: 'Condition' }).selectOption({ label: '≥' });
  await panel.getByRole('textbox', { name: 'Value' }).fill('300');
  await kontor.grid.hasClients(3);
  await page.keyboard.press('Escape');
  await kontor.grid.write(1, 'Our revenue', '5');
  await kontor.grid.hasClients(3);
  await page.getByRole('button', { name: 'Apply again' }).click();
  await kontor.grid.hasClients(2);
});

test('the keyboard alone reaches the headings, their panel and back', async ({ kontor, page }) => {
  await kontor.imported(clients);
  const { grid } = kontor;
  await grid.select(2, 'Name');
  await grid.press('Alt+ArrowUp', 'ArrowRight', 'ArrowLeft', 'Enter');
  const panel = new Views(page).panel('Name');
  await expect(panel.getByRole('button', { name: 'Sort ascending' })).toBeFocused();
  await grid.press('ArrowDown', 'Enter');
  await expect(grid.header('Name')).toHaveAttribute('aria-sort', 'descending');
  await grid.press('Escape');
  await grid.isAt(2, 'Name');
});

test('Shift adds a column to the sort', async ({ kontor }) => {
  await kontor.imported(clients);
  const { grid } = kontor;
  await grid.header('Name').click({ position: { x: 12, y: 12 } });
  await grid.header('Our revenue').click({ position: { x: 12, y: 12 }, modifiers: ['Shift'] });
  await expect(grid.header('Name')).toHaveAttribute('aria-sort', 'ascending');
  await expect(grid.header('Our revenue')).toHaveAttribute('aria-sort', 'ascending');
  await grid.shows(1, 'Name', 'Alpha');
});

test('groups have subtotals and can be folded', async ({ kontor, page }) => {
  await kontor.imported(clients);
  const views = new Views(page);
  await views.act('Our revenue', 'Group by this column');
  await views.act('Our revenue', 'Do not group');
  await kontor.grid.hasClients(5);
  await views.act('Segment', 'Group by this column');
  const group = kontor.grid.row(1).getByRole('gridcell').first();
  await expect(group).toHaveAttribute('aria-expanded', 'true');
  await group.click();
  await expect(group).toHaveAttribute('aria-expanded', 'false');
  await kontor.grid.press('Alt+Shift+ArrowRight');
  await expect(group).toHaveAttribute('aria-expanded', 'true');
});

test('columns are hidden, moved, frozen and found again', async ({ kontor, page }) => {
  await kontor.imported(clients);
  const views = new Views(page);
  const { grid } = kontor;
  await views.act('Our revenue', 'Move left');
  const before = Number(await grid.columnIndex('Our revenue'));
  await grid.select(1, 'Our revenue');
  await grid.press('Alt+Shift+PageDown');
  await expect.poll(async () => Number(await grid.columnIndex('Our revenue'))).toBe(before + 1);
  await views.act('Our revenue', 'Freeze up to here');
  await views.act('Our revenue', 'Hide column');
  await expect(grid.header('Our revenue')).toHaveCount(0);
  await views.open();
  await views.dialog.getByRole('button', { name: 'Show Our revenue' }).click();
  await expect(grid.header('Our revenue')).toBeVisible();
});

test('a view is saved, has an address, and the sheet is left as it was', async ({ kontor, page }) => {
  await kontor.imported(clients);
  const views = new Views(page);
  const panel = await views.filter('Name');
  await panel.getByRole('checkbox', { name: /Delta/ }).uncheck();
  await page.keyboard.press('Escape');
  await views.open();
  await views.dialog.getByRole('textbox').fill('Without Delta');
  await views.dialog.getByRole('button', { name: 'Save view' }).click();
  await expect(views.dialog.getByRole('button', { name: 'Without Delta', exact: true })).toHaveAttribute('aria-current', 'true');
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/clients\/[0-9a-f]+$/);
  const address = page.url();

  await views.open();
  await views.dialog.getByRole('button', { name: 'All clients' }).click();
  await kontor.grid.hasClients(5);
  await expect(page).toHaveURL(/\/clients$/);
  await page.goto(address);
  await kontor.grid.hasClients(4);

  await kontor.saved();
  await kontor.grid.filter.fill('alpha');
  await kontor.grid.hasClients(1);
  await kontor.reload();
  await kontor.grid.hasClients(1);
  await expect(page).toHaveURL(address);
});

test('Back and Forward walk through the views that were opened', async ({ kontor, page }) => {
  await kontor.imported(clients);
  const views = new Views(page);
  const panel = await views.filter('Name');
  await panel.getByRole('checkbox', { name: /Delta/ }).uncheck();
  await page.keyboard.press('Escape');
  await views.open();
  await views.dialog.getByRole('textbox').fill('Without Delta');
  await views.dialog.getByRole('button', { name: 'Save view' }).click();
  await expect(page).toHaveURL(/\/clients\/[0-9a-f]+$/);
  const address = page.url();
  await views.dialog.getByRole('button', { name: 'All clients' }).click();
  await kontor.grid.hasClients(5);
  await page.goBack();
  await expect(page).toHaveURL(address);
  await kontor.grid.hasClients(4);
  await page.goForward();
  await expect(page).toHaveURL(/\/clients$/);
  await kontor.grid.hasClients(5);
});

test('the filter of a column that was removed says so and can be taken away', async ({ kontor, page }) => {
  await kontor.imported(clients);
  const views = new Views(page);
  await kontor.grid.addColumn('Fax');
  await kontor.grid.write(1, 'Fax', '123');
  const panel = await views.filter('Fax');
  await panel.getByRole('checkbox', { name: /123/ }).uncheck();
  await page.keyboard.press('Escape');
  await views.act('Fax', 'Column…');
  await page.getByRole('button', { name: 'Remove column' }).click();
  await expect(views.chips).toHaveText(/Removed column/);
  await views.chips.getByRole('button').click();
  await kontor.grid.hasClients(5);
});

test('the panel of a column has no violation', async ({ kontor, page }) => {
  await kontor.demo();
  const views = new Views(page);
  const panel = await views.filter('Our revenue');
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await panel.getByRole('radio', { name: 'Condition' }).check();
  await panel.getByRole('combobox', { name: 'Condition' }).selectOption({ label: 'above average' });
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(views.chips).toHaveText(/above average/);
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
});
