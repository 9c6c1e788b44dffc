import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut, or go silent as a line does when the network changed and nobody says so. */
export type LooseLine = {
  origin: string;
  /** How many lines were opened so far. */
  opened(): number;
  /** Ends every line and lets no other one through. */
  cut(): void;
  /** From now on nothing comes through on the lines that are open; they stay open. New ones are as always. */
  silence(): void;
  /** Lets new lines through again. */
  mend(): void;
  close(): Promise<void>;
};

export async function looseLine(origin: string): Promise<LooseLine> {
  const port = Number(new URL(origin).port);
  const lines = new Set<Socket>();
  let opened = 0;
  let isCut = false;

  const proxy = createServer((near) => {
    if (isCut) return void near.destroy();
    opened += 1;
    const far = connect(port, '127.0.0.1');
    near.pipe(far).pipe(near);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      lines.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        lines.delete(socket);
        other.destroy();
      });
    }
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('This machine gave no port.');
  const cut = () => {
    isCut = true;
    for (const socket of lines) socket.destroy();
  };

  return {
    origin: `http://127.0.0.1:${address.port}`,
    opened: () => opened,
    cut,
    silence() {
      for (const socket of lines) socket.unpipe().pause();
    },
    mend() {
      isCut = false;
    },
    async close() {
      cut();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
