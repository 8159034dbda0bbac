// The start screen with the list of workbooks.
import type { Locator, Page } from '@playwright/test';

export class Start {
  readonly importList: Locator;
  readonly demo: Locator;
  readonly empty: Locator;
  readonly workbooks: Locator;

  constructor(private readonly page: Page) {
    this.importList = page.getByRole('button', { name: 'Import a client list' });
    this.demo = page.getByRole('button', { name: 'Try the demo' });
    this.empty = page.getByRole('button', { name: 'Start empty' });
    this.workbooks = page.getByRole('region', { name: 'Workbooks' }).getByRole('listitem');
  }

  private more(title: string): Locator {
    return this.page.getByRole('button', { name: `More for ${title}`, exact: true });
  }

  workbook(title: string): Locator {
    return this.workbooks.filter({ has: this.more(title) });
  }

  async titles(): Promise<string[]> {
    const names = await this.workbooks
      .getByRole('button', { name: /^More for / })
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
    return names.map((name) => name.replace(/^More for /, ''));
  }

  async open(title: string): Promise<void> {
    await this.workbook(title).getByRole('button').first().click();
  }

  async openBackup(path: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Open backup' }).click();
    await (await chooser).setFiles(path);
  }

  /** Chooses "Rename", "Duplicate" or "Delete" for a workbook. */
  async command(title: string, command: string): Promise<void> {
    await this.more(title).click();
    await this.page.getByRole('menuitem', { name: command }).click();
  }

  async rename(title: string, to: string): Promise<void> {
    await this.command(title, 'Rename');
    const box = this.page.getByRole('dialog').getByRole('textbox', { name: 'Title' });
    await box.fill(to);
    await box.press('Enter');
  }
}
