// Filters, groups and saved views of the grid "Clients".
import { expect, type Locator, type Page } from '@playwright/test';

export class Views {
  readonly chips: Locator;
  readonly dialog: Locator;

  constructor(private readonly page: Page) {
    this.chips = page.getByRole('group', { name: 'Filters, groups and sorting' }).getByRole('listitem');
    this.dialog = page.getByRole('dialog', { name: 'Views' });
  }

  panel(heading: string): Locator {
    return this.page.getByRole('dialog', { name: `Filter ${heading}` });
  }

  /** Opens the filter of a column by the mark in its heading. */
  async filter(heading: string): Promise<Locator> {
    await this.page.getByRole('button', { name: `Filter ${heading}`, exact: true }).click();
    await expect(this.panel(heading)).toBeVisible();
    return this.panel(heading);
  }

  /** Does one of the things that the panel of a column offers. */
  async act(heading: string, action: string): Promise<void> {
    const panel = await this.filter(heading);
    await panel.getByRole('button', { name: action }).click();
    await expect(panel).toBeHidden();
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Views', exact: true }).click();
    await expect(this.dialog).toBeVisible();
  }
}
