// Real files from elsewhere, where they are at hand: `lists` as people keep them, `nasty` to break readers.
import { join } from 'node:path';
import { corpus, corpusTable, fixture, hasCorpus } from './support/files';
import { expect, test } from './support/test';

test.skip(!hasCorpus, 'the corpus is not beside the checkout');

for (const { file, sheet, heading_row: headingRow, data_rows: rows } of corpusTable('lists.tsv')) {
  test(`${file} imports ${rows} rows below row ${headingRow}`, async ({ kontor }) => {
    await kontor.start.empty.click();
    await kontor.import.open();
    await kontor.import.choose(join(corpus, file));
    if (sheet) await kontor.import.chooseSheet(sheet);
    await expect(kontor.import.headingRow).toHaveValue(headingRow);
    await expect(kontor.import.dialog.locator('[aria-busy="true"]')).toHaveCount(0);
    // Some lists are sales ledgers: here each of their rows is counted.
    if ((await kontor.import.rollup.clients.count()) > 0) await kontor.import.rollup.clients.check();
    const promised = await kontor.import.promised();
    // Totals and notes are no clients.
    const leftOut = await kontor.import.leftOut.getByRole('checkbox').count();
    expect(promised + leftOut).toBe(Number(rows));
    await kontor.import.submit();
    await kontor.grid.hasClients(promised);
  });
}

/** What the message must say, by what the table says must happen. */
const WORDS: [RegExp, RegExp][] = [
  [/password/, /password/i],
  [/save it as \.xlsx/, /\.xlsx/],
  [/not a workbook/, /neither a workbook|not a workbook|damaged|empty/i],
  [/empty zip/, /empty|no workbook/i],
  [/picture/, /picture|neither a workbook/i],
];

test.describe('files that break readers', () => {
  test.use({ complaints: 'allowed' });

  for (const { file, 'what must happen': outcome } of corpusTable('nasty.tsv')) {
    test(`${file}: ${outcome}`, async ({ kontor }) => {
      await kontor.demo();
      await kontor.import.open();
      await kontor.import.choose(join(corpus, file));
      const { alert, confirm, sheet } = kontor.import;
      if (/can be chosen/.test(outcome)) {
        await expect(sheet).toBeVisible();
        await expect(sheet.locator('option:not([disabled])')).toHaveCount(2);
      } else if (/or refuse/.test(outcome)) {
        await expect(alert.or(confirm).first()).toBeVisible({ timeout: 60_000 });
      } else {
        await expect(alert).toBeVisible({ timeout: 60_000 });
        await expect(alert).not.toBeEmpty();
        for (const [when, words] of WORDS) if (when.test(outcome)) await expect(alert).toContainText(words);
        if (/naming the sheet/.test(outcome)) await expect(alert).toContainText(/sheet “.+”/i);
      }
      await kontor.import.close();
      await kontor.grid.hasClients(120);
      await expect(kontor.undoButton).toBeDisabled();

      await kontor.import.open();
      await kontor.import.choose(fixture('utf8.csv'));
      await kontor.import.submit();
      await kontor.grid.hasClients(123);
    });
  }
});
