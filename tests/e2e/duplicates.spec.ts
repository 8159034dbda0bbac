import AxeBuilder from '@axe-core/playwright';
import { DuplicatesDialog } from './pages/duplicates';
import { text } from './support/files';
import { expect, test } from './support/test';

const CLIENTS = text(
  'twins.csv',
  [
    'Company,Phone,E-mail,Our revenue,Manager,Region',
    'Acme Trading Ltd,+44 20 7946 0018,sales@acme.example,1000,Ann,Leeds',
    'Bolt & Nut GmbH,,info@bolt.example,500,Bob,Bonn',
    'ACME TRADING,020 7946 0018,,250,Cid,Leeds',
    'Bolt Nut,,office@bolt.example,,Bob,Bonn',
    'Filiale 1,,,10,Dan,Bonn',
    'Filiale 2,,,20,Dan,Bonn',
  ].join('\n'),
);

test('pairs are offered with their reason, merged field by field, and taken apart after a reload', async ({ kontor, page }) => {
  await kontor.imported(CLIENTS);
  const duplicates = new DuplicatesDialog(page);
  await duplicates.open();
  await duplicates.hasLeft(2);
  await expect(duplicates.pairs.nth(0)).toContainText('Same name and phone');
  await expect(duplicates.pairs.nth(1)).toContainText('Same name and e-mail domain');
  expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([]);

  await duplicates.choice('Our revenue', '1,250').check();
  await duplicates.choice('Manager', 'Cid').check();
  await duplicates.merge.click();
  await duplicates.hasLeft(1);
  await duplicates.close();
  await kontor.grid.hasClients(5);
  await kontor.grid.shows(1, 'Name', 'Acme Trading Ltd');
  await kontor.grid.shows(1, 'Our revenue', '1,250');
  await kontor.grid.shows(1, 'Manager', 'Cid');
  await kontor.grid.write(1, 'Region', 'York');
  await kontor.saved();

  await kontor.reload();
  await kontor.grid.hasClients(5);
  await duplicates.open();
  await duplicates.list('Merged before');
  await duplicates.takeApart('ACME TRADING').click();
  await duplicates.close();
  await kontor.grid.hasClients(6);
  await kontor.grid.shows(1, 'Our revenue', '1,000');
  await kontor.grid.shows(1, 'Manager', 'Ann');
  await kontor.grid.shows(1, 'Region', 'York');
  await kontor.grid.shows(3, 'Name', 'ACME TRADING');
});

test('a pair is put off, kept apart for good, and a merge is one undo', async ({ kontor, page }) => {
  await kontor.imported(CLIENTS);
  const duplicates = new DuplicatesDialog(page);
  await duplicates.open();
  await duplicates.hasLeft(2);
  await duplicates.askLater.click();
  await duplicates.hasLeft(1);
  await duplicates.keepBoth.click();
  await duplicates.hasLeft(0);
  await expect(duplicates.dialog).toContainText('Nothing left to decide.');
  await duplicates.list('Asked later');
  await expect(duplicates.pairs).toHaveCount(1);
  await duplicates.merge.click();
  await duplicates.close();
  await kontor.grid.hasClients(5);
  await kontor.undoButton.click();
  await kontor.grid.hasClients(6);
  await duplicates.open();
  await duplicates.hasLeft(0);
  await duplicates.list('Asked later');
  await expect(duplicates.pairs).toHaveCount(1);
});

test('the keyboard alone is enough', async ({ kontor, page }) => {
  await kontor.imported(CLIENTS);
  const duplicates = new DuplicatesDialog(page);
  await duplicates.open();
  await duplicates.pairs.nth(0).getByRole('button').focus();
  await page.keyboard.press('ArrowDown');
  await expect(duplicates.pairs.nth(1).getByRole('button')).toBeFocused();
  await expect(duplicates.table).toContainText('Bolt');
  await duplicates.merge.focus();
  await page.keyboard.press('Enter');
  await duplicates.hasLeft(1);
  await expect(duplicates.merge).toBeFocused();
  await page.keyboard.press('Enter');
  await duplicates.hasLeft(0);
  await duplicates.close();
  await kontor.grid.hasClients(4);
});

test('a list without duplicates says so', async ({ kontor, page }) => {
  await kontor.imported(text('two.csv', 'Company,E-mail\nAcme,a@acme.example\nBolt,b@bolt.example'));
  const duplicates = new DuplicatesDialog(page);
  await duplicates.open();
  await expect(duplicates.dialog).toContainText('No duplicates found.');
});
