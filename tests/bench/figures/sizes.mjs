// What a visitor loads, compressed.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { figure, kilobytes } from '../table.mjs';

const KB = 1024;

/** Which part of the program a file belongs to; the same rule as the size budget's in `xtask/src/size.rs`. */
function part(name) {
  if (!/\.(wasm|js|css)$/.test(name) || name === 'service-worker.js') return undefined;
  return ['worker', 'writer'].find((start) => name.startsWith(start)) ?? 'page';
}

export function sizes(dist) {
  const sums = { page: 0, worker: 0, writer: 0 };
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    // Node 20.0 to 20.11 know the folder only by its older name.
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const of = part(relative(dist, path).replaceAll('\\', '/'));
    if (of) sums[of] += gzipSync(readFileSync(path), { level: 9 }).length / KB;
  }
  return [
    figure('page: wasm + js + css, gzip', sums.page, 450, kilobytes),
    figure('worker, gzip', sums.worker, 650, kilobytes),
    figure('writing worker, gzip', sums.writer, 450, kilobytes),
  ];
}
