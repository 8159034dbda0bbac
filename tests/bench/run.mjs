// `cargo xtask bench`: the figures of the release page, in Chromium, beside others doing the same work.
//
//   --rows N      clients in the file (100,000)
//   --rounds N    rounds, of which the median is taken (5)
//   --only A,B    only these groups: import, reopen, scroll, sort, filter, export, paste, fill, classify, edit, orders,
//                 segments, drag, sizes
//   --verbose     what each round measured
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from './browser.mjs';
import { clientFile } from './data/file.mjs';
import { classifying, editing, filtering, sorting } from './figures/answers.mjs';
import { exporting } from './figures/exporting.mjs';
import { filling, pasting } from './figures/hands.mjs';
import { importing } from './figures/import.mjs';
import { rollingUp } from './figures/orders.mjs';
import { reopening } from './figures/reopening.mjs';
import { scrolling } from './figures/scrolling.mjs';
import { dragging, segmenting } from './figures/segments.mjs';
import { sizes } from './figures/sizes.mjs';
import { serveReaders } from './readers/server.mjs';
import { print } from './table.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: 'import,reopen,scroll,sort,filter,export,paste,fill,classify,edit,orders,segments,drag,sizes' },
    verbose: { type: 'boolean', default: false },
  },
});
const clients = Number(values.rows);
const rounds = Number(values.rounds);
const wanted = new Set(values.only.split(','));
const rounded = (key, value) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value);
const details = {};
const report = (what, detail) => {
  details[what] = detail;
  console.error(values.verbose ? `${what}: ${JSON.stringify(detail, rounded)}` : what);
};

const file = clientFile(clients);
const browser = await launch();
const readers = await serveReaders(file);
const settings = { browser, url: process.env.KONTOR_URL, readersUrl: readers.url, file, clients, rounds, report };
const figures = [];
// A figure that could not be taken is not the end of the others.
const failures = [];
async function take(name, work) {
  if (!wanted.has(name)) return;
  try {
    figures.push(...(await work()));
  } catch (error) {
    failures.push(`${name}: ${error.message}`);
  }
}

try {
  // Everything after it needs the workbook; with fewer rounds when its figures are not asked for.
  const first = await importing({ ...settings, rounds: wanted.has('import') ? rounds : 1 });
  if (wanted.has('import')) figures.push(...first.figures);
  const { kontor } = first;
  await take('reopen', () => reopening(kontor, settings));
  await take('scroll', () => scrolling(kontor, settings));
  await take('sort', () => sorting(kontor, settings));
  await take('filter', () => filtering(kontor, settings));
  await take('export', () => exporting(kontor, settings));
  await take('paste', () => pasting(kontor, settings));
  await take('fill', () => filling(kontor, settings));
  await take('classify', () => classifying(kontor, settings));
  await take('edit', () => editing(kontor, settings));
  await take('orders', () => rollingUp(settings));
  await take('segments', () => segmenting(settings));
  await take('drag', () => dragging(settings));
  await take('sizes', () => sizes(process.env.KONTOR_DIST));
  await kontor.close();
} finally {
  await readers.close();
  await browser.close();
}

console.log(`\n${clients.toLocaleString('en')} clients x 17 columns, medians of ${rounds}, Chromium ${browser.version()}\n`);
print(figures);
const folder = fileURLToPath(new URL('../../target/bench/', import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}last.json`, JSON.stringify({ clients, rounds, figures, details }, rounded, 1));
for (const failure of failures) console.error(`\nnot taken: ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;
