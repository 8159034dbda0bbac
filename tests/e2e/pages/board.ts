// The region "Segment board".
import { expect, type Locator, type Page } from '@playwright/test';

export interface Sums {
  count: number;
  revenue: number;
}

export class Board {
  readonly region: Locator;
  readonly groupBy: Locator;
  readonly columns: Locator;

  constructor(private readonly page: Page) {
    this.region = page.getByRole('region', { name: 'Segment board' });
    this.groupBy = this.region.getByRole('combobox', { name: 'Group by' });
    this.columns = this.region.locator('[role="list"][data-group], ul[data-group], ol[data-group]');
  }

  async open(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Segments' }).click();
    await expect(this.columns.first()).toBeVisible();
  }

  async group(label: string): Promise<void> {
    await this.groupBy.selectOption({ label });
  }

  column(group: string): Locator {
    return this.region.locator(`[data-group="${group}"]`);
  }

  card(client: string): Locator {
    return this.columns.getByRole('listitem').filter({ has: this.moveButton(client) });
  }

  moveButton(client: string): Locator {
    return this.page.getByRole('button', { name: `Move ${client}`, exact: true });
  }

  async sums(group: string): Promise<Sums> {
    const column = this.column(group);
    return {
      count: Number(await column.getAttribute('data-count')),
      revenue: Number(await column.getAttribute('data-revenue')),
    };
  }

  /** What all columns together come to. */
  async total(): Promise<Sums> {
    return this.columns.evaluateAll((columns) =>
      columns.reduce(
        (sum, { dataset }) => ({
          count: sum.count + Number(dataset.count),
          revenue: sum.revenue + Number(dataset.revenue),
        }),
        { count: 0, revenue: 0 },
      ),
    );
  }

  /** Moves a card by its menu, with the keyboard alone. */
  async move(client: string, to: string): Promise<void> {
    await this.moveButton(client).focus();
    await this.page.keyboard.press('Enter');
    const target = this.page.getByRole('menu').getByText(to, { exact: true });
    await expect(target).toBeVisible();
    await target.press('Enter');
  }
}
