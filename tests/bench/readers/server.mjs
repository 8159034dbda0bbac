// Serves the readers, their packages and the file to read on an address of their own.
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const here = fileURLToPath(new URL('.', import.meta.url));
const folders = {
  // What the package's `hucre/xlsx` names, and all that it imports beside itself.
  '/hucre/': dirname(fileURLToPath(import.meta.resolve('hucre/xlsx'))),
  '/xlsx/': dirname(require.resolve('xlsx/package.json')),
  '/readers/': here,
};
const TYPES = { mjs: 'text/javascript', js: 'text/javascript', html: 'text/html' };

/** Returns the address and a function that ends the server. */
export async function serveReaders(file) {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, 'http://localhost').pathname).replaceAll('\\', '/');
    const folder = Object.keys(folders).find((prefix) => path.startsWith(prefix));
    const target =
      path === '/' ? undefined : path === '/file' ? file : folder && join(folders[folder], path.slice(folder.length));
    if (path === '/') {
      response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Readers</title>');
    } else if (target && existsSync(target)) {
      response.setHeader('Content-Type', TYPES[target.split('.').pop()] ?? 'application/octet-stream');
      createReadStream(target).pipe(response);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
