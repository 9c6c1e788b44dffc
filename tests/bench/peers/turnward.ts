import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Follow, FollowReply } from '@turnward/shared/wire/protocol.ts';
import { SOCKET_PATH, WIRE_VERSION } from '@turnward/shared/wire/protocol.ts';
import { deaf, type Line, wordsOf } from '../line/line.ts';
import { openSocketIoLine, type SocketIoLine } from '../line/socket-io-line.ts';
import { freePort, startServer } from '../server-process.ts';
import { startFlags } from '../start-flags.ts';
import type { Peer } from './peer.ts';
import { type SeededRoom, seedRooms } from './seed.ts';

/** A device that comes back has missed this many events of the talk. */
const MISSED = 5;

export type Turnward = Peer & {
  /** Connects a device without following anything. */
  connect(room: number, device: number): Promise<SocketIoLine>;
  /** Follows a talk from its beginning; how many events came. */
  openTalk(line: SocketIoLine, room: number): Promise<number>;
  remove(): Promise<void>;
};

/** The real server, `server/main.ts`, on a data folder of its own. `lengths`: contributions already in each room's talk. */
export async function turnward(lengths: readonly number[], profile: string | undefined): Promise<Turnward> {
  const dataDir = await mkdtemp(join(tmpdir(), 'turnward-bench-'));
  const rooms = await seedRooms(dataDir, lengths);
  const port = await freePort();
  const heads = new Map(rooms.map(({ conversationId, head }) => [`talk:${conversationId}`, head]));
  const script = fileURLToPath(import.meta.resolve('@turnward/server/main.ts'));
  const roomAt = (room: number): SeededRoom => {
    const seeded = rooms[room];
    if (!seeded) throw new Error(`No room ${room} was seeded.`);
    return seeded;
  };

  const connect = (room: number, device: number) =>
    openSocketIoLine({
      port,
      path: SOCKET_PATH,
      auth: { wire: WIRE_VERSION },
      headers: { Origin: `http://127.0.0.1:${port}`, Cookie: `turnward=${roomAt(room).devices[device]?.secret}` },
    });

  /** Follows, and makes sure that every event up to the head has come, once and in order. */
  const follow = async (line: SocketIoLine, asked: Follow): Promise<number> => {
    const came = new Map(Object.entries(asked.after));
    let count = 0;
    line.ears = {
      ...deaf,
      heard(text) {
        const [name, message] = JSON.parse(text.slice(2));
        if (name !== 'events') return;
        for (const { seq } of message.events) {
          if (seq !== (came.get(message.stream) ?? 0) + 1)
            throw new Error(`${message.stream} came with a gap at ${seq}.`);
          came.set(message.stream, seq);
          count++;
        }
      },
    };
    const reply = (await line.ask('follow', asked)) as FollowReply;
    line.ears = deaf;
    if (!reply.ok) throw new Error(`A follow was refused: ${reply.refusal}.`);
    for (const [stream, head] of Object.entries(reply.heads)) {
      if ((came.get(stream) ?? 0) !== head)
        throw new Error(`${stream} was not caught up: ${came.get(stream)} of ${head}.`);
      heads.set(stream, head);
    }
    return count;
  };

  return {
    name: 'Turnward',
    connect,
    openTalk: (line, room) => follow(line, { to: 'conversation', id: roomAt(room).conversationId, after: {} }),
    start: () =>
      startServer({ script, port, flags: startFlags(), env: { DATA_DIR: dataDir, LOG_LEVEL: 'warn' }, profile }),
    async enter(room, device): Promise<Line> {
      const { spaceId, conversationId, turnId } = roomAt(room);
      const line = await connect(room, device);
      const known = (stream: string, missed: number) => ({ [stream]: Math.max(0, (heads.get(stream) ?? 0) - missed) });
      await follow(line, { to: 'space', id: spaceId, after: known(`space:${spaceId}`, 0) });
      await follow(line, { to: 'conversation', id: conversationId, after: known(`talk:${conversationId}`, MISSED) });
      const envelope = `"to":"conversation","id":"${conversationId}","command":{"type":"Contribute","turnId":"${turnId}"`;
      return Object.assign(line, {
        contribute: (n: number) =>
          line.fire(
            n,
            'command',
            `{"commandId":"bench-command-${n + 1_000_000}",${envelope},"answer":{"text":{"text":"${wordsOf(n)}"}}}}`,
          ),
      });
    },
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}
