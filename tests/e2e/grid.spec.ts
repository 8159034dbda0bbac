import { list } from './support/files';
import { expect, test } from './support/test';

test('a text that needs more room than its cell is cut off, and lies over no other', async ({ kontor, page }) => {
  const name = 'Federal Agency for Inland Harbours, Waterways and Bridges';
  await kontor.imported({ name: 'long.csv', mimeType: 'text/csv', buffer: Buffer.from(`Company,City\n"${name}",Kiel\nShort,Bonn`) });
  const long = await kontor.grid.cell(1, 'Name');
  await expect(long).toHaveText(name);
  await expect(long).toHaveCSS('overflow', 'clip');
  await expect(await kontor.grid.cell(2, 'Name')).toHaveCSS('overflow', 'visible');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(page.viewportSize()!.width);
});

test('the keyboard goes everywhere a spreadsheet goes', async ({ kontor }) => {
  await kontor.imported(list(300));
  const { grid } = kontor;
  await grid.select(1, 'Name');
  await grid.press('ArrowDown', 'ArrowDown', 'ArrowRight');
  await grid.isAt(3, 'Segment');
  await grid.press('ArrowUp', 'ArrowLeft');
  await grid.isAt(2, 'Name');
  await grid.press('Tab');
  await grid.isAt(2, 'Segment');
  await grid.press('Shift+Tab');
  await grid.isAt(2, 'Name');
  await grid.press('Control+ArrowDown');
  await grid.isAt(300, 'Name');
  await grid.press('Control+ArrowUp');
  await grid.isAt(1, 'Name');
  await grid.press('Control+End');
  await expect(grid.row(300)).toBeVisible();
  await grid.press('Control+Home');
  await grid.isAt(1, 'Name');
  await grid.press('End', 'Home');
  await grid.isAt(1, 'Name');
  await grid.press('PageDown');
  await expect.poll(async () => Number((await grid.active()).split('/')[0])).toBeGreaterThan(10);
  await grid.press('PageUp');
  await grid.isAt(1, 'Name');
});

test('typing replaces, F2 continues, Esc gives up, Enter goes down', async ({ kontor, page }) => {
  await kontor.imported(list(3));
  const { grid } = kontor;
  await grid.select(1, 'Name');
  await page.keyboard.type('Nord');
  await grid.press('Enter');
  await grid.shows(1, 'Name', 'Nord');
  await grid.isAt(2, 'Name');

  await grid.press('ArrowUp', 'F2');
  await page.keyboard.type(' & Süd');
  await grid.press('Tab');
  await grid.shows(1, 'Name', 'Nord & Süd');
  await grid.isAt(1, 'Segment');

  await grid.press('Home');
  await page.keyboard.type('lost');
  await grid.press('Escape');
  await grid.shows(1, 'Name', 'Nord & Süd');
  await grid.isAt(1, 'Name');

  await (await grid.cell(2, 'Name')).dblclick();
  await grid.press('End');
  await page.keyboard.type('!');
  await grid.press('Enter');
  await grid.shows(2, 'Name', 'Client 2!');
});

test('a value is read by its column: amounts in any writing, dates, and what does not fit is kept', async ({ kontor }) => {
  await kontor.imported(list(4));
  const { grid } = kontor;
  await grid.write(1, 'Our revenue', '12,500.50');
  await grid.shows(1, 'Our revenue', /12,500\.50?/);
  await grid.write(2, 'Our revenue', 'a lot');
  await grid.shows(2, 'Our revenue', 'a lot');
  await expect(await grid.cell(2, 'Our revenue')).toHaveAttribute('aria-invalid', 'true');
  await grid.write(2, 'Our revenue', '7');
  await expect(await grid.cell(2, 'Our revenue')).not.toHaveAttribute('aria-invalid', 'true');
});

test('everything can be undone and done again', async ({ kontor, page }) => {
  await kontor.imported(list(3));
  const { grid } = kontor;
  await grid.write(1, 'Name', 'First');
  await grid.write(2, 'Name', 'Second');
  await grid.press('Control+z');
  await grid.shows(2, 'Name', 'Client 2');
  await grid.shows(1, 'Name', 'First');
  await grid.press('Control+z');
  await grid.shows(1, 'Name', 'Client 1');
  await grid.press('Control+y');
  await grid.shows(1, 'Name', 'First');
  await grid.press('Control+Shift+z');
  await grid.shows(2, 'Name', 'Second');
  await expect(kontor.redoButton).toBeDisabled();
  await kontor.undoButton.click();
  await grid.shows(2, 'Name', 'Client 2');
  await expect(page.getByRole('grid')).toBeVisible();
});

