import { deaf, type Line, wordsOf } from './line.ts';
import { webSocket } from './web-socket.ts';

/** A device on the raw `ws` yardstick. Resolves once the server says that it joined. */
export async function openRawLine({ port, room }: { port: number; room: number }): Promise<Line> {
  const joined = Promise.withResolvers<void>();
  const socket = webSocket(
    { port, path: `/?room=${room}` },
    {
      text(text) {
        if (text.startsWith('{"ack":'))
          line.ears.acked(Number.parseInt(text.slice(7), 10), text.includes('"ok":true'), text);
        else if (text.startsWith('{"joined":')) joined.resolve();
        else line.ears.heard(text);
      },
      closed(why) {
        joined.reject(new Error(why));
        line.ears.closed(why);
      },
    },
  );
  const line: Line = {
    ears: deaf,
    contribute: (n) => socket.send(`{"n":${n},"command":${envelope(room, n)}}`),
    close: () => socket.close(),
  };
  await Promise.all([socket.opened, joined.promise]);
  return line;
}

/** What a device of the yardsticks sends: the same envelope that Turnward gets. */
export const envelope = (room: number, n: number): string =>
  `{"commandId":"bench-command-${n}-${room}","to":"conversation","id":"room-${room}",` +
  `"command":{"type":"Contribute","turnId":"t4","answer":{"text":{"text":"${wordsOf(n)}"}}}}`;
