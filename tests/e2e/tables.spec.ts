import { text, workbook } from './support/files';
import { expect, test } from './support/test';

const HEADINGS = ['Company', 'City', 'E-mail', 'Our revenue'];
const BOLT = ['Bolt', 'Bonn', 'b@bolt.example', 100];
const CORK = ['Cork', 'Ulm', 'c@cork.example', 250];
const DUNN = ['Dunn', 'Kiel', 'd@dunn.example', 40];

test('a total and a note are left out, shown with the reason, and can be taken in', async ({ kontor }) => {
  await kontor.start.empty.click();
  await kontor.import.open();
  const rows = [HEADINGS, BOLT, CORK, ['Total', '', '', 350], [], ['As of March']];
  await kontor.import.choose(workbook('list.xlsx', [{ name: 'Clients', rows }]));
  expect(await kontor.import.promised()).toBe(2);
  await expect(kontor.import.leftOut.getByRole('row', { name: /4.*Total · 350.*A total/ })).toBeVisible();
  await expect(kontor.import.leftOut.getByRole('row', { name: /6.*As of March.*note/ })).toBeVisible();
  await kontor.import.leftOut.getByRole('checkbox', { name: 'Take in row 4' }).check();
  expect(await kontor.import.promised()).toBe(3);
  await kontor.import.leftOut.getByRole('checkbox', { name: 'Take in row 4' }).uncheck();
  expect(await kontor.import.submit()).toBe(2);
  await kontor.grid.hasClients(2);
});

test('sheets with the same headings are taken together', async ({ kontor }) => {
  await kontor.start.empty.click();
  await kontor.import.open();
  await kontor.import.choose(
    workbook('regions.xlsx', [
      { name: 'North', rows: [HEADINGS, BOLT] },
      { name: 'South', rows: [['Regional office'], HEADINGS, CORK, DUNN] },
      { name: 'Notes', rows: [['Term', 'Meaning'], ['net', 'without tax']] },
    ]),
  );
  expect(await kontor.import.promised()).toBe(1);
  const also = kontor.import.dialog.getByRole('group', { name: 'Also take' });
  await expect(also.getByRole('checkbox')).toHaveCount(1);
  await also.getByRole('checkbox', { name: 'South' }).check();
  await expect(kontor.import.confirm).toHaveText(/3/);
  expect(await kontor.import.submit()).toBe(3);
  expect(await kontor.grid.column('Name', 3)).toEqual(['Bolt', 'Cork', 'Dunn']);
});

test('one of two stacked tables is taken, and the other can be', async ({ kontor }) => {
  await kontor.start.empty.click();
  await kontor.import.open();
  const rows = [HEADINGS, BOLT, CORK, [], ['Item', 'Price'], ['Pipe', 5], ['Nut', 7], ['Cap', 9]];
  await kontor.import.choose(workbook('two.xlsx', [{ name: 'Sheet1', rows }]));
  expect(await kontor.import.promised()).toBe(2);
  await kontor.import.table.selectOption({ label: 'A5:B8 · Item, Price' });
  await expect(kontor.import.field('Price')).toBeVisible();
  await expect(kontor.import.headingRow).toHaveValue('5');
  expect(await kontor.import.promised()).toBe(3);
  await kontor.import.table.selectOption({ label: 'The whole sheet' });
  await expect(kontor.import.confirm).toHaveText(/6/);
});

test('hidden rows are asked about, and merged cells count for each of their rows', async ({ kontor }) => {
  await kontor.start.empty.click();
  await kontor.import.open();
  const rows = [HEADINGS, BOLT, ['Cork', '', 'c@cork.example', 250], DUNN];
  await kontor.import.choose(workbook('list.xlsx', [{ name: 'Clients', rows, hiddenRows: [4], merged: ['B2:B3'] }]));
  expect(await kontor.import.promised()).toBe(3);
  await kontor.import.dialog.getByRole('checkbox', { name: 'Take in 1 hidden row' }).uncheck();
  expect(await kontor.import.submit()).toBe(2);
  await kontor.grid.shows(2, 'Region', 'Bonn');
});

test('a mapping is remembered for the same headings, said, and can be forgotten', async ({ kontor }) => {
  const file = (city: string) => text('shops.csv', ['Company,Shop,E-mail', `Bolt,${city},b@bolt.example`].join('\n'));
  await kontor.start.empty.click();
  await kontor.import.open();
  await kontor.import.choose(file('Bonn'));
  await kontor.import.field('Shop').selectOption({ label: 'Region' });
  await kontor.import.submit();
  await kontor.import.open();
  await kontor.import.choose(file('Ulm'));
  await kontor.import.proposes('Shop', 'Region');
  await expect(kontor.import.dialog).toContainText('As last time');
  await kontor.import.dialog.getByRole('button', { name: 'Forget' }).click();
  await kontor.import.proposes('Shop', 'Own column');
  await expect(kontor.import.dialog).not.toContainText('As last time');
});
