// What the rows of a file are, in the dialog "Import clients".
import type { Locator } from '@playwright/test';

export class Rollup {
  readonly lines: Locator;
  readonly clients: Locator;
  readonly months: Locator;
  /** Asked where the months' headings name no year. */
  readonly firstYear: Locator;
  readonly totals: Locator;

  constructor(private readonly dialog: Locator) {
    const rows = dialog.getByRole('radiogroup', { name: 'Rows are' });
    this.lines = rows.getByRole('radio', { name: 'Order lines: one client each' });
    this.clients = rows.getByRole('radio', { name: 'Clients: one row each' });
    this.months = dialog.getByRole('checkbox', { name: 'Keep months as history' });
    this.firstYear = dialog.getByRole('spinbutton', { name: 'Year of the first month' });
    this.totals = dialog.getByRole('table', { name: 'Totals' });
  }

  /** The list of columns for a part of the order line. */
  role(name: 'Client' | 'Date' | 'Amount' | 'Order number'): Locator {
    return this.dialog.getByRole('combobox', { name, exact: true });
  }

  /** A line of the totals. */
  total(name: RegExp): Locator {
    return this.totals.getByRole('row', { name });
  }
}
