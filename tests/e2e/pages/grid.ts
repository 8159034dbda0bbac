// The grid "Clients". Rows are counted from 1 and without the heading; columns are named by their heading.
import { expect, type Locator, type Page } from '@playwright/test';

export class Grid {
  readonly grid: Locator;
  readonly filter: Locator;
  readonly headers: Locator;

  constructor(private readonly page: Page) {
    this.grid = page.getByRole('grid', { name: 'Clients' });
    this.filter = page.getByRole('searchbox', { name: 'Filter' });
    this.headers = this.grid.getByRole('columnheader');
  }

  async hasClients(count: number): Promise<void> {
    await expect(this.grid).toHaveAttribute('aria-rowcount', String(count + 1));
  }

  row(row: number): Locator {
    return this.grid.locator(`[role="row"][aria-rowindex="${row + 1}"]`);
  }

  header(heading: string): Locator {
    return this.grid.getByRole('columnheader', { name: heading });
  }

  /** Brings a column into view: only the visible ones need to be in the page. */
  async columnIndex(heading: string): Promise<string> {
    await expect(this.header(heading).first()).toBeAttached();
    return (await this.header(heading).first().getAttribute('aria-colindex')) ?? '';
  }

  async cell(row: number, heading: string): Promise<Locator> {
    const column = await this.columnIndex(heading);
    return this.row(row).locator(`[role="gridcell"][aria-colindex="${column}"]`);
  }

  async shows(row: number, heading: string, text: string | RegExp): Promise<void> {
    await expect(await this.cell(row, heading)).toHaveText(text);
  }

  /** The texts of a column in the visible rows, from the first row on. */
  async column(heading: string, rows: number): Promise<string[]> {
    const cells = [];
    for (let row = 1; row <= rows; row += 1) cells.push((await (await this.cell(row, heading)).innerText()).trim());
    return cells;
  }

  async select(row: number, heading: string): Promise<void> {
    await (await this.cell(row, heading)).click();
    await this.isAt(row, heading);
  }

  press(...keys: string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  /** Types over a cell, as one does in a spreadsheet. */
  async write(row: number, heading: string, text: string): Promise<void> {
    await this.select(row, heading);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Which cell the keyboard is in. */
  async isAt(row: number, heading: string): Promise<void> {
    const expected = `${row + 1}/${await this.columnIndex(heading)}`;
    await expect.poll(() => this.active()).toBe(expected);
  }

  active(): Promise<string> {
    return this.grid.evaluate((grid) => {
      const id = grid.getAttribute('aria-activedescendant') ?? document.activeElement?.getAttribute('aria-activedescendant');
      const cell = (id ? document.getElementById(id) : document.activeElement)?.closest('[role="gridcell"]');
      const row = cell?.closest('[role="row"]')?.getAttribute('aria-rowindex');
      return cell ? `${row}/${cell.getAttribute('aria-colindex')}` : 'nowhere';
    });
  }

  async sort(heading: string): Promise<void> {
    const header = this.header(heading).first();
    const button = header.getByRole('button').first();
    await ((await button.count()) > 0 ? button : header).click();
  }

  /** Adds an own column under this title. */
  async addColumn(title: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add column' }).click();
    const box = this.page.getByRole('dialog').getByRole('textbox', { name: 'Title' });
    await box.fill(title);
    await box.press('Enter');
    await expect(this.header(title)).toBeAttached();
  }

  /** What one pulls to make a column wider. */
  resizer(heading: string): Locator {
    return this.header(heading).locator('.grid-grip');
  }
}
