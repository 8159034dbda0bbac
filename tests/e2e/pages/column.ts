// The dialog of a column: "Add column" for a new one, "Column" for one that is there.
import { expect, type Locator, type Page } from '@playwright/test';

export class ColumnDialog {
  readonly dialog: Locator;
  readonly title: Locator;
  readonly type: Locator;
  readonly formula: Locator;
  readonly offered: Locator;
  readonly add: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: /column$/i });
    this.title = this.dialog.getByRole('textbox', { name: 'Title' });
    this.type = this.dialog.getByRole('combobox', { name: 'Type' });
    this.formula = this.dialog.getByRole('combobox', { name: 'Formula' });
    this.offered = this.dialog.getByRole('listbox', { name: 'Functions and columns' });
    this.add = this.dialog.getByRole('button', { name: 'Add', exact: true });
  }

  /** The text of a choice's value, as it was when the dialog was opened. */
  value(text: string): Locator {
    return this.dialog.getByRole('textbox', { name: `Value ${text}`, exact: true });
  }

  /** Adds a value to a choice. */
  async addValue(text: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: 'New value' }).fill(text);
    await this.dialog.getByRole('button', { name: 'Add value' }).click();
    await expect(this.value(text)).toBeVisible();
  }

  /** Opens the dialog of a new column. */
  async open(title: string, type: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add column' }).click();
    await this.title.fill(title);
    await this.type.selectOption(type);
  }

  /** Adds a calculated column. */
  async calculate(title: string, formula: string): Promise<void> {
    await this.open(title, 'Calculated');
    await this.formula.fill(formula);
    await this.add.click();
    await expect(this.dialog).toBeHidden();
  }
}
