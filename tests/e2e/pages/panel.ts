// The side panel with one client, whose name it bears.
import { type Locator, type Page } from '@playwright/test';

export class Panel {
  readonly panel: Locator;
  readonly next: Locator;
  readonly previous: Locator;
  readonly close: Locator;

  constructor(page: Page) {
    this.panel = page.getByRole('complementary');
    this.next = this.panel.getByRole('button', { name: 'Next client' });
    this.previous = this.panel.getByRole('button', { name: 'Previous client' });
    this.close = this.panel.getByRole('button', { name: 'Close' });
  }

  field(name: string): Locator {
    return this.panel.getByLabel(name, { exact: true });
  }

  heading(): Locator {
    return this.panel.getByRole('heading').first();
  }
}
