// A telephone's width: nothing lies over another thing, and the page is not pushed sideways.
import { expect, test } from './support/test';

for (const [locale, names] of [
  ['en-US', ['Import', 'Export', 'Duplicates', 'Undo', 'Redo']],
  ['ru-RU', ['Импорт', 'Экспорт', 'Дубли', 'Отменить', 'Повторить']],
  ['zh-CN', ['导入', '导出', '查找重复', '撤销', '重做']],
] as const) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale, viewport: { width: 390, height: 844 } });

    test('every button of the bar can be reached', async ({ kontor: _, page }) => {
      await page.getByRole('button', { name: /demo|пример|演示/i }).first().click();
      await expect(page.getByRole('grid')).toBeVisible();
      const bar = page.getByRole('toolbar').first();
      for (const name of names) {
        const button = bar.getByRole('button', { name, exact: true });
        const isOnTop = await button.evaluate((element) => {
          const { left, top, width, height, right } = element.getBoundingClientRect();
          const hit = document.elementFromPoint(left + width / 2, top + height / 2);
          return left >= 0 && right <= innerWidth && (hit === element || element.contains(hit));
        });
        expect(isOnTop, name).toBe(true);
      }
      const pushed = await page.evaluate(() => document.scrollingElement!.scrollWidth > innerWidth);
      expect(pushed).toBe(false);
    });
  });
}
