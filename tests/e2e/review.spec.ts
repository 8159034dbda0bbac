import AxeBuilder from '@axe-core/playwright';
import { ReviewDialog } from './pages/review';
import { list, text } from './support/files';
import { expect, test } from './support/test';

const FIRST = text('clients.csv', 'Company,E-mail,Our revenue\nAcme,a@acme.example,100\nBolt,b@bolt.example,200\nCork,c@cork.example,300\n');
const SECOND = text(
  'clients.csv',
  'Company,E-mail,Our revenue\nAcme,a@acme.example,150\nBolt,,200\nCork,new@cork.example,300\nDunn,d@dunn.example,400\n',
);

test('a list that comes again is shown as a difference, and one undo takes it back', async ({ kontor }) => {
  const review = new ReviewDialog(kontor.page);
  await kontor.imported(FIRST);
  await kontor.grid.hasClients(3);
  await kontor.import.open();
  await kontor.import.choose(SECOND);
  await expect(review.update).toBeChecked();
  await review.open.click();
  await expect(review.rows('changed')).toHaveCount(2);
  await expect(review.rows('added')).toHaveCount(1);
  await expect(review.rows('deleted')).toHaveCount(0);
  await expect(review.row('Acme').locator('del')).toHaveText('100');
  await expect(review.row('Acme').locator('ins')).toHaveText('150');
  // An empty cell overwrites nothing.
  await expect(review.row('Bolt')).toHaveCount(0);
  await expect(review.take).toHaveText('Take 3 changes');
  await review.take.click();
  await review.isGone();
  await kontor.grid.hasClients(4);
  await kontor.grid.shows(1, 'Our revenue', '150');
  await kontor.grid.shows(2, 'E-mail', 'b@bolt.example');
  await kontor.grid.shows(3, 'E-mail', 'new@cork.example');
  await kontor.undoButton.click();
  await kontor.grid.hasClients(3);
  await kontor.grid.shows(1, 'Our revenue', '100');
  await kontor.grid.shows(3, 'E-mail', 'c@cork.example');
  await kontor.redoButton.click();
  await kontor.grid.hasClients(4);
});

test('some, none, or nothing at all is taken', async ({ kontor }) => {
  const review = new ReviewDialog(kontor.page);
  await kontor.imported(FIRST);
  await kontor.import.open();
  await kontor.import.choose(SECOND);
  await review.open.click();
  await review.none.click();
  await expect(review.take).toBeDisabled();
  await review.row('Acme').getByRole('checkbox').check();
  await expect(review.take).toHaveText('Take 1 change');
  await review.only(/^Added/).check();
  await expect(review.rows('changed')).toHaveCount(0);
  await expect(review.rows('added')).toHaveCount(1);
  await review.take.click();
  await review.isGone();
  await kontor.grid.hasClients(3);
  await kontor.grid.shows(1, 'Our revenue', '150');
  await kontor.grid.shows(3, 'E-mail', 'c@cork.example');
  await kontor.import.open();
  await kontor.import.choose(SECOND);
  await review.open.click();
  await review.cancel.click();
  await review.isGone();
  await kontor.grid.hasClients(3);
});

test('clients that a list lacks stay, unless they are to go', async ({ kontor }) => {
  const review = new ReviewDialog(kontor.page);
  await kontor.imported(FIRST);
  await kontor.import.open();
  await kontor.import.choose(text('clients.csv', 'Company,Our revenue\nAcme,150\nBolt,200\n'));
  await review.open.click();
  await expect(review.rows('deleted')).toHaveCount(1);
  await expect(review.row('Cork')).toContainText('Not in this list');
  await expect(review.row('Cork').getByRole('checkbox')).toBeDisabled();
  await review.all.click();
  await expect(review.take).toHaveText('Take 1 change');
  await expect(review.deleteMissing).not.toBeChecked();
  await review.deleteMissing.check();
  await expect(review.take).toHaveText('Take 2 changes');
  await review.take.click();
  await review.isGone();
  await kontor.grid.hasClients(2);
  await kontor.undoButton.click();
  await kontor.grid.hasClients(3);
});

test('months of a ledger that comes again are taken with the rest', async ({ kontor }) => {
  const review = new ReviewDialog(kontor.page);
  const ledger = (lines: string[]) => text('orders.csv', ['Order date,Order no,Customer,Amount', ...lines].join('\n'));
  const january = ['2024-01-10,A1,Acme,5', '2024-01-12,A2,Duff,7', '2024-01-20,A3,Duff,1', '2024-01-21,A5,Duff,2'];
  await kontor.imported(ledger(january));
  await kontor.grid.hasClients(2);
  await kontor.import.open();
  await kontor.import.choose(ledger(['2024-01-10,A1,Acme,6', ...january.slice(1), '2024-02-01,A4,Acme,9']));
  await expect(review.update).toBeChecked();
  await review.open.click();
  await expect(review.row('Acme')).toContainText('1 month added, 1 month changed');
  await expect(review.row('Duff')).toHaveCount(0);
  await review.take.click();
  await review.isGone();
  await kontor.grid.shows(1, 'Our revenue', '15');
  await kontor.saved();
  await kontor.reload();
  await kontor.grid.hasClients(2);
  await kontor.import.open();
  await kontor.import.choose(ledger(['2024-01-10,A1,Acme,6', ...january.slice(1), '2024-02-01,A4,Acme,9']));
  await review.open.click();
  await expect(review.dialog.getByText('No differences', { exact: true })).toBeVisible();
});

test('the same list once more is no difference', async ({ kontor }) => {
  const review = new ReviewDialog(kontor.page);
  await kontor.imported(FIRST);
  await kontor.import.open();
  await kontor.import.choose(FIRST);
  await review.open.click();
  await expect(review.dialog.getByText('No differences', { exact: true })).toBeVisible();
  await review.dialog.getByRole('button', { name: 'Close' }).last().click();
  await review.isGone();
});

test('a list of others is added, unless the person says otherwise', async ({ kontor }) => {
  const review = new ReviewDialog(kontor.page);
  await kontor.imported(FIRST);
  await kontor.import.open();
  await kontor.import.choose(list(5));
  await expect(review.add).toBeChecked();
  expect(await kontor.import.submit()).toBe(5);
  await kontor.grid.hasClients(8);
});

test('the review has no violation that axe finds', async ({ kontor }) => {
  const review = new ReviewDialog(kontor.page);
  await kontor.imported(FIRST);
  await kontor.import.open();
  await kontor.import.choose(SECOND);
  await review.open.click();
  await expect(review.rows('added')).toHaveCount(1);
  const found = await new AxeBuilder({ page: kontor.page }).include('dialog.review').analyze();
  expect(found.violations).toEqual([]);
});
