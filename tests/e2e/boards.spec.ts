import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { list, text } from './support/files';
import { expect, test } from './support/test';

const LIST = text(
  'clients.csv',
  [
    'Company,E-mail,Our revenue,Stage,Manager,Employees,Annual revenue',
    'Tiny Ltd,a@tiny.example,500,New,Ida,3,100000',
    'Little Ltd,b@little.example,700,New,Tom,8,900000',
    'Short Ltd,c@short.example,900,Won,Ida,12,1900000',
    'Middle AG,d@middle.example,20000,Won,Tom,120,22000000',
    'Centre AG,e@centre.example,40000,Offer,Ida,200,41000000',
    'Giant SE,f@giant.example,900000,Offer,Tom,9000,4000000000',
  ].join('\n'),
);
const TOTAL = { count: 6, revenue: 962_100 };

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target).join(' | ')}`);
}

test('own stages stand in their order even when empty, with limits and weighted sums', async ({ kontor, page }) => {
  await kontor.imported(LIST);
  const { board } = kontor;
  await board.open();
  await board.group('Stage');
  await board.region.getByRole('button', { name: 'Stages' }).click();
  const dialog = page.getByRole('dialog', { name: 'Stages' });
  await dialog.getByRole('button', { name: 'Small', exact: true }).click();
  await dialog.getByRole('button', { name: 'Add the stages in use' }).click();
  await dialog.getByRole('button', { name: 'Add a stage' }).click();
  await expect(dialog.getByRole('button', { name: 'Save stages' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Name of stage 3' }).fill('Call');
  await dialog.getByRole('button', { name: 'Move stage 3 up' }).click();
  await dialog.getByRole('button', { name: 'Move stage 2 up' }).click();
  await dialog.getByRole('textbox', { name: 'Name of stage 2' }).fill('First talk');
  await dialog.getByRole('textbox', { name: 'Probability of stage 2, %' }).fill('25');
  await dialog.getByRole('textbox', { name: 'Limit of stage 2' }).fill('1');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save stages' }).click();
  const order = await board.columns.evaluateAll((columns) => columns.map((column) => (column as HTMLElement).dataset.group));
  expect(order.slice(0, 3)).toEqual(['Call', 'First talk', 'Won']);
  expect(await board.sums('Call')).toEqual({ count: 0, revenue: 0 });
  expect(await board.sums('First talk')).toEqual({ count: 2, revenue: 1_200 });
  await expect(board.region).toContainText('Over the limit: 2 of 1');
  await expect(board.region).toContainText(/Weighted.*300/);
  await kontor.undoButton.click();
  await expect(board.column('New')).toHaveAttribute('data-count', '2');
  await expect(board.column('Call')).toHaveCount(0);
});

test('swimlanes cut every column into cells that add up to it', async ({ kontor, page }) => {
  await kontor.imported(LIST);
  const { board } = kontor;
  await board.open();
  await board.group('Stage');
  const lanes = board.region.getByRole('combobox', { name: 'Swimlanes' });
  await expect(lanes.getByRole('option').first()).toHaveText('None');
  await lanes.selectOption({ label: 'Manager' });
  await expect(board.region.getByRole('region', { name: 'Ida' })).toBeVisible();
  await expect(board.column('Won')).toHaveCount(2);
  expect(await board.total()).toEqual(TOTAL);
  const cell = board.region.locator('[data-group="Won"][data-of-lane="Ida"]');
  await expect(cell).toHaveAttribute('data-revenue', '900');
  await board.move('Tiny Ltd', 'Won');
  await expect(cell).toHaveAttribute('data-revenue', '1400');
  expect(await violations(page)).toEqual([]);
});

test('a collapsed column keeps its sums, and a saved board brings it all back', async ({ kontor, page }) => {
  await kontor.imported(LIST);
  const { board } = kontor;
  await board.open();
  await board.group('Stage');
  await board.region.getByRole('button', { name: 'Column Won' }).click();
  await expect(board.card('Middle AG')).toHaveCount(0);
  expect(await board.total()).toEqual(TOTAL);
  await board.region.getByRole('button', { name: 'Boards' }).click();
  await page.getByRole('menuitem', { name: 'Save and manage boards…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Boards' });
  await dialog.getByRole('textbox', { name: 'Name of the board' }).fill('Monday');
  await dialog.getByRole('button', { name: 'Save board' }).click();
  await expect(dialog.getByRole('button', { name: 'Monday', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await board.group('Manager');
  await kontor.saved();
  await kontor.reload();
  await expect(board.column('Won')).toBeAttached();
  await expect(board.region.getByRole('button', { name: 'Column Won' })).toHaveAttribute('aria-expanded', 'false');
  expect(await violations(page)).toEqual([]);
});

test('the board shows the clients that pass the filter of the sheet, and says so', async ({ kontor }) => {
  await kontor.imported(LIST);
  await kontor.grid.filter.fill('ltd');
  const { board } = kontor;
  await board.open();
  await expect(board.region).toContainText('3 of 6 clients');
  expect(await board.total()).toEqual({ count: 3, revenue: 2_100 });
  await board.region.getByRole('button', { name: 'Show all clients' }).click();
  await expect.poll(() => board.total()).toEqual(TOTAL);
});

test('many selected cards move together, and one undo takes them back', async ({ kontor, page }) => {
  await kontor.imported(LIST);
  const { board } = kontor;
  await board.open();
  await board.group('Stage');
  await board.card('Giant SE').click({ modifiers: ['ControlOrMeta'] });
  await board.card('Tiny Ltd').click({ modifiers: ['ControlOrMeta'] });
  await expect(board.region.getByText('2 cards selected').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await board.move('Tiny Ltd', 'Won');
  await expect(board.column('Won')).toHaveAttribute('data-count', '4');
  await expect(board.region).toContainText('Moved 2 clients to Won');
  await kontor.undoButton.click();
  await expect(board.column('Won')).toHaveAttribute('data-count', '2');
  await expect(board.column('Offer')).toHaveAttribute('data-count', '2');
});

test('Space selects from the keyboard, and the selected cards are dragged together', async ({ kontor, page }) => {
  await kontor.imported(LIST);
  const { board } = kontor;
  await board.open();
  await board.group('Stage');
  await board.card('Giant SE').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(board.region.getByText('2 cards selected').first()).toBeVisible();
  const from = (await board.card('Giant SE').boundingBox())!;
  const to = (await board.column('Won').boundingBox())!;
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 20, { steps: 5 });
  await page.mouse.up();
  await expect(board.column('Won')).toHaveAttribute('data-count', '4');
  await expect(board.column('Offer')).toHaveAttribute('data-count', '0');
});

test('a presentation shows no name and no amount, until Escape', async ({ kontor, page }) => {
  await kontor.imported(LIST);
  const { board } = kontor;
  await board.open();
  await board.region.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(board.region.getByRole('button', { name: 'End presentation' })).toBeFocused();
  await expect(board.region).toContainText('Client 6');
  await expect(board.region).not.toContainText('Giant SE');
  expect(await board.region.innerHTML()).not.toMatch(/Giant|900,000|900000/);
  expect(await violations(page)).toEqual([]);
  await board.region.getByRole('combobox', { name: 'Names' }).selectOption({ label: 'Initials' });
  await expect(board.region).toContainText('GS');
  await page.keyboard.press('Escape');
  await expect(board.card('Giant SE')).toBeVisible();
});

test('a printed board has every card', async ({ kontor, page }) => {
  await kontor.imported(list(500));
  await kontor.board.open();
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.board-print li')).toHaveCount(500);
  await expect(page.locator('.board-print li').last()).toBeVisible();
  await expect(kontor.board.groupBy).toBeHidden();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.board-print')).toHaveCount(0);
});

test.describe('in a narrow window', () => {
  test.use({ viewport: { width: 390, height: 780 } });

  test('lanes and collapsed columns never make the page wider', async ({ kontor, page }) => {
    await kontor.imported(LIST);
    const { board } = kontor;
    await board.open();
    await board.group('Stage');
    await board.region.getByRole('combobox', { name: 'Swimlanes' }).selectOption({ label: 'Manager' });
    await board.region.getByRole('button', { name: 'Column Won' }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
