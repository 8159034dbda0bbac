import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { Approach, day } from './pages/approach';
import type { Kontor } from './pages/kontor';
import { text } from './support/files';
import { expect, test } from './support/test';

const LIST = text(
  'clients.csv',
  [
    'Company,E-mail,Our revenue,Employees,Annual revenue',
    'Tiny Ltd,a@tiny.example,500,3,100000',
    'Middle AG,d@middle.example,20000,120,22000000',
    'Giant SE,f@giant.example,900000,9000,4000000000',
    'Ministry of Roads,info@roads.gov,,700,',
  ].join('\n'),
);

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target).join(' | ')}`);
}

/** Opens the panel of the client in a row of the Clients sheet. */
async function panelOf(kontor: Kontor, row: number): Promise<void> {
  await kontor.tab('Clients').click();
  await kontor.grid.select(row, 'Name');
  await kontor.grid.press('Space');
  await expect(kontor.panel.panel).toBeVisible();
}

test('a large client of the demo needs a coordinator, and naming one settles it until undo', async ({
  kontor,
  page,
}) => {
  await kontor.demo();
  const approach = new Approach(page);
  await approach.open();
  const missing = approach.list.locator('[data-reason="coordinator"]');
  await expect(missing.first()).toContainText('No coordinator');
  const before = await missing.count();
  const client = (await missing.first().getByRole('button').innerText()).trim();
  await approach.openClient(client);
  await expect(kontor.panel.heading()).toHaveText(client);
  await expect(approach.toDo).toContainText('No coordinator');

  const section = await approach.unfold('stakeholders');
  await section.getByRole('button', { name: 'Add a person' }).click();
  const person = approach.row(section, 'Person 1');
  await person.getByLabel('Name', { exact: true }).fill('Novak');
  await person.getByLabel('Name', { exact: true }).press('Tab');
  await person.getByLabel(/^Coordinator/).check();
  await expect(approach.toDo).not.toContainText('No coordinator');
  await approach.open();
  await expect(missing).toHaveCount(before - 1);
  await approach.close();

  await kontor.undoButton.click();
  await expect(approach.toDo).toContainText('No coordinator');
  await kontor.redoButton.click();
  await expect(approach.toDo).not.toContainText('No coordinator');

  await kontor.saved();
  await kontor.reload();
  await approach.open();
  await expect(missing).toHaveCount(before - 1);
});

test("a small client's third meeting without a result is a warning", async ({ kontor, page }) => {
  await kontor.imported(LIST);
  await panelOf(kontor, 1);
  const approach = new Approach(page);
  const section = await approach.unfold('meetings');
  for (const number of [1, 2, 3]) {
    await expect(section.locator('.approach-warning')).toHaveCount(0);
    await section.getByRole('button', { name: 'Add a meeting' }).click();
    await approach.row(section, `Meeting ${number}`).getByLabel('Date').fill(day(-10 * number));
    await page.keyboard.press('Tab');
  }
  await expect(section.locator('.approach-warning')).toContainText('3 meetings without a result; 2 are usual');
  await approach.open();
  await expect(approach.lines('Tiny Ltd')).toContainText('3 meetings without a result');
  await approach.openClient('Tiny Ltd');
  await approach.row(section, 'Meeting 1').getByLabel('Result').selectOption({ label: 'Order or contract' });
  await expect(section.locator('.approach-warning')).toHaveCount(0);
});

test("a tender's deadline shows up, and everything is there after a reload", async ({ kontor, page }) => {
  await kontor.imported(LIST);
  await panelOf(kontor, 4);
  const approach = new Approach(page);
  const section = await approach.unfold('tenders');
  await section.getByRole('button', { name: 'Add a tender' }).click();
  const tender = approach.row(section, 'Tender 1');
  await tender.getByLabel('Subject').fill('Road salt');
  await tender.getByLabel('Bids until').fill(day(5));
  await tender.getByLabel('Our price').fill('200');
  await tender.getByLabel('Chance of winning (%)').fill('25');
  await page.keyboard.press('Tab');
  await expect(section.getByText('Expected value of open tenders').locator('..')).toContainText('50');
  await expect(approach.toDo).toContainText('Road salt');

  await kontor.saved();
  await kontor.reload();
  await approach.open();
  await expect(approach.lines('Ministry of Roads')).toContainText('Bid for “Road salt” due: in 5 days');
  await approach.openClient('Ministry of Roads');
  await expect(approach.section('tenders')).toHaveAttribute('open');
  await expect(approach.section('eligibility')).not.toHaveAttribute('open');
  await expect(tender.getByLabel('Chance of winning (%)')).toHaveValue('25');
});

test('the settings of the list are kept, and change it', async ({ kontor, page }) => {
  await kontor.imported(LIST);
  const approach = new Approach(page);
  await approach.open();
  await expect(approach.lines('Giant SE')).toContainText('nobody at the client is known');
  await approach.dialog.getByText('When something is listed here').click();
  const meetings = approach.dialog.getByLabel('Usual meetings with a small client');
  await meetings.fill('0');
  await meetings.press('Tab');
  await expect(approach.dialog.getByText('At least one meeting must be usual')).toBeVisible();
  await expect(meetings).toHaveValue('2');
  await meetings.fill('3');
  await meetings.press('Tab');
  await expect(approach.dialog.getByText('At least one meeting must be usual')).toHaveCount(0);
  await kontor.saved();
  await kontor.reload();
  await approach.open();
  await approach.dialog.getByText('When something is listed here').click();
  await expect(meetings).toHaveValue('3');
});

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`in ${scheme} colours`, () => {
    test.use({ colorScheme: scheme });

    test('no section and no alert stands in the way of anybody', async ({ kontor, page }) => {
      await kontor.imported(LIST);
      const approach = new Approach(page);
      for (const row of [1, 2, 3, 4]) {
        await panelOf(kontor, row);
        for (const summary of await approach.region.locator('.approach-section > summary').all()) {
          await summary.click();
        }
        for (const add of await approach.region.locator('.entry-add').all()) await add.click();
        expect(await violations(page)).toEqual([]);
        await kontor.panel.close.click();
      }
      await approach.open();
      await approach.dialog.getByText('When something is listed here').click();
      expect(await violations(page)).toEqual([]);
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('list and sections fit the window', async ({ kontor, page }) => {
    await kontor.imported(LIST);
    const approach = new Approach(page);
    await approach.open();
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    const isWithin = async (part: typeof approach.list) =>
      part.evaluate((element) => element.scrollWidth <= element.clientWidth + 1);
    expect(await width()).toBeLessThanOrEqual(390);
    expect(await isWithin(approach.dialog)).toBe(true);
    await approach.openClient('Giant SE');
    const section = await approach.unfold('stakeholders');
    await section.getByRole('button', { name: 'Add a person' }).click();
    expect(await width()).toBeLessThanOrEqual(390);
    expect(await isWithin(section)).toBe(true);
  });
});
