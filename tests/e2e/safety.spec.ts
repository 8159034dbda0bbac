import { fixture } from './support/files';
import { expect, test } from './support/test';

// That no request goes anywhere else is watched in every test: see `support/test.ts`.

test('the policy is strict: nothing written into the page runs, and nothing goes out', async ({ page, kontor }) => {
  await expect(kontor.start.demo).toBeVisible();
  const policy = (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content'))!;
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toMatch(/'unsafe-eval'/);
  expect(policy).not.toMatch(/https?:|\*/);
  expect(policy).toContain("default-src 'none'");
});

test('a hostile client list is shown as the text that it is, everywhere', async ({ page, kontor }) => {
  const names = [
    '<img src=x onerror=window.intruder=1>',
    '=HYPERLINK("http://127.0.0.1:9/","click")',
    '</title><script>window.intruder=4</script>',
  ];
  const harmless = async () => {
    expect(await page.evaluate(() => 'intruder' in window)).toBe(false);
    await expect(page.locator('img[src="x"], svg[onload], a[href^="javascript"], a[href*="127.0.0.1:9"]')).toHaveCount(0);
  };
  await kontor.start.empty.click();
  await kontor.import.open();
  await kontor.import.choose(fixture('hostile.csv'));
  await expect(kontor.import.dialog.getByText(names[0], { exact: true }).first()).toBeVisible();
  await harmless();
  await kontor.import.submit();
  await kontor.grid.hasClients(3);
  for (const [at, name] of names.entries()) await kontor.grid.shows(at + 1, 'Name', name);
  await kontor.grid.shows(2, 'Contact', '=1+1');
  await harmless();

  await kontor.grid.select(1, 'Name');
  await kontor.grid.press('Space');
  await expect(kontor.panel.panel).toContainText(names[0]);
  await harmless();
  await kontor.panel.close.click();

  await kontor.board.open();
  for (const name of names) await expect(kontor.board.region.getByText(name, { exact: true })).toBeVisible();
  await kontor.board.group('Stage');
  await expect(kontor.board.column('<b>bold</b>')).toBeVisible();
  await kontor.board.group('Manager');
  await expect(kontor.board.region.getByText('<script>window.intruder=3</script>').first()).toBeVisible();
  await harmless();

  await kontor.saved();
  await kontor.reload();
  await harmless();
});
