import { once } from 'node:events';
import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import type { Between } from './paired-run.ts';
import { cookieOf } from './paired-run-room.ts';

/** A line of a watcher, seen from the server's side. */
export type Overheard = { documents: boolean; tell(frame: string | Uint8Array): void };

/**
 * What a careless server would do with a frame that the keeper sent: told of the path it came in on, the frame, and the
 * watchers' lines.
 */
export type Leak = (from: { path: string; frame: Buffer }, watchers: readonly Overheard[]) => void;

/** Stands between everybody and the server, passes everything on as it is, and leaks. For tests of the tests only. */
export const leaky =
  (leak: Leak): Between =>
  async (origin, keeper) => {
    const watchers = new Set<Overheard>();
    const lines = new WebSocketServer({ noServer: true });
    const relay = createServer((request, response) => {
      const headers = { ...request.headers, ...(request.headers.origin && { origin }) };
      const passed = ask(origin + request.url, { method: request.method, headers, agent: false }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      });
      request.pipe(passed);
    });
    relay.on('upgrade', (request, stream, head) => {
      const { url: path = '' } = request;
      const { cookie = '' } = request.headers;
      const up = new WebSocket(origin.replace('http', 'ws') + path, { headers: { origin, cookie } });
      up.once('open', () => {
        // Frames that came before this line stood wait in the kernel.
        up.pause();
        lines.handleUpgrade(request, stream, head, (down) => {
          const watcher = {
            documents: path.startsWith('/yjs/'),
            tell: (frame: string | Uint8Array) => down.send(frame),
          };
          const keeps = cookie === cookieOf(keeper);
          if (!keeps) watchers.add(watcher);
          up.on('message', (frame, isBinary) => down.send(frame, { binary: isBinary }));
          down.on('message', (frame: Buffer, isBinary) => {
            up.send(frame, { binary: isBinary });
            if (keeps) leak({ path, frame }, [...watchers]);
          });
          up.on('pong', () => down.pong());
          down.on('ping', () => up.ping());
          up.on('close', (code, reason) => {
            watchers.delete(watcher);
            if (code === 1005 || code === 1006) down.close();
            else down.close(code, reason);
          });
          down.on('close', () => up.close());
          up.resume();
        });
      });
    });
    relay.listen(0, '127.0.0.1');
    await once(relay, 'listening');
    return {
      origin: `http://127.0.0.1:${(relay.address() as AddressInfo).port}`,
      async close() {
        for (const line of lines.clients) line.terminate();
        relay.closeAllConnections();
        relay.close();
        await once(relay, 'close');
      },
    };
  };
