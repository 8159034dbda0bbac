// The frame of the page: start screen, tabs, toolbar and status line.
import { expect, type Download, type Locator, type Page } from '@playwright/test';
import { Board } from './board';
import { Grid } from './grid';
import { ImportDialog } from './import';
import { Panel } from './panel';
import { Start } from './start';
import type { Upload } from '../support/files';

export class Kontor {
  readonly start: Start;
  readonly grid: Grid;
  readonly board: Board;
  readonly panel: Panel;
  readonly import: ImportDialog;
  readonly undoButton: Locator;
  readonly redoButton: Locator;

  constructor(readonly page: Page) {
    this.start = new Start(page);
    this.grid = new Grid(page);
    this.board = new Board(page);
    this.panel = new Panel(page);
    this.import = new ImportDialog(page);
    this.undoButton = page.getByRole('button', { name: 'Undo', exact: true });
    this.redoButton = page.getByRole('button', { name: 'Redo', exact: true });
  }

  /** A message in passing, or one that stays. */
  notice(text: string | RegExp): Locator {
    return this.page.getByRole('status').or(this.page.getByRole('alert')).filter({ hasText: text });
  }

  status(text: string | RegExp): Locator {
    return this.page.getByRole('status').filter({ hasText: text });
  }

  tab(name: string): Locator {
    return this.page.getByRole('tablist', { name: 'Sheets' }).getByRole('tab', { name });
  }

  /** The demo, with its clients in the grid. */
  async demo(): Promise<void> {
    await this.start.demo.click();
    await this.grid.hasClients(120);
  }

  /** Back to the start screen. */
  async home(): Promise<void> {
    await this.command('All workbooks');
    await expect(this.start.empty).toBeVisible();
  }

  /** An empty workbook into which a file was imported as proposed. */
  async imported(file: string | Upload): Promise<number> {
    await this.start.empty.click();
    await this.import.open();
    await this.import.choose(file);
    return this.import.submit();
  }

  async saved(): Promise<void> {
    await expect(this.status(/^Saved/)).toBeVisible();
  }

  /** The page asked for again, with its workbook on the screen. */
  async reload(): Promise<void> {
    await this.page.reload();
    await expect(this.tab('Clients')).toBeVisible();
  }

  /** Chooses a line of the workbook's menu. */
  async command(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Workbook: / }).click();
    await this.page.getByRole('menuitem', { name }).click();
  }

  async saveBackup(): Promise<Download> {
    const download = this.page.waitForEvent('download');
    await this.command('Save backup');
    return download;
  }

  async openBackup(path: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.command('Open backup');
    await (await chooser).setFiles(path);
  }

  async speak(language: string): Promise<void> {
    await this.page.getByRole('combobox', { name: /^(Language|语言|Язык)$/ }).selectOption({ label: language });
  }
}
