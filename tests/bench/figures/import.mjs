// A file chosen, to its rows in the grid, beside two readers that only parse it. One round measures all three, so that
// whatever slows the machine down slows them all.
import { Kontor } from '../page/kontor.mjs';
import { READERS, parseOnce } from '../readers/readers.mjs';
import { median } from '../statistics.mjs';
import { figure, milliseconds, ratio } from '../table.mjs';

/** Returns the figures, and the last page with its workbook. */
export async function importing({ browser, url, readersUrl, file, clients, rounds, report }) {
  const times = { hucre: [], SheetJS: [] };
  const imports = [];
  let kontor;
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, reader] of Object.entries(READERS)) {
      times[name].push(await parseOnce(browser, readersUrl, reader, clients + 1));
    }
    await kontor?.close();
    kontor = await Kontor.open(browser, url);
    const outcome = await kontor.importFile(file, clients);
    imports.push(outcome);
    report(`import, round ${round}`, {
      hucre: times.hucre.at(-1),
      SheetJS: times.SheetJS.at(-1),
      Kontor: outcome.time,
      reading: outcome.reading,
      tasks: outcome.blocks,
      measures: outcome.measures,
    });
  }
  const of = (key) => median(imports.map((one) => one[key]));
  const [hucre, sheetjs] = [median(times.hucre), median(times.SheetJS)];
  const figures = [
    figure('hucre, only parsing the file', hucre, undefined, milliseconds),
    figure('SheetJS, only parsing the file', sheetjs, undefined, milliseconds),
    figure('import: file chosen to rows in the grid', of('time'), undefined, milliseconds),
    figure('  of which until the dialog can be confirmed', of('reading'), undefined, milliseconds),
    figure("  against hucre's parsing", of('time') / hucre, 1, ratio, 0.7),
    figure("  against SheetJS's parsing", of('time') / sheetjs, 0.6, ratio),
    figure("  longest block of the page's thread while reading", of('blockReading'), 50, milliseconds),
    figure("  longest block of the page's thread in all", of('blockInAll'), 100, milliseconds),
  ];
  return { figures, kontor };
}
