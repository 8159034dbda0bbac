import { list } from './support/files';
import { expect, test } from './support/test';

/** Pastes a text, or a table, as another program would hand it over. */
async function paste(page: import('@playwright/test').Page, text: string, html = '') {
  await page.evaluate(
    ([text, html]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      if (html) clipboardData.setData('text/html', html);
      document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [text, html],
  );
}

/** What another program would get of a copy. */
async function copied(page: import('@playwright/test').Page): Promise<{ text: string; html: string }> {
  return page.evaluate(() => {
    const clipboardData = new DataTransfer();
    document.activeElement!.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return { text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') };
  });
}

test('a block is copied with Ctrl+C, pasted with Ctrl+V, and taken back in one step', async ({ kontor }) => {
  await kontor.imported(list(5));
  const { grid } = kontor;
  await grid.select(1, 'Name');
  await grid.press('Shift+ArrowDown', 'Control+c', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Control+v');
  await grid.shows(4, 'Name', 'Client 1');
  await grid.shows(5, 'Name', 'Client 2');
  await kontor.undoButton.click();
  await grid.shows(4, 'Name', 'Client 4');
  await grid.shows(5, 'Name', 'Client 5');
});

test('what another spreadsheet hands over is read, and clients are added only when one agrees', async ({ kontor, page }) => {
  await kontor.imported(list(2));
  const { grid } = kontor;
  await grid.select(2, 'Name');
  await paste(page, '"Nord ""&"" Süd"\tLarge\r\nWest\tsmall\r\n');
  const dialog = page.getByRole('dialog', { name: 'Paste' });
  await expect(dialog).toContainText('1 row');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await grid.hasClients(2);
  await grid.shows(2, 'Name', 'Client 2');

  await grid.select(2, 'Name');
  await paste(page, '"Nord ""&"" Süd"\tLarge\r\nWest\tsmall\r\n');
  await dialog.getByRole('button', { name: 'Add and paste' }).click();
  await grid.hasClients(3);
  await grid.shows(2, 'Name', 'Nord "&" Süd');
  await grid.shows(2, 'Segment', /Large/);
  await grid.shows(3, 'Name', 'West');
  await kontor.undoButton.click();
  await grid.hasClients(2);
  await grid.shows(2, 'Name', 'Client 2');
});

test('a value that does not fit takes no other one\'s place unasked', async ({ kontor, page }) => {
  await kontor.imported(list(3));
  const { grid } = kontor;
  await grid.select(1, 'Our revenue');
  await paste(page, 'soon\r\n7\r\n');
  const dialog = page.getByRole('dialog', { name: 'Paste' });
  await expect(dialog).toContainText('1 value does not fit');
  await expect(dialog.getByRole('table')).toContainText('soon');
  await dialog.getByRole('button', { name: 'Skip those' }).click();
  await grid.shows(1, 'Our revenue', '1,000');
  await grid.shows(2, 'Our revenue', '7');

  await grid.select(1, 'Our revenue');
  await paste(page, 'soon');
  await dialog.getByRole('button', { name: 'Paste anyway' }).click();
  await grid.shows(1, 'Our revenue', 'soon');
  await expect(await grid.cell(1, 'Our revenue')).toHaveAttribute('aria-invalid', 'true');
  await expect(kontor.notice(/1 value did not fit/)).toBeVisible();
  await grid.press('Control+z');
  await grid.shows(1, 'Our revenue', '1,000');
});

test('Ctrl+D fills down, and what is cut is moved by the paste', async ({ kontor }) => {
  await kontor.imported(list(3));
  const { grid } = kontor;
  await grid.select(1, 'Name');
  await grid.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
  await grid.shows(3, 'Name', 'Client 1');
  await grid.select(2, 'Name');
  await grid.press('Control+z');
  await grid.shows(3, 'Name', 'Client 3');
  await grid.select(2, 'Name');
  await grid.press('Control+x');
  await grid.shows(2, 'Name', 'Client 2');
  await expect(await grid.cell(2, 'Name')).toHaveClass(/\bcut-top\b.*\bcut-left\b/);
  await grid.select(3, 'Name');
  await grid.press('Control+v');
  await grid.shows(2, 'Name', '');
  await grid.shows(3, 'Name', 'Client 2');
  await grid.press('Control+z');
  await grid.shows(2, 'Name', 'Client 2');
  await grid.shows(3, 'Name', 'Client 3');
});

test('Escape lets go of what was cut, and the paste is then a copy', async ({ kontor }) => {
  await kontor.imported(list(3));
  const { grid } = kontor;
  await grid.select(1, 'Name');
  await grid.press('Control+x');
  await expect(await grid.cell(1, 'Name')).toHaveClass(/\bcut\b/);
  await grid.press('Escape');
  await expect(await grid.cell(1, 'Name')).not.toHaveClass(/\bcut\b/);
  await grid.select(2, 'Name');
  await grid.press('Control+v');
  await grid.shows(1, 'Name', 'Client 1');
  await grid.shows(2, 'Name', 'Client 1');
});

test('a block goes into each of several ranges', async ({ kontor, page }) => {
  await kontor.imported(list(6));
  const { grid } = kontor;
  await grid.select(1, 'Our revenue');
  await (await grid.cell(3, 'Our revenue')).click({ modifiers: ['Control'] });
  await grid.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
  await paste(page, '7\r\n8\r\n');
  expect(await grid.column('Our revenue', 6)).toEqual(['7', '8', '7', '8', '7', '8']);
  await grid.press('Control+z');
  await grid.shows(6, 'Our revenue', '6,000');
});

test('a copy is a text and a table, and the table of a spreadsheet is read with its spans and line breaks', async ({ kontor, page }) => {
  await kontor.imported(list(4));
  const { grid } = kontor;
  await grid.select(1, 'Our revenue');
  await grid.press('Shift+ArrowDown');
  const copy = await copied(page);
  expect(copy.text).toBe('1000\r\n2000\r\n');
  expect(copy.html).toContain('<td>1000</td>');

  await grid.select(2, 'Name');
  const html = `<html><head><style><!-- td { } --></style></head><body><!--StartFragment--><table border=0>
    <tr><td rowspan=2>Nord<br>GmbH &amp;
      Co</td><td>large</td></tr>
    <tr><td>small</td></tr></table><!--EndFragment--></body></html>`;
  await paste(page, 'not\tthis', html);
  await grid.shows(2, 'Name', /^Nord\s+GmbH & Co$/);
  await grid.shows(2, 'Segment', /Large/);
  await grid.shows(3, 'Name', '');
  await grid.shows(3, 'Segment', /Small/);
  await grid.press('Control+z');
  await grid.shows(2, 'Name', 'Client 2');
});
