// The dialog "Analyses".
import { expect, type Locator, type Page } from '@playwright/test';

export class Analyses {
  readonly dialog: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Analyses' });
  }

  /** Opens it from the Segments sheet. */
  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Analyses', exact: true }).click();
    await expect(this.table('RFM')).toBeVisible();
  }

  table(name: string): Locator {
    return this.dialog.getByRole('table', { name, exact: true });
  }

  /** The fullest cell of a heat map, and how many clients it says that it has. */
  async fullest(name: string): Promise<{ cell: Locator; count: number }> {
    const cells = this.table(name).locator('button[data-count]');
    const counts = await cells.evaluateAll((all) => all.map((cell) => Number(cell.getAttribute('data-count'))));
    const count = Math.max(...counts);
    return { cell: cells.nth(counts.indexOf(count)), count };
  }

  setting(label: string): Locator {
    return this.dialog.getByRole('spinbutton', { name: label, exact: true });
  }

  async openSettings(): Promise<void> {
    await this.dialog.getByText('Settings of the analyses', { exact: true }).click();
  }
}
