import { ReviewDialog } from './pages/review';
import { fixture, list, renamed, saved, text, workbook } from './support/files';
import { expect, test } from './support/test';

const EUROPEAN = ['Café Müller GmbH', 'Naïve Systems s.r.o.', 'Smith, Jones & Co'];

for (const [file, names] of [
  ['utf8.csv', EUROPEAN],
  ['utf8-bom.csv', EUROPEAN],
  ['utf16.csv', EUROPEAN],
  ['tabs.tsv', EUROPEAN],
  ['windows-1252.csv', ['Café Müller GmbH', 'Élan & Söhne AG', 'Ångström Pumpen KG']],
  ['windows-1251.csv', ['ООО «Ромашка»', 'ФГУП «Почта Севера»', 'ИП Щукин Ёжи']],
  ['gb18030.csv', ['上海朗格机械有限公司', '北京市第四医院', '镕𠮷餐饮(深圳)有限公司']],
] as const) {
  test(`${file} is read in its own encoding`, async ({ kontor }) => {
    expect(await kontor.imported(fixture(file))).toBe(names.length);
    await kontor.grid.hasClients(names.length);
    expect(await kontor.grid.column('Name', names.length)).toEqual(names);
  });
}

test('a file is recognised by its content, not by its name', async ({ kontor }) => {
  expect(await kontor.imported(renamed(fixture('utf8.csv'), 'export.xls'))).toBe(3);
  await kontor.grid.shows(1, 'Name', EUROPEAN[0]);
});

test('Russian headings and thousands of roubles are understood', async ({ kontor }) => {
  await kontor.start.empty.click();
  await kontor.import.open();
  await kontor.import.choose(fixture('windows-1251.csv'));
  await kontor.import.proposes('Клиент', 'Name');
  await kontor.import.proposes('Контактное лицо', 'Contact');
  await kontor.import.proposes('Численность', 'Employees');
  await kontor.import.proposes('Отгрузки, тыс. руб.', 'Our revenue');
  await kontor.import.submit();
  await kontor.grid.shows(1, 'Our revenue', /1,250,500/);
  await kontor.grid.shows(2, 'Our revenue', /48,000,000/);
  await kontor.grid.shows(3, 'Our revenue', /90,250/);
});

test('Chinese headings and tens of thousands of yuan are understood', async ({ kontor }) => {
  await kontor.start.empty.click();
  await kontor.import.open();
  await kontor.import.choose(fixture('gb18030.csv'));
  await kontor.import.proposes('客户名称', 'Name');
  await kontor.import.proposes('邮箱', 'E-mail');
  await kontor.import.proposes('销售额(万元)', 'Our revenue');
  await kontor.import.proposes('最近下单', 'Last order');
  await kontor.import.submit();
  await kontor.grid.shows(1, 'Our revenue', /1,255,000/);
  await kontor.grid.shows(3, 'Our revenue', /32,000/);
  await kontor.grid.shows(2, 'Last order', /2025/);
});

test('numbers with a decimal comma are numbers', async ({ kontor }) => {
  await kontor.imported(fixture('windows-1252.csv'));
  await kontor.board.open();
  expect((await kontor.board.total()).revenue).toBeCloseTo(1234.5 + 56000 + 980.25, 2);
});

test('the dialog shows what it proposes, why, and the rows themselves', async ({ kontor }) => {
  await kontor.start.empty.click();
  await kontor.import.open();
  await kontor.import.choose(list(25));
  await kontor.import.proposes('Company', 'Name');
  await expect(kontor.import.dialog).toContainText('Known heading');
  await expect(kontor.import.headingRow).toHaveValue('1');
  await expect(kontor.import.dialog.getByText('Client 20', { exact: true })).toBeVisible();
  await expect(kontor.import.dialog.getByText('Client 21', { exact: true })).toHaveCount(0);
  expect(await kontor.import.promised()).toBe(25);
});

test('day or month first is asked with an example, and the answer counts', async ({ kontor }) => {
  await kontor.start.empty.click();
  await kontor.import.open();
  await kontor.import.choose(fixture('ambiguous-dates.csv'));
  await kontor.import.proposes('First order', 'First order');
  // One column can be read both ways; the other has a day above twelve and answers for itself.
  const question = kontor.import.question('03/04/2024');
  await expect(question).toBeVisible();
  await expect(kontor.import.question('01/12/2024')).toHaveCount(0);
  await kontor.import.answer(question, /day first/);
  await kontor.import.submit();
  await kontor.grid.shows(1, 'First order', '04/03/2024');
  await kontor.grid.shows(1, 'Last order', '12/01/2024');
});

