// Order lines that become clients, beside two readers that only parse the file; then the duplicates among the clients.
import { orderFile } from '../data/file.mjs';
import { Kontor } from '../page/kontor.mjs';
import { READERS, parseOnce } from '../readers/readers.mjs';
import { serveReaders } from '../readers/server.mjs';
import { median } from '../statistics.mjs';
import { figure, milliseconds, ratio } from '../table.mjs';

const LINES = 540_000;
const CLIENTS = 20_000;

export async function rollingUp({ browser, url, rounds, report }) {
  const file = orderFile(LINES, CLIENTS);
  const readers = await serveReaders(file);
  const parsed = { hucre: [], SheetJS: [] };
  const outcomes = [];
  const found = [];
  try {
    for (let round = 1; round <= rounds; round += 1) {
      for (const [name, reader] of Object.entries(READERS)) {
        parsed[name].push(await parseOnce(browser, readers.url, reader, LINES + 1));
      }
      const kontor = await Kontor.open(browser, url);
      outcomes.push(await kontor.importFile(file, CLIENTS));
      await kontor.saved();
      found.push(await kontor.duplicates());
      await kontor.close();
      report(`roll-up, round ${round}`, {
        hucre: parsed.hucre.at(-1),
        SheetJS: parsed.SheetJS.at(-1),
        ...outcomes.at(-1),
        duplicates: found.at(-1),
      });
    }
  } finally {
    await readers.close();
  }
  const of = (key) => median(outcomes.map((one) => one[key]));
  return [
    figure('order lines: file chosen to clients in the grid', of('time'), undefined, milliseconds),
    figure("  against hucre's parsing", of('time') / median(parsed.hucre), 1, ratio),
    figure("  against SheetJS's parsing", of('time') / median(parsed.SheetJS), 0.6, ratio),
    figure("  longest block of the page's thread", of('blockInAll'), 50, milliseconds),
    figure('duplicates among 20,000 clients, to shown', median(found), 2000, milliseconds),
  ];
}
