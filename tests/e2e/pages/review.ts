// The dialog "Review changes".
import { expect, type Locator, type Page } from '@playwright/test';

export class ReviewDialog {
  readonly dialog: Locator;
  readonly changes: Locator;
  readonly all: Locator;
  readonly none: Locator;
  readonly take: Locator;
  readonly cancel: Locator;
  /** Whether the clients that the list lacks are to go. */
  readonly deleteMissing: Locator;
  /** In the import dialog: whether the list updates the clients. */
  readonly update: Locator;
  readonly add: Locator;
  readonly open: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Review changes' });
    this.changes = this.dialog.getByRole('table', { name: 'Changes' });
    this.all = this.dialog.getByRole('button', { name: 'All', exact: true });
    this.none = this.dialog.getByRole('button', { name: 'None', exact: true });
    this.take = this.dialog.getByRole('button', { name: /^Take [\d,]+ changes?$/ });
    this.cancel = this.dialog.getByRole('button', { name: 'Cancel' });
    this.deleteMissing = this.dialog.getByRole('checkbox', { name: /^Delete the [\d,]+ clients? that/ });
    const importing = page.getByRole('dialog', { name: 'Import clients' });
    this.update = importing.getByRole('radio', { name: 'Update the clients (review changes)' });
    this.add = importing.getByRole('radio', { name: 'Add all as new clients' });
    this.open = importing.getByRole('button', { name: 'Review changes' });
  }

  rows(change: 'added' | 'changed' | 'deleted'): Locator {
    return this.changes.locator(`tr[data-change="${change}"]`);
  }

  row(name: string): Locator {
    return this.changes.getByRole('row').filter({ has: this.changes.page().getByRole('rowheader', { name, exact: true }) });
  }

  only(name: RegExp): Locator {
    return this.dialog.getByRole('radio', { name });
  }

  async isGone(): Promise<void> {
    await expect(this.dialog).toBeHidden();
  }
}
