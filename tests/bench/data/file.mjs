// The file that is read, made once and kept beside the build's results.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { xlsx } from '../../support/xlsx.mjs';
import { clientSheet } from './clients.mjs';

const FOLDER = fileURLToPath(new URL('../../../target/bench/', import.meta.url));
const SEED = 20_261_124;
/** What the file's content depends on: it is made anew when one of them changes. */
const MAKERS = ['./clients.mjs', './random.mjs', './file.mjs', '../../support/xlsx.mjs', '../../support/zip.mjs'];

/** The path of an .xlsx with so many clients in 17 columns. */
export function clientFile(count) {
  const hash = createHash('sha256');
  for (const maker of MAKERS) hash.update(readFileSync(new URL(maker, import.meta.url)));
  const path = join(FOLDER, `clients-${count}-${hash.digest('hex').slice(0, 12)}.xlsx`);
  if (!existsSync(path)) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(`${path}.part`, xlsx([clientSheet(count, SEED)]));
    renameSync(`${path}.part`, path);
  }
  return path;
}
