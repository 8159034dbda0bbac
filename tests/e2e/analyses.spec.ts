import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { Analyses } from './pages/analyses';
import { Views } from './pages/views';
import { text } from './support/files';
import { expect, test } from './support/test';

/** The violations, each with the elements that are concerned. */
async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target).join(' | ')}`);
}

/** Acme brings 81 %, Bolt 15 %, the others the rest. */
const LIST = text(
  'clients.csv',
  ['Company,Our revenue,Last order,Orders', 'Acme,810,2026-01-15,12', 'Bolt,150,,', 'Core,30,,', 'Dale,10,,'].join('\n'),
);

test('concentration has figures with captions, for all clients and by segment', async ({ kontor, page }) => {
  await kontor.demo();
  await kontor.board.open();
  const analyses = new Analyses(page);
  await analyses.open();
  await expect(analyses.dialog.getByRole('figure', { name: /The smaller half of the clients brings .*%/ })).toBeVisible();
  await expect(analyses.dialog.locator('figure svg.chart')).toBeVisible();
  await expect(analyses.table('Revenue by share of clients, smallest first')).toBeVisible();
  const figures = analyses.table('Figures and what they mean');
  for (const figure of ['Share of the largest 20 %', 'Least share of clients that brings 80 %', 'Gini coefficient', 'Concentration (HHI)']) {
    await expect(figures.getByRole('row', { name: figure })).toBeVisible();
  }
  await expect(analyses.dialog.getByText('What it costs to lose the first three')).toBeVisible();
  await expect(analyses.table('Concentration by segment').getByRole('row')).toHaveCount(5);
  const before = await figures.innerText();
  await analyses.dialog.getByRole('combobox', { name: 'Clients' }).selectOption({ label: 'Small' });
  await expect(figures).not.toHaveText(before);
});

for (const name of ['ABC x XYZ', 'RFM']) {
  test(`a cell of ${name} opens its clients`, async ({ kontor, page }) => {
    await kontor.demo();
    await kontor.board.open();
    const analyses = new Analyses(page);
    await analyses.open();
    const { cell, count } = await analyses.fullest(name);
    expect(count).toBeGreaterThan(0);
    await cell.click();
    await expect(analyses.dialog).toBeHidden();
    await kontor.grid.hasClients(count);
  });
}

test('shares of ABC open their clients too', async ({ kontor, page }) => {
  await kontor.imported(LIST);
  await kontor.board.open();
  const analyses = new Analyses(page);
  await analyses.open();
  const shares = analyses.table('ABC shares');
  await expect(shares.getByRole('row', { name: /^A / })).toContainText('81');
  await shares.getByRole('button', { name: /^C: 2 clients/ }).click();
  await kontor.grid.hasClients(2);
});

test('a found column is shown, sorted by, and cannot be written into', async ({ kontor, page }) => {
  await kontor.imported(LIST);
  const views = new Views(page);
  await views.open();
  await views.dialog.getByRole('button', { name: 'Show ABC class' }).click();
  await page.keyboard.press('Escape');
  await expect(kontor.grid.header('ABC class')).toBeAttached();
  await expect.poll(() => kontor.grid.column('ABC class', 4)).toEqual(['A', 'B', 'C', 'C']);
  await kontor.grid.write(3, 'Our revenue', '9000');
  await expect.poll(() => kontor.grid.column('ABC class', 4)).toEqual(['B', 'C', 'A', 'C']);
  await views.act('ABC class', 'Sort ascending');
  await expect.poll(() => kontor.grid.column('ABC class', 4)).toEqual(['A', 'B', 'C', 'C']);
  await kontor.grid.shows(1, 'Name', 'Core');
});

test('the panel says why, and what is missing', async ({ kontor, page }) => {
  await kontor.imported(LIST);
  await kontor.grid.select(2, 'Name');
  await kontor.grid.press('Space');
  const { panel } = kontor.panel;
  await panel.getByText('Why B?').click();
  await expect(panel).toContainText('Rank 2 of 4 by revenue');
  await expect(panel).toContainText(/All larger clients together bring 81\s?%, this one 15\s?%/);
  await panel.getByText('What is missing?').first().click();
  await expect(panel).toContainText('No monthly sales are known.');
  expect(await violations(page)).toEqual([]);
});

test('settings change the result at once, say what is wrong, and are one step of undo', async ({ kontor, page }) => {
  await kontor.imported(LIST);
  await kontor.board.open();
  const analyses = new Analyses(page);
  await analyses.open();
  await analyses.openSettings();
  const row = analyses.table('ABC shares').getByRole('row', { name: /^A / });
  await expect(row.getByRole('button', { name: /^A: 1 client,/ })).toBeVisible();
  await analyses.setting('A up to, %').fill('90');
  await analyses.setting('A up to, %').press('Enter');
  await expect(row.getByRole('button', { name: /^A: 2 clients/ })).toBeVisible();
  await analyses.setting('B up to, %').fill('50');
  await analyses.setting('B up to, %').press('Enter');
  await expect(analyses.dialog.getByRole('alert').first()).toContainText('B must end above A');
  await expect(row.getByRole('button', { name: /^A: 2 clients/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await kontor.undoButton.click();
  await analyses.open();
  await expect(row.getByRole('button', { name: /^A: 1 client,/ })).toBeVisible();
});

test('the board groups by what was found', async ({ kontor }) => {
  await kontor.imported(LIST);
  await kontor.board.open();
  await kontor.board.group('ABC class');
  await expect(kontor.board.column('A')).toHaveAttribute('data-count', '1');
  await expect(kontor.board.column('C')).toHaveAttribute('data-count', '2');
});

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`in ${scheme} colours`, () => {
    test.use({ colorScheme: scheme });

    test('the analyses have no violation, wide and narrow', async ({ kontor, page }) => {
      await kontor.demo();
      await kontor.board.open();
      const analyses = new Analyses(page);
      await analyses.open();
      await analyses.openSettings();
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 800 });
      expect(await violations(page)).toEqual([]);
      const overflow = await analyses.dialog.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
}
