import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { fixture, text, workbook } from './support/files';
import { expect, test } from './support/test';

/** The violations, each with the elements that are concerned. */
async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target).join(' | ')}`);
}

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`in ${scheme} colours`, () => {
    test.use({ colorScheme: scheme });

    test('start screen', async ({ kontor, page }) => {
      await expect(kontor.start.demo).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('clients, and a filter that nobody passes', async ({ kontor, page }) => {
      await kontor.demo();
      expect(await violations(page)).toEqual([]);
      await kontor.grid.filter.fill('nobody at all');
      await kontor.grid.hasClients(0);
      expect(await violations(page)).toEqual([]);
    });

    test('a client in the panel', async ({ kontor, page }) => {
      await kontor.demo();
      await kontor.grid.select(2, 'Name');
      await kontor.grid.press('Space');
      await expect(kontor.panel.panel).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('find and replace, go to, and a paste that does not fit', async ({ kontor, page }) => {
      await kontor.demo();
      await kontor.grid.select(1, 'Our revenue');
      await kontor.grid.press('Control+h');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'Find', exact: true }).fill('1');
      await dialog.getByRole('textbox', { name: 'Replace with' }).fill('x');
      await expect(dialog.getByRole('table')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await kontor.grid.press('Control+g');
      await dialog.getByRole('textbox').fill('a');
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await kontor.grid.select(1, 'Our revenue');
      await kontor.grid.press('Control+;');
      await expect(dialog).toContainText('1 value does not fit');
      expect(await violations(page)).toEqual([]);
    });

    test('segments, with the menu of a card and the rules', async ({ kontor, page }) => {
      await kontor.demo();
      await kontor.board.open();
      expect(await violations(page)).toEqual([]);
      await kontor.board.region.getByRole('button', { name: /^Move / }).first().click();
      await expect(page.getByRole('menu')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Segment rules' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('import: empty, asking, failed and with misfits', async ({ kontor, page }) => {
      await kontor.start.empty.click();
      await kontor.import.open();
      expect(await violations(page)).toEqual([]);
      await kontor.import.choose({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) });
      await expect(kontor.import.alert).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await kontor.import.choose(fixture('ambiguous-dates.csv'));
      await expect(kontor.import.confirm).toBeEnabled();
      expect(await violations(page)).toEqual([]);
      await kontor.import.choose(fixture('misfits.csv'));
      await expect(kontor.import.field('Employees')).toBeVisible();
      await kontor.import.confirm.click();
      await expect(kontor.import.done).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('order lines, left-out rows and sheets in the import', async ({ kontor, page }) => {
      await kontor.start.empty.click();
      await kontor.import.open();
      const months = Array.from({ length: 30 }, (_, at) => `Client ${at % 6},2025-${String((at % 12) + 1).padStart(2, '0')}-11,${at}5.50`);
      await kontor.import.choose(text('orders.csv', ['Customer,Date,Amount', ...months].join('\n')));
      await expect(kontor.import.rollup.lines).toBeChecked();
      expect(await violations(page)).toEqual([]);
      const rows = [['Company', 'City', 'Our revenue'], ['Bolt', 'Bonn', 100], ['Cork', 'Ulm', 250], ['Total', '', 350]];
      await kontor.import.choose(workbook('list.xlsx', [{ name: 'North', rows }, { name: 'South', rows }]));
      await expect(kontor.import.leftOut).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('commands, keys and the steps that can be undone', async ({ kontor, page }) => {
      await kontor.demo();
      await kontor.grid.write(1, 'Name', 'Another');
      await page.getByRole('button', { name: 'Steps that can be undone' }).click();
      await expect(page.getByRole('menu', { name: 'Steps that can be undone' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await kontor.grid.press('Control+k');
      await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await kontor.grid.press('F1');
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('workbooks, their menus and dialogs', async ({ kontor, page }) => {
      await kontor.demo();
      await kontor.saved();
      await page.getByRole('button', { name: /^Workbook: / }).click();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('menuitem', { name: 'Rename' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await kontor.home();
      expect(await violations(page)).toEqual([]);
    });
  });
}
