import { deaf, type LineEars } from './line.ts';
import { webSocket } from './web-socket.ts';

/**
 * Socket.IO spoken by hand over WebSocket. Engine.IO: `0` open, `2` ping, `3` pong, `4` message. Inside a message
 * `0` connects, `2` is an event, `3` an acknowledgement, `4` a refused connection.
 */
export type SocketIoLine = {
  ears: LineEars;
  /** Sends an event whose acknowledgement comes to `ears.acked` under number `n`. */
  fire(n: number, event: string, json: string): void;
  /** Sends an event and waits for its acknowledgement. */
  ask(event: string, payload: unknown): Promise<unknown>;
  close(): void;
};

type To = { port: number; path: string; auth: unknown; headers?: Record<string, string> };

/** Acks of `ask` are numbered from here, above every command number of a run. */
const ASKED = 1_000_000_000;

/** Connects; resolves once the server has accepted the connection. `ears` hears all that comes before that as well. */
export async function openSocketIoLine(
  { port, path, auth, headers }: To,
  ears: LineEars = deaf,
): Promise<SocketIoLine> {
  const connected = Promise.withResolvers<void>();
  const asked = new Map<number, PromiseWithResolvers<unknown>>();
  let count = ASKED;

  const acked = (text: string) => {
    const open = text.indexOf('[');
    const n = Number(text.slice(2, open));
    const waiting = asked.get(n);
    if (!waiting) return line.ears.acked(n, text.startsWith('{"ok":true', open + 1), text);
    asked.delete(n);
    waiting.resolve(JSON.parse(text.slice(open))[0]);
  };

  const socket = webSocket(
    { port, path: `${path}/?EIO=4&transport=websocket`, ...(headers && { headers }) },
    {
      text(text) {
        switch (text.slice(0, 2)) {
          case '42':
            return line.ears.heard(text);
          case '43':
            return acked(text);
          case '2':
            return socket.send('3');
          case '40':
            return connected.resolve();
          case '44':
            return connected.reject(new Error(`The server refused the connection: ${text.slice(2)}`));
          default:
            if (text.startsWith('0')) socket.send(`40${JSON.stringify(auth)}`);
        }
      },
      closed(why) {
        const error = new Error(why);
        connected.reject(error);
        for (const waiting of asked.values()) waiting.reject(error);
        asked.clear();
        line.ears.closed(why);
      },
    },
  );
  const line: SocketIoLine = {
    ears,
    fire: (n, event, json) => socket.send(`42${n}["${event}",${json}]`),
    ask(event, payload) {
      const n = count++;
      const waiting = Promise.withResolvers<unknown>();
      asked.set(n, waiting);
      socket.send(`42${n}["${event}",${JSON.stringify(payload)}]`);
      return waiting.promise;
    },
    close: () => socket.close(),
  };
  await Promise.all([socket.opened, connected.promise]);
  return line;
}