test('whose revenue it is, is asked and not guessed', async ({ kontor }) => {
  await kontor.start.empty.click();
  await kontor.import.open();
  await kontor.import.choose(fixture('whose-revenue.csv'));
  const question = kontor.import.question('Whose revenue');
  await expect(question).toBeVisible();
  await kontor.import.answer(question, 'What we sell to the client');
  await kontor.import.submit();
  await kontor.board.open();
  expect((await kontor.board.total()).revenue).toBe(12_500);
});

test('a value that does not fit is kept as written, flagged, and listed with its place and reason', async ({ kontor }) => {
  await kontor.start.empty.click();
  await kontor.import.open();
  await kontor.import.choose(fixture('misfits.csv'));
  await kontor.import.confirm.click();
  for (const line of [/2.*Employees.*about fifty/, /3.*Our revenue.*n\/a/, /3.*First order.*31\.02\.2024/]) {
    await expect(kontor.import.misfits.getByRole('row', { name: line })).toBeVisible();
  }
  await kontor.import.done.click();
  await kontor.page.getByRole('button', { name: 'Show them' }).click();
  await expect(kontor.import.misfits.getByRole('row', { name: /about fifty/ })).toBeVisible();
  await kontor.import.done.click();
  await kontor.grid.hasClients(3);
  await kontor.grid.shows(1, 'Employees', /about fifty/);
  await kontor.grid.shows(2, 'Our revenue', /n\/a/);
  await kontor.grid.shows(2, 'First order', /31\.02\.2024/);
  await expect(await kontor.grid.cell(1, 'Employees')).toHaveAttribute('aria-invalid', 'true');
  await expect(await kontor.grid.cell(3, 'Employees')).not.toHaveAttribute('aria-invalid', 'true');
});

test('rows with problems are saved, corrected, and imported again', async ({ kontor, page }, info) => {
  await kontor.start.empty.click();
  await kontor.import.open();
  await kontor.import.choose(fixture('misfits.csv'));
  await kontor.import.confirm.click();
  await expect(kontor.import.misfits).toBeVisible();
  const download = page.waitForEvent('download');
  await kontor.import.saveRows.click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('misfits – Rows to correct.xlsx');
  const path = info.outputPath('rows.xlsx');
  await file.saveAs(path);
  const [headings, ...rows] = saved(path);
  expect(headings).toEqual(['Company', 'Phone', 'Employees', 'Our revenue', 'First order', 'Why']);
  expect(rows.map(([company]) => company)).toEqual(['Acme', 'Bolt']);
  expect(rows[0][5]).toMatch(/^Row 2: Employees: /);
  expect(rows[1][5]).toMatch(/^Row 3: Our revenue: .+; First order: /);
  await kontor.import.done.click();

  rows[0][2] = 50;
  rows[1][3] = 500;
  rows[1][4] = '2024-03-31';
  await kontor.import.open();
  await kontor.import.choose(workbook('rows.xlsx', [{ name: 'Rows to correct', rows: [headings, ...rows] }]));
  await kontor.import.proposes('Why', 'Leave out');
  const review = new ReviewDialog(page);
  await expect(review.update).toBeChecked();
  await review.open.click();
  await expect(review.rows('changed')).toHaveCount(2);
  await expect(review.rows('added')).toHaveCount(0);
  await expect(review.row('Acme').locator('ins')).toHaveText('50');
  await review.take.click();
  await review.isGone();
  await kontor.grid.hasClients(3);
  await kontor.grid.shows(1, 'Employees', '50');
  await kontor.grid.shows(2, 'Our revenue', '500');
  await expect(await kontor.grid.cell(1, 'Employees')).not.toHaveAttribute('aria-invalid', 'true');
});

test('columns without a known meaning come along as own columns, and can be left out', async ({ kontor }) => {
  await kontor.start.empty.click();
  await kontor.import.open();
  await kontor.import.choose(fixture('own-columns.csv'));
  await kontor.import.proposes('Favourite colour', 'Own column');
  await kontor.import.field('Fax').selectOption({ label: 'Leave out' });
  await kontor.import.submit();
  await kontor.grid.shows(1, 'Favourite colour', 'green');
  await expect(kontor.grid.header('Fax')).toHaveCount(0);
});

