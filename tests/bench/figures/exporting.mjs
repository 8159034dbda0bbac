// The way back: the workbook as .xlsx, beside SheetJS writing the same, and opened by LibreOffice where there is one.
import { libreOffice } from '../libreoffice.mjs';
import { WRITERS, parseOnce } from '../readers/readers.mjs';
import { median } from '../statistics.mjs';
import { count, figure, milliseconds, ratio } from '../table.mjs';

export async function exporting(kontor, { browser, readersUrl, file, clients, rounds, report }) {
  const written = [];
  const outcomes = [];
  for (let round = 1; round <= rounds; round += 1) {
    written.push(await parseOnce(browser, readersUrl, WRITERS.SheetJS, clients + 1));
    outcomes.push(await kontor.export());
    report(`export, round ${round}`, { SheetJS: written.at(-1), ...outcomes.at(-1) });
  }
  const of = (key) => median(outcomes.map((one) => one[key]));
  const figures = [
    figure('SheetJS, only writing the same', median(written), undefined, milliseconds),
    figure('export: click to the file', of('time'), undefined, milliseconds),
    figure("  against SheetJS's writing", of('time') / median(written), 0.5, ratio),
    figure("  longest block of the page's thread", of('block'), 50, milliseconds),
  ];
  const differences = await libreOffice(file, outcomes.at(-1).path);
  report('LibreOffice', differences ?? 'is not installed: nothing was compared');
  if (differences) figures.push(figure('cells that LibreOffice reads otherwise', differences.count, 0, count));
  return figures;
}
