// What LibreOffice reads in an exported file, against what it reads in the file that had been imported.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSame } from './cells.mjs';

/** Comma, double quote, UTF-8, from the first row, values as they are and not as they are shown. */
const OPTIONS = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false';

/** The cells that differ, or nothing where there is no LibreOffice. The export has the segment second and ids last. */
export function libreOffice(imported, exported) {
  if (spawnSync('soffice', ['--version']).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'kontor-'));
  try {
    const [before, after] = [imported, exported].map((path, at) => converted(path, folder, `file${at}`));
    const differences = [];
    if (before.length !== after.length) differences.push(`${before.length} rows became ${after.length}`);
    for (let row = 1; row < before.length; row += 1) {
      const cells = [after[row]?.[0], ...(after[row] ?? []).slice(2)];
      for (let column = 0; column < before[row].length; column += 1) {
        const [one, other] = [before[row][column], cells[column] ?? ''];
        if (!isSame(one, other)) {
          differences.push(`row ${row + 1}, column ${column + 1}: ${one} became ${other}`);
        }
      }
    }
    return { count: differences.length, first: differences.slice(0, 5) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function converted(path, folder, name) {
  const copy = join(folder, `${name}.xlsx`);
  copyFileSync(path, copy);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', OPTIONS, '--outdir', folder, copy], { stdio: 'ignore' });
  return readFileSync(join(folder, `${name}.csv`), 'utf8').trimEnd().split('\n').map(cellsOf);
}

/** The cells of a line; the data has no line breaks. */
function cellsOf(line) {
  return Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  );
}
