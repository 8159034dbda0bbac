// A server of the test's own, so that it can be stopped, or changed into the next version.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** The release page. */
export const dist = process.env.KONTOR_DIST ?? fileURLToPath(new URL('../../../dist/', import.meta.url));

export class PageServer {
  /** Files that are answered otherwise than by what lies in `dist`. */
  readonly replaced = new Map<string, string>();
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<PageServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const page = new PageServer(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    server.on('request', (request, response) => {
      const path = normalize(decodeURIComponent(new URL(request.url!, page.url).pathname)).replaceAll('\\', '/');
      const name = path === '/' ? 'index.html' : path.slice(1);
      const file = join(dist, name);
      response.setHeader('Cache-Control', 'no-cache');
      const content = page.replaced.get(name) ?? (existsSync(file) && statSync(file).isFile() && readFileSync(file));
      if (content === false) return void response.writeHead(404).end();
      response.setHeader('Content-Type', TYPES[extname(name)] ?? 'application/octet-stream').end(content);
    });
    return page;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
