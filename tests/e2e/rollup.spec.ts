// Order lines that become clients, and months that become their history.
import { text, workbook } from './support/files';
import { expect, test } from './support/test';

const LEDGER = text(
  'orders.csv',
  [
    'Order date,Order no,Customer,Product,Quantity,Unit price,Amount',
    '2023-01-10,A1,Acme,Nut,1,5,5.10',
    '2024-03-02,A2,Acme,Bolt,2,5,10.20',
    '2024-03-02,A2,Acme,Nut,1,1,1.05',
    '2024-03-09,A3,Duff,Nut,1,7,7',
    '2024-03-10,A4,Duff,Nut,-1,2,-2',
    '2024-03-12,A5,Duff,Nut,1,2,2',
  ].join('\n'),
);

test('order lines become one client each, and the totals are shown before', async ({ kontor }) => {
  await kontor.start.empty.click();
  await kontor.import.open();
  await kontor.import.choose(LEDGER);
  const rollup = kontor.import.rollup;
  await expect(rollup.lines).toBeChecked();
  await expect(rollup.role('Client').locator('option:checked')).toHaveText('Customer');
  await expect(rollup.role('Date').locator('option:checked')).toHaveText('Order date');
  await expect(rollup.role('Amount').locator('option:checked')).toHaveText('Amount');
  await expect(rollup.role('Order number').locator('option:checked')).toHaveText('Order no');
  await expect(rollup.total(/^In the file/)).toContainText('23.35');
  await expect(rollup.total(/^After/)).toContainText('23.35');
  await expect(rollup.total(/credit notes/)).toContainText('1');
  expect(await kontor.import.submit()).toBe(2);
  await expect(kontor.notice(/rolled up: 6, clients: 2/)).toBeVisible();
  await kontor.grid.hasClients(2);
  await kontor.grid.shows(1, 'Name', 'Acme');
  await kontor.grid.shows(1, 'Our revenue', '11.25');
  await kontor.grid.shows(1, 'Orders', '1');
  await kontor.grid.shows(1, 'First order', '01/10/2023');
  await kontor.grid.shows(2, 'Our revenue', '7');
  await kontor.undoButton.click();
  await kontor.grid.hasClients(0);
});

test('rows can be clients all the same, and another column the amount', async ({ kontor }) => {
  await kontor.start.empty.click();
  await kontor.import.open();
  await kontor.import.choose(LEDGER);
  const rollup = kontor.import.rollup;
  await rollup.clients.check();
  expect(await kontor.import.promised()).toBe(6);
  await rollup.lines.check();
  expect(await kontor.import.promised()).toBe(2);
  await rollup.role('Amount').selectOption({ label: 'Quantity × price' });
  await expect(rollup.total(/^In the file/)).toContainText('23');
  await rollup.role('Client').selectOption({ label: 'Product' });
  await expect(rollup.total(/^After/)).toContainText('2');
  await kontor.import.proposes('Product', 'Name');
  await kontor.import.submit();
  expect(await kontor.grid.column('Name', 2)).toEqual(['Nut', 'Bolt']);
});

test('months as columns become the history, or stay columns', async ({ kontor }) => {
  const file = workbook('months.xlsx', [
    {
      name: 'Sales',
      rows: [
        ['Client', 'City', 'Jan 2024', 'Feb 2024', 'Mar 2024'],
        ['Acme', 'Bonn', 1, 2, 4],
        ['Duff', 'Kiel', '', 5, ''],
      ],
    },
  ]);
  await kontor.start.empty.click();
  await kontor.import.open();
  await kontor.import.choose(file);
  await expect(kontor.import.rollup.months).toBeChecked();
  await kontor.import.proposes('Jan 2024', 'Leave out');
  await kontor.import.rollup.months.uncheck();
  await kontor.import.proposes('Jan 2024', 'Own column');
  await kontor.import.rollup.months.check();
  await kontor.import.submit();
  await kontor.grid.shows(1, 'Our revenue', '7');
  await kontor.grid.shows(2, 'Our revenue', '5');
  await expect(kontor.grid.header('Jan 2024')).toHaveCount(0);
});

test('months without a year are of the year that the person says', async ({ kontor }) => {
  const file = workbook('list.xlsx', [
    {
      name: 'Sales 2022',
      rows: [
        ['Client', 'City', 'Nov', 'Dec', 'Jan'],
        ['Acme', 'Bonn', 1, 2, 4],
        ['Duff', 'Kiel', '', 5, ''],
      ],
    },
  ]);
  await kontor.start.empty.click();
  await kontor.import.open();
  await kontor.import.choose(file);
  await expect(kontor.import.rollup.months).toBeChecked();
  await expect(kontor.import.rollup.firstYear).toHaveValue('2022');
  await kontor.import.rollup.months.uncheck();
  await expect(kontor.import.rollup.firstYear).toHaveCount(0);
  await kontor.import.rollup.months.check();
  await kontor.import.rollup.firstYear.fill('2023');
  await kontor.import.rollup.firstYear.press('Tab');
  await kontor.import.submit();
  await kontor.grid.shows(1, 'Our revenue', '7');
  await kontor.grid.select(1, 'Name');
  await kontor.grid.press('Space');
  const history = kontor.panel.panel.getByRole('table', { name: 'Monthly sales' });
  await expect(history.getByRole('row').nth(1)).toContainText('2024');
  await expect(history.getByRole('row').nth(2)).toContainText('2023');
});

test('rows that do not look like order lines can be some all the same', async ({ kontor }) => {
  await kontor.start.empty.click();
  await kontor.import.open();
  await kontor.import.choose(text('list.csv', 'Company,Our revenue,City\nAcme,5,Bonn\nDuff,7,Kiel\nAcme,6,Bonn'));
  const rollup = kontor.import.rollup;
  await expect(rollup.clients).toBeChecked();
  expect(await kontor.import.promised()).toBe(3);
  await rollup.lines.check();
  expect(await kontor.import.promised()).toBe(2);
  await expect(rollup.total(/^After/)).toContainText('18');
  await rollup.clients.check();
  expect(await kontor.import.promised()).toBe(3);
  await rollup.lines.check();
  expect(await kontor.import.submit()).toBe(2);
  await kontor.grid.shows(1, 'Our revenue', '11');
});
