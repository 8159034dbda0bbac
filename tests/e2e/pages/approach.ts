// The approach to a client: its sections in the panel, and the list "This week".
import { expect, type Locator, type Page } from '@playwright/test';

export class Approach {
  readonly region: Locator;
  readonly button: Locator;
  readonly dialog: Locator;
  readonly list: Locator;
  readonly toDo: Locator;

  constructor(private readonly page: Page) {
    this.region = page.getByRole('complementary').getByRole('region', { name: 'Approach' });
    this.button = page.getByRole('button', { name: /^This week/ });
    this.dialog = page.getByRole('dialog', { name: 'This week' });
    this.list = this.dialog.getByRole('list', { name: 'This week', exact: true });
    this.toDo = this.region.getByRole('list', { name: 'To do for this client' });
  }

  /** Opens the list from the Segments sheet. */
  async open(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Segments' }).click();
    await this.button.click();
    await expect(this.list).toBeVisible();
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.dialog).toBeHidden();
  }

  /** The lines about a client. */
  lines(client: string): Locator {
    const button = this.page.getByRole('button', { name: client, exact: true });
    return this.list.locator('[data-reason]').filter({ has: button });
  }

  /** Opens a client from the list. */
  async openClient(client: string): Promise<void> {
    await this.lines(client).first().getByRole('button', { name: client, exact: true }).click();
    await expect(this.dialog).toBeHidden();
    await expect(this.region).toBeVisible();
  }

  section(key: string): Locator {
    return this.region.locator(`details[data-section="${key}"]`);
  }

  async unfold(key: string): Promise<Locator> {
    const section = this.section(key);
    if ((await section.getAttribute('open')) === null) await section.locator('summary').click();
    await expect(section).toHaveAttribute('open');
    return section;
  }

  /** A row of a section, as in "Meeting 1". */
  row(section: Locator, name: string): Locator {
    return section.getByRole('group', { name, exact: true });
  }
}

/** A day as date inputs have it, so many days from today. */
export function day(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  const part = (number: number) => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${part(day.getMonth() + 1)}-${part(day.getDate())}`;
}
