// The dialog "Import clients".
import { expect, type Locator, type Page } from '@playwright/test';
import type { Upload } from '../support/files';
import { Rollup } from './rollup';

export class ImportDialog {
  readonly dialog: Locator;
  readonly file: Locator;
  readonly sheet: Locator;
  readonly headingRow: Locator;
  readonly confirm: Locator;
  readonly cancel: Locator;
  readonly done: Locator;
  readonly alert: Locator;
  readonly progress: Locator;
  readonly preview: Locator;
  /** Which table of the sheet. */
  readonly table: Locator;
  /** Rows that are no clients. */
  readonly leftOut: Locator;
  /** What the rows are, where they may be order lines. */
  readonly rollup: Rollup;
  /** The values that did not fit, after the import. */
  readonly misfits: Locator;
  /** Saves the rows that have such values. */
  readonly saveRows: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Import clients' });
    this.file = this.dialog.getByLabel('File', { exact: true });
    this.sheet = this.dialog.getByRole('combobox', { name: 'Sheet', exact: true });
    this.headingRow = this.dialog.getByRole('spinbutton', { name: 'Heading row' });
    this.confirm = this.dialog.getByRole('button', { name: /^Import [\d,]+ clients?$/ });
    this.cancel = this.dialog.getByRole('button', { name: 'Cancel' });
    this.done = this.dialog.getByRole('button', { name: 'Done' });
    this.alert = this.dialog.getByRole('alert');
    this.progress = this.dialog.getByRole('progressbar');
    this.preview = this.dialog.getByRole('table', { name: 'Preview of the first rows' });
    this.table = this.dialog.getByRole('combobox', { name: 'Table', exact: true });
    this.leftOut = this.dialog.getByRole('table', { name: 'Rows that are left out' });
    this.rollup = new Rollup(this.dialog);
    this.saveRows = this.dialog.getByRole('button', { name: 'Save these rows' });
    this.misfits = this.dialog.getByRole('table', { name: 'Values that did not fit' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('toolbar').getByRole('button', { name: 'Import', exact: true }).click();
    await expect(this.dialog).toBeVisible();
  }

  async choose(file: string | Upload): Promise<void> {
    await this.file.setInputFiles(file);
  }

  /** Another sheet, unless there is only one. */
  async chooseSheet(name: string): Promise<void> {
    await expect(this.headingRow).toBeVisible();
    if ((await this.sheet.count()) > 0 && (await this.sheet.isEnabled())) await this.sheet.selectOption({ label: name });
  }

  field(heading: string): Locator {
    return this.dialog.getByRole('combobox', { name: `Field for ${heading}`, exact: true });
  }

  /** The type of an own column. */
  kind(heading: string): Locator {
    return this.dialog.getByRole('combobox', { name: `Kind of ${heading}`, exact: true });
  }

  /** What a column is proposed to be. */
  async proposes(heading: string, field: string): Promise<void> {
    await expect(this.field(heading).locator('option:checked')).toHaveText(field);
  }

  /** A question about a column, by its words. */
  question(words: string): Locator {
    return this.dialog.getByRole('radiogroup', { name: new RegExp(words.replace(/[/.?]/g, '\\$&')) });
  }

  async answer(question: Locator, answer: string | RegExp): Promise<void> {
    await question.getByRole('radio', { name: answer }).check();
  }

  /** How many clients the button promises. */
  async promised(): Promise<number> {
    await expect(this.confirm).toBeEnabled();
    const name = await this.confirm.innerText();
    return Number(name.replace(/\D/g, ''));
  }

  /** Imports as things stand and closes the dialog. Returns how many clients were promised. */
  async submit(): Promise<number> {
    const promised = await this.promised();
    await this.confirm.click();
    await expect(this.confirm).toBeHidden();
    await expect(this.done.or(this.page.getByRole('grid', { name: 'Clients' })).first()).toBeVisible();
    if (await this.done.isVisible()) await this.done.click();
    await expect(this.dialog).toBeHidden();
    return promised;
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close' }).click();
    await expect(this.dialog).toBeHidden();
  }
}
