import { fileURLToPath } from 'node:url';
import type { Line } from '../line/line.ts';
import { envelope, openRawLine } from '../line/raw-line.ts';
import { openSocketIoLine } from '../line/socket-io-line.ts';
import { freePort, startServer } from '../server-process.ts';
import type { Peer } from './peer.ts';

const script = (name: string): string => fileURLToPath(new URL(`../yardsticks/${name}`, import.meta.url));

export async function rawWs(): Promise<Peer> {
  const port = await freePort();
  return {
    name: 'raw ws',
    start: () => startServer({ script: script('raw-ws-server.ts'), port }),
    enter: (room) => openRawLine({ port, room }),
  };
}

export async function bareSocketIo(): Promise<Peer> {
  const port = await freePort();
  return {
    name: 'bare Socket.IO',
    start: () => startServer({ script: script('socket-io-server.ts'), port }),
    async enter(room): Promise<Line> {
      const line = await openSocketIoLine({ port, path: '/socket.io', auth: { room } });
      await line.ask('join', null);
      return Object.assign(line, { contribute: (n: number) => line.fire(n, 'command', envelope(room, n)) });
    },
  };
}
