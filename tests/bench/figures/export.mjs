// All clients as .xlsx, from the click to the file, beside SheetJS writing the same.
import { WRITER, parseOnce } from '../readers/readers.mjs';
import { median } from '../statistics.mjs';
import { figure, milliseconds, ratio } from '../table.mjs';

export async function exporting(kontor, { browser, readersUrl, clients, rounds, report }) {
  const sheetjs = [];
  const exports = [];
  for (let round = 1; round <= rounds; round += 1) {
    sheetjs.push(await parseOnce(browser, readersUrl, WRITER, clients + 1));
    exports.push(await kontor.exportWorkbook());
    report(`export, round ${round}`, { SheetJS: sheetjs.at(-1), Kontor: exports.at(-1) });
  }
  const [theirs, own] = [median(sheetjs), median(exports.map(({ time }) => time))];
  return [
    figure('SheetJS, only writing the file', theirs, undefined, milliseconds),
    figure('export: click to the file', own, undefined, milliseconds),
    figure("  against SheetJS's writing", own / theirs, 0.5, ratio),
    figure("  longest block of the page's thread", median(exports.map(({ block }) => block)), 50, milliseconds),
  ];
}