test('a heading sorts, numbers as numbers, and an edit stays with its client', async ({ kontor }) => {
  await kontor.imported(list(12));
  const { grid } = kontor;
  await grid.sort('Our revenue');
  await expect(grid.header('Our revenue')).toHaveAttribute('aria-sort', /ascending|descending/);
  const direction = await grid.header('Our revenue').getAttribute('aria-sort');
  if (direction === 'ascending') await grid.sort('Our revenue');
  await expect(grid.header('Our revenue')).toHaveAttribute('aria-sort', 'descending');
  await grid.shows(1, 'Name', 'Client 12');
  await grid.shows(12, 'Name', 'Client 1');
  await grid.write(1, 'Name', 'Largest');
  await grid.filter.fill('c12@');
  await grid.hasClients(1);
  await grid.shows(1, 'Name', 'Largest');
});

test('the quick filter looks into every column, and the board shares it, until all clients are wanted', async ({ kontor }) => {
  await kontor.imported(list(20));
  const { grid } = kontor;
  await grid.filter.fill('client 1');
  await grid.hasClients(11);
  await grid.filter.fill('C7@CLIENT');
  await grid.hasClients(1);
  await grid.shows(1, 'Name', 'Client 7');
  await grid.filter.fill('nobody');
  await grid.hasClients(0);
  await kontor.tab('Segments').click();
  const { board } = kontor;
  await expect(board.region).toContainText('0 of 20 clients');
  await board.region.getByRole('button', { name: 'Show all clients' }).click();
  await expect.poll(() => board.total()).toEqual({ count: 20, revenue: 210_000 });
  await kontor.tab('Clients').click();
  await grid.hasClients(20);
});

test('clients are added and deleted, and come back', async ({ kontor, page }) => {
  await kontor.imported(list(3));
  const { grid } = kontor;
  await page.getByRole('button', { name: 'Add client' }).click();
  await grid.hasClients(4);
  await grid.write(4, 'Name', 'Newcomer');
  await grid.shows(4, 'Name', 'Newcomer');
  await grid.select(2, 'Name');
  await page.getByRole('toolbar', { name: 'Client list' }).getByRole('button', { name: 'Delete' }).click();
  await grid.hasClients(3);
  await grid.shows(2, 'Name', 'Client 3');
  await grid.press('Control+z');
  await grid.hasClients(4);
  await grid.shows(2, 'Name', 'Client 2');
});

test("a column of one's own is added and keeps its values over a reload", async ({ kontor, page }) => {
  await kontor.imported(list(3));
  const { grid } = kontor;
  await grid.addColumn('Favourite colour');
  await grid.write(1, 'Favourite colour', 'green');
  await grid.shows(1, 'Favourite colour', 'green');
  await kontor.saved();
  await kontor.reload();
  await grid.shows(1, 'Favourite colour', 'green');
  await expect(page.getByRole('grid')).toBeVisible();
});

test('the status line counts, sums and averages what is selected', async ({ kontor, page }) => {
  await kontor.imported(list(10));
  const { grid } = kontor;
  await grid.select(2, 'Our revenue');
  await grid.press('Shift+ArrowDown', 'Shift+ArrowDown');
  const summary = page.getByRole('group', { name: 'Selection' });
  await expect(summary).toContainText(/Count 3/);
  await expect(summary).toContainText(/Sum 9,000/);
  await expect(summary).toContainText(/Average 3,000/);
});

test('Space opens one client with all its fields, and next and previous walk on', async ({ kontor }) => {
  await kontor.imported(list(3));
  const { grid, panel } = kontor;
  await grid.select(2, 'Name');
  await grid.press('Space');
  await expect(panel.panel).toContainText('Client 2');
  await panel.next.click();
  await expect(panel.panel).toContainText('Client 3');
  await panel.previous.click();
  await panel.previous.click();
  await expect(panel.panel).toContainText('Client 1');
  await expect(panel.previous).toBeDisabled();

  await panel.field('E-mail').fill('new@client.example');
  await panel.field('E-mail').press('Tab');
  await grid.shows(1, 'E-mail', 'new@client.example');
  await panel.close.click();
  await expect(panel.panel).toBeHidden();
});

test('columns are resized with the mouse and from the keyboard', async ({ kontor, page }) => {
  await kontor.imported(list(3));
  const { grid } = kontor;
  const width = async () => (await grid.header('E-mail').boundingBox())!.width;
  const before = await width();
  const edge = grid.resizer('E-mail');
  const box = (await edge.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 80, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(width).toBeGreaterThan(before + 50);

  await grid.select(1, 'E-mail');
  const wide = await width();
  await grid.press('Alt+Shift+ArrowLeft');
  await expect.poll(width).toBeLessThan(wide);
});

test('the heading and the first column stay while the rest scrolls', async ({ kontor, page }) => {
  await kontor.demo();
  const { grid } = kontor;
  const name = await grid.header('Name').boundingBox();
  await grid.select(1, 'Name');
  await grid.press('Control+ArrowDown', 'End');
  await expect(grid.row(120)).toBeVisible();
  await expect(grid.header('Name')).toBeInViewport();
  expect(await grid.header('Name').boundingBox()).toEqual(name);
  await expect(await grid.cell(120, 'Name')).toBeInViewport();
  await expect(page.getByRole('grid')).toBeVisible();
});
