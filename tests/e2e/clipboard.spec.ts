import { list } from './support/files';
import { expect, test } from './support/test';

/** Pastes a text, as another program would hand it over. */
async function paste(page: import('@playwright/test').Page, text: string) {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
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

test('a value that does not fit is kept, flagged and told', async ({ kontor, page }) => {
  await kontor.imported(list(3));
  const { grid } = kontor;
  await grid.select(1, 'Our revenue');
  await paste(page, 'soon');
  await grid.shows(1, 'Our revenue', 'soon');
  await expect(await grid.cell(1, 'Our revenue')).toHaveAttribute('aria-invalid', 'true');
  await expect(kontor.notice(/1 value did not fit/)).toBeVisible();
});

test('Ctrl+D fills down, and cutting empties what was cut', async ({ kontor }) => {
  await kontor.imported(list(3));
  const { grid } = kontor;
  await grid.select(1, 'Name');
  await grid.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
  await grid.shows(3, 'Name', 'Client 1');
  await grid.select(2, 'Name');
  await grid.press('Control+x');
  await grid.shows(2, 'Name', '');
  await grid.select(3, 'Name');
  await grid.press('Control+v');
  await grid.shows(3, 'Name', 'Client 1');
});