test('a column of the person’s own gets the type of its values, and another can be chosen', async ({ kontor }) => {
  await kontor.start.empty.click();
  await kontor.import.open();
  await kontor.import.choose(
    text(
      'list.csv',
      'Company,Page of a project,Fair visited,Machine hall\nAcme,https://acme.example/a,yes,12\nBolt,www.bolt.example,no,15',
    ),
  );
  for (const [heading, kind] of [
    ['Page of a project', 'Link'],
    ['Fair visited', 'Yes/no'],
    ['Machine hall', 'Number'],
  ]) {
    await expect(kontor.import.kind(heading).locator('option:checked')).toHaveText(kind);
  }
  await kontor.import.kind('Machine hall').selectOption({ label: 'Text' });
  await kontor.import.submit();
  await kontor.grid.shows(1, 'Machine hall', '12');
});

test('one import is one step of undo', async ({ kontor }) => {
  await kontor.imported(fixture('utf8.csv'));
  await kontor.grid.hasClients(3);
  await kontor.import.open();
  await kontor.import.choose(list(5));
  await kontor.import.submit();
  await kontor.grid.hasClients(8);
  await kontor.undoButton.click();
  await kontor.grid.hasClients(3);
  await kontor.redoButton.click();
  await kontor.grid.hasClients(8);
});

test('the sheet with the clients is found among others, below its letterhead', async ({ kontor }) => {
  const file = workbook('book.xlsx', [
    { name: 'Read me', rows: [['This workbook was exported'], ['on a Monday']] },
    {
      name: 'Clients 2026',
      rows: [
        ['Acme Trading Ltd'],
        ['', 'All clients, Monday'],
        ['Company', 'Phone', 'E-mail', 'Our revenue', 'First order'],
        ['Bolt', '+1 555 0101', 'b@bolt.example', 1234.5, new Date(Date.UTC(2024, 2, 15))],
        ['Cork', '+1 555 0102', 'c@cork.example', 980, new Date(Date.UTC(2023, 10, 2))],
      ],
    },
  ]);
  await kontor.start.empty.click();
  await kontor.import.open();
  await kontor.import.choose(file);
  await expect(kontor.import.sheet.locator('option:checked')).toHaveText('Clients 2026');
  await expect(kontor.import.headingRow).toHaveValue('3');
  expect(await kontor.import.submit()).toBe(2);
  await kontor.grid.shows(1, 'Name', 'Bolt');
  await kontor.grid.shows(1, 'First order', '03/15/2024');
});

test('another sheet and another heading row can be chosen', async ({ kontor }) => {
  const file = workbook('book.xlsx', [
    { name: 'North', rows: [['Company', 'Phone', 'E-mail'], ['Bolt', '1', 'b@b.example']] },
    { name: 'South', rows: [['Firm', 'Fax'], ['Cork', '2'], ['Dunn', '3']] },
  ]);
  await kontor.start.empty.click();
  await kontor.import.open();
  await kontor.import.choose(file);
  await expect(kontor.import.sheet.locator('option:checked')).toHaveText('North');
  await kontor.import.sheet.selectOption({ label: 'South' });
  await expect(kontor.import.field('Firm')).toBeVisible();
  await kontor.import.headingRow.fill('2');
  await kontor.import.headingRow.press('Tab');
  await expect(kontor.import.field('Cork')).toBeVisible();
  expect(await kontor.import.promised()).toBe(1);
});

test('cancelled while reading, it leaves nothing behind and the next import works', async ({ kontor }) => {
  await kontor.start.empty.click();
  await kontor.import.open();
  const cells = Array.from({ length: 12 }, (_, column) => `column ${column}`);
  const rows = Array.from({ length: 60_000 }, (_, row) => cells.map((cell) => `${cell} ${row}`));
  await kontor.import.choose(workbook('long.xlsx', [{ name: 'Long', rows: [cells, ...rows] }]));
  await expect(kontor.import.progress).toBeVisible();
  await kontor.import.cancel.click();
  await expect(kontor.import.progress).toBeHidden();
  if (await kontor.import.dialog.isVisible()) await kontor.import.close();
  await kontor.import.open();
  await kontor.import.choose(fixture('utf8.csv'));
  expect(await kontor.import.submit()).toBe(3);
  await kontor.grid.hasClients(3);
});

test('an empty file says so and the dialog goes on', async ({ kontor }) => {
  await kontor.start.empty.click();
  await kontor.import.open();
  await kontor.import.choose(text('nothing.csv', ''));
  await expect(kontor.import.alert).toContainText('empty');
  await kontor.import.choose(fixture('utf8.csv'));
  expect(await kontor.import.submit()).toBe(3);
});
