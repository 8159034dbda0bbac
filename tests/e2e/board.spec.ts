import { list, text } from './support/files';
import { expect, test } from './support/test';

const REVENUES = [500, 700, 900, 20_000, 40_000, 900_000];
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
    'Ministry of Roads,info@roads.gov,,New,Ida,700,',
  ].join('\n'),
);
const TOTAL = { count: 7, revenue: REVENUES.reduce((sum, revenue) => sum + revenue, 0) };

test('clients stand in their segments, and the columns add up to the whole list', async ({ kontor }) => {
  await kontor.imported(LIST);
  const { board } = kontor;
  await board.open();
  await expect(board.columns).toHaveCount(4);
  expect(await board.total()).toEqual(TOTAL);
  expect(await board.sums('state')).toEqual({ count: 1, revenue: 0 });
  expect(await board.sums('small')).toEqual({ count: 3, revenue: 2_100 });
  expect(await board.sums('medium')).toEqual({ count: 2, revenue: 60_000 });
  expect(await board.sums('large')).toEqual({ count: 1, revenue: 900_000 });
  await expect(board.column('state')).toHaveAccessibleName(/^State-owned/);
  await expect(board.card('Giant SE')).toBeVisible();
});

test('the board groups by stage, manager and any own choice, always over all clients', async ({ kontor }) => {
  await kontor.imported(LIST);
  const { board } = kontor;
  await board.open();
  await board.group('Stage');
  await expect(board.column('Offer')).toHaveAttribute('data-count', '2');
  expect(await board.sums('Offer')).toEqual({ count: 2, revenue: 940_000 });
  expect(await board.total()).toEqual(TOTAL);
  await board.group('Manager');
  await expect(board.column('Ida')).toHaveAttribute('data-count', '4');
  expect(await board.sums('Ida')).toEqual({ count: 4, revenue: 41_400 });
  expect(await board.total()).toEqual(TOTAL);
});

test('thousands of clients are summed whole, though only those in sight are in the page', async ({ kontor }) => {
  await kontor.imported(list(10_000));
  const { board } = kontor;
  await board.open();
  await expect.poll(() => board.total()).toEqual({ count: 10_000, revenue: 50_005_000_000 });
  expect(await board.columns.getByRole('listitem').count()).toBeLessThan(400);
});

test('a card moved from the keyboard edits the client, and undo moves it back', async ({ kontor }) => {
  await kontor.imported(LIST);
  const { board } = kontor;
  await board.open();
  await board.group('Stage');
  await board.move('Giant SE', 'Won');
  await expect(board.column('Won')).toHaveAttribute('data-count', '3');
  expect(await board.sums('Won')).toEqual({ count: 3, revenue: 920_900 });
  expect(await board.total()).toEqual(TOTAL);
  await kontor.tab('Clients').click();
  await kontor.grid.shows(6, 'Stage', 'Won');
  await kontor.undoButton.click();
  await kontor.grid.shows(6, 'Stage', 'Offer');
});

test('a card is dragged with the mouse', async ({ kontor, page }) => {
  await kontor.imported(LIST);
  const { board } = kontor;
  await board.open();
  await board.group('Stage');
  const from = (await board.card('Giant SE').boundingBox())!;
  const to = (await board.column('Won').boundingBox())!;
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 20, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + 20, { steps: 5 });
  await page.mouse.up();
  await expect(board.column('Won')).toHaveAttribute('data-count', '3');
  await expect(board.column('Won').getByText('Giant SE', { exact: true })).toBeVisible();
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true });

  test('a card is lifted by a long press, and moved', async ({ kontor, page }) => {
    await kontor.imported(LIST);
    const { board } = kontor;
    await board.open();
    await board.group('Stage');
    const from = (await board.card('Giant SE').boundingBox())!;
    const to = (await board.column('Won').boundingBox())!;
    const finger = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    const start = { x: from.x + 40, y: from.y + 15 };
    await touch('touchStart', [start]);
    await expect(board.card('Giant SE')).toHaveClass(/is-lifted/);
    const end = { x: to.x + to.width / 2, y: to.y + 30 };
    for (const part of [0.3, 0.6, 1]) {
      await touch('touchMove', [{ x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part }]);
    }
    await touch('touchEnd', []);
    await expect(board.column('Won')).toHaveAttribute('data-count', '3');
    await expect(board.column('Won').getByText('Giant SE', { exact: true })).toBeVisible();
  });
});

test("a person's own choice of segment is kept and marked, and can be taken back", async ({ kontor }) => {
  await kontor.imported(LIST);
  const { board } = kontor;
  await board.open();
  await board.move('Giant SE', 'Small');
  await expect(board.column('small')).toHaveAttribute('data-count', '4');
  await expect(board.card('Giant SE')).toContainText('Chosen by you');
  await kontor.saved();
  await kontor.reload();
  await board.open();
  await expect(board.column('small').getByText('Giant SE', { exact: true })).toBeVisible();
  await board.card('Giant SE').getByRole('button', { name: /^Take the choice back/ }).click();
  await expect(board.column('large')).toHaveAttribute('data-count', '1');
  await expect(board.card('Giant SE')).not.toContainText('Chosen by you');
});

test('where the finding is not sure, it asks', async ({ kontor }) => {
  await kontor.imported(text('scarce.csv', 'Company,E-mail,Phone\nAcme,a@acme.example,+1 555 0100'));
  const { board } = kontor;
  await board.open();
  const ask = board.region.getByRole('button', { name: 'Confirm the segment of Acme' });
  await ask.click();
  await kontor.page.getByRole('menuitemradio', { name: /^Yes, it is/ }).click();
  await expect(ask).toHaveCount(0);
  await expect(board.card('Acme')).toContainText('Chosen by you');
});

test('the evidence for a segment stands on the client', async ({ kontor }) => {
  await kontor.imported(LIST);
  const { board, panel } = kontor;
  await board.open();
  await board.card('Ministry of Roads').click();
  await expect(panel.panel).toContainText('roads.gov');
  await expect(panel.panel).toContainText(/Ministry/i);
});

test("the chart says with the person's own numbers who brings the revenue", async ({ kontor }) => {
  await kontor.imported(list(10));
  const { board } = kontor;
  await board.open();
  // The two largest of ten bring 19,000 of 55,000.
  const figure = kontor.page.getByRole('figure', { name: /20 % of your clients bring 3[45](\.\d)? % of the revenue|20% .* 3[45](\.\d)?%/ });
  await expect(figure).toBeVisible();
  await expect(figure.getByRole('table')).toHaveCount(1);
});

test('beside the board stands what suits that segment', async ({ kontor }) => {
  await kontor.imported(LIST);
  await kontor.board.open();
  const advice = kontor.page.getByRole('button', { name: 'Advice for State-owned' });
  await advice.click();
  await expect(kontor.page.getByText('Follow the tenders')).toBeVisible();
});
