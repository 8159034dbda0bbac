// Where the tests' files lie, and workbooks made on the spot.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rows } from '../../support/read.mjs';
import { xlsx } from '../../support/xlsx.mjs';

const tests = fileURLToPath(new URL('../../', import.meta.url));

/** A file as a file input takes it. */
export interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** One of the small files of `tests/fixtures`. */
export const fixture = (name: string): string => join(tests, 'fixtures', name);

/** Files that nobody here made; they lie beside the checkout on some machines. */
export const corpus = join(tests, '..', '..', 'shared', 'corpus');
export const hasCorpus = existsSync(corpus);

/** The lines of a table of the corpus, by heading. */
export function corpusTable(name: string): Record<string, string>[] {
  if (!hasCorpus) return [];
  const [headings, ...lines] = readFileSync(join(corpus, name), 'utf8').trimEnd().split('\n');
  const keys = headings.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, at) => [keys[at], cell])));
}

/** A sheet of a workbook; hidden rows count from 1, merged areas are written as in A2:A4. */
export interface SheetOfFile {
  name: string;
  rows: unknown[][];
  hiddenRows?: number[];
  merged?: string[];
}

export function workbook(name: string, sheets: SheetOfFile[]): Upload {
  return { name, mimeType: 'application/octet-stream', buffer: xlsx(sheets) };
}

/** The rows of the first sheet of a workbook that was saved. */
export function saved(path: string): (string | number)[][] {
  return rows(readFileSync(path));
}

export function text(name: string, content: string): Upload {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(content, 'utf8') };
}

/** The same bytes under another name. */
export function renamed(path: string, name: string): Upload {
  return { name: basename(name), mimeType: 'application/octet-stream', buffer: readFileSync(path) };
}

/** A list with so many clients, whose revenue is 1000, 2000, 3000 and so on. */
export function list(count: number): Upload {
  const lines = Array.from({ length: count }, (_, at) => `Client ${at + 1},c${at + 1}@client.example,${(at + 1) * 1000}`);
  return text('list.csv', ['Company,E-mail,Our revenue', ...lines].join('\n'));
}
