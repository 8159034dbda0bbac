import { expect, test } from './support/test';

const CHINESE = /\p{Script=Han}/u;
const RUSSIAN = /\p{Script=Cyrillic}/u;

test('the languages are switched without a reload: texts, numbers and dates', async ({ kontor, page }) => {
  await kontor.demo();
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const sheets = page.getByRole('tablist').getByRole('tab');
  await expect(sheets).toHaveText(['Clients', 'Segments']);
  const grid = page.getByRole('grid');
  await expect(grid.getByText(/^[^\d]*\d{1,3}(,\d{3})+/).first()).toBeVisible();

  await kontor.speak('Русский');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  for (const tab of await sheets.all()) await expect(tab).toHaveText(RUSSIAN);
  await expect(grid).toHaveAccessibleName(RUSSIAN);
  for (const header of await grid.getByRole('columnheader').all()) {
    await expect(header).toHaveAccessibleName(RUSSIAN);
  }
  // Thousands are parted by a space that does not break.
  await expect(grid.getByText(/^\d{1,3}([\u00a0\u202f]\d{3})+/).first()).toBeVisible();
  await expect(grid.getByText(/^\d\d\.\d\d\.20\d\d$/).first()).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: RUSSIAN }).first()).toBeVisible();

  await kontor.speak('简体中文');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  for (const tab of await sheets.all()) await expect(tab).toHaveText(CHINESE);
  await expect(grid).toHaveAccessibleName(CHINESE);
  await expect(grid.getByText(/^20\d\d\/\d{1,2}\/\d{1,2}$/).first()).toBeVisible();
  await expect(page.getByText(/\b(Clients|Segments|Import|Undo|Saved)\b/)).toHaveCount(0);

  await kontor.speak('English');
  await expect(sheets).toHaveText(['Clients', 'Segments']);
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});

test('the choice of language is kept', async ({ kontor, page }) => {
  await kontor.speak('Русский');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
});

for (const [locale, language, script] of [
  ['zh-CN', 'zh-CN', CHINESE],
  ['zh-TW', 'zh-CN', CHINESE],
  ['ru-RU', 'ru', RUSSIAN],
  ['de-DE', 'en', /^[\p{Script=Latin}\p{P}\s\d]*$/u],
] as const) {
  test.describe(`a browser that speaks ${locale}`, () => {
    test.use({ locale });

    test(`begins in ${language}, and so does its demo`, async ({ kontor, page }) => {
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      const ways = page.locator('.start-ways').getByRole('button');
      await expect(ways.nth(1)).toHaveText(script);
      await ways.nth(1).click();
      const grid = page.getByRole('grid');
      await expect(grid).toHaveAttribute('aria-rowcount', '121');
      if (script !== RUSSIAN && script !== CHINESE) return;
      const names = grid.locator('[role="row"][aria-rowindex="2"] [role="gridcell"]');
      await expect(names.filter({ hasText: script }).first()).toBeVisible();
      await expect(kontor.page.getByRole('tab').first()).toHaveText(script);
    });
  });
}
