import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** A server of the release build that a test can stop, and that can hand out a changed file as a newer build would. */
export class PageServer {
  /** Contents by file name, in place of what the build has. */
  readonly changed = new Map<string, string>();
  readonly url: string;
  private readonly dist = process.env.KONTOR_DIST ?? '../../dist';

  private constructor(private readonly server: Server) {
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    server.on('request', async (request, response) => {
      const path = new URL(request.url ?? '/', this.url).pathname.slice(1) || 'index.html';
      try {
        const body = this.changed.get(path) ?? (await readFile(join(this.dist, normalize(path))));
        response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream');
        response.end(body);
      } catch {
        response.statusCode = 404;
        response.end();
      }
    });
  }

  static async start(): Promise<PageServer> {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return new PageServer(server);
  }

  /** From now on nobody answers at this address. */
  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** The text of a file of the build. */
  async text(file: string): Promise<string> {
    return readFile(join(this.dist, file), 'utf8');
  }
}
