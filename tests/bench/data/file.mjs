// The files that are read, made once and kept beside the build's results.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { xlsx } from '../../support/xlsx.mjs';
import { clientSheet, monthSheet } from './clients.mjs';
import { orderSheet } from './orders.mjs';

const FOLDER = fileURLToPath(new URL('../../../target/bench/', import.meta.url));
const SEED = 20_261_124;
/** What the file's content depends on: it is made anew when one of them changes. */
const MAKERS = ['./clients.mjs', './orders.mjs', './random.mjs', './file.mjs', '../../support/xlsx.mjs', '../../support/zip.mjs'];

/** The path of an .xlsx with so many clients in 17 columns. */
export function clientFile(count) {
  return made(`clients-${count}`, () => clientSheet(count, SEED));
}

/** The path of an .xlsx with so many clients and 24 months of sales. */
export function monthFile(count) {
  return made(`months-${count}`, () => monthSheet(count, SEED));
}

/** The path of an .xlsx with so many order lines in 8 columns. */
export function orderFile(count, clients) {
  return made(`orders-${count}-${clients}`, () => orderSheet(count, clients, SEED));
}

function made(name, sheet) {
  const hash = createHash('sha256');
  for (const maker of MAKERS) hash.update(readFileSync(new URL(maker, import.meta.url)));
  const path = join(FOLDER, `${name}-${hash.digest('hex').slice(0, 12)}.xlsx`);
  if (!existsSync(path)) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(`${path}.part`, xlsx([sheet()]));
    renameSync(`${path}.part`, path);
  }
  return path;
}
