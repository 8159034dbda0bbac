// The dialog "Export".
import { readFileSync } from 'node:fs';
import { expect, type Download, type Locator, type Page } from '@playwright/test';

export class ExportDialog {
  readonly dialog: Locator;
  readonly workbook: Locator;
  readonly text: Locator;
  readonly submit: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Export' });
    this.workbook = this.dialog.getByRole('radio', { name: 'Excel workbook (.xlsx)' });
    this.text = this.dialog.getByRole('radio', { name: 'What is shown, as text (.csv)' });
    this.submit = this.dialog.getByRole('button', { name: 'Export', exact: true });
  }

  async open(): Promise<void> {
    await this.page.getByRole('toolbar').getByRole('button', { name: 'Export', exact: true }).click();
    await expect(this.dialog).toBeVisible();
  }

  /** Writes the file that was chosen, and waits until the dialog is gone. */
  async save(): Promise<Download> {
    const download = this.page.waitForEvent('download');
    await this.submit.click();
    const file = await download;
    await expect(this.dialog).toBeHidden();
    return file;
  }
}

/** The lines of a text file that was saved, without the mark at its beginning. */
export async function lines(download: Download): Promise<string[]> {
  const text = readFileSync(await download.path(), 'utf8');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  return text.slice(1).split('\r\n');
}
