// The dialog "Duplicates".
import { expect, type Locator, type Page } from '@playwright/test';

export class DuplicatesDialog {
  readonly dialog: Locator;
  readonly pairs: Locator;
  readonly table: Locator;
  readonly merge: Locator;
  readonly keepBoth: Locator;
  readonly askLater: Locator;
  readonly left: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Duplicates' });
    this.pairs = this.dialog.getByRole('navigation', { name: 'Pairs of clients' }).getByRole('listitem');
    this.table = this.dialog.getByRole('table', { name: 'Side by side' });
    this.merge = this.dialog.getByRole('button', { name: 'Merge', exact: true });
    this.keepBoth = this.dialog.getByRole('button', { name: 'Keep both' });
    this.askLater = this.dialog.getByRole('button', { name: 'Ask later' });
    this.left = this.dialog.getByRole('status');
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Duplicates', exact: true }).click();
    await expect(this.left).toBeVisible();
  }

  async hasLeft(count: number): Promise<void> {
    await expect(this.left).toHaveText(count === 1 ? '1 pair to decide' : `${count} pairs to decide`);
  }

  /** Shows one of the lists "To decide", "Asked later", "Merged before". */
  async list(name: string): Promise<void> {
    await this.dialog.getByRole('group', { name: 'Which pairs' }).getByRole('button', { name }).click();
  }

  choice(field: string, value: string): Locator {
    return this.table.getByRole('radio', { name: `${field}: ${value}`, exact: true });
  }

  takeApart(name: string): Locator {
    return this.dialog.getByRole('button', { name: new RegExp(`^Take apart: .*${name}`) });
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.dialog).toBeHidden();
  }
}
