import { setTimeout as wait } from 'node:timers/promises';
import { DOCUMENT_PATH } from '@turnward/shared/wire/document-line.ts';
import { SOCKET_PATH, WIRE_VERSION } from '@turnward/shared/wire/protocol.ts';
import { openYLine } from '../documents/y-line.ts';
import { deaf } from '../line/line.ts';
import { openSocketIoLine, type SocketIoLine } from '../line/socket-io-line.ts';

/** What is not over after this long does not end. In ms. */
const NEVER = 5_000;

const headersOf = (port: number, secret: string) => ({
  Origin: `http://127.0.0.1:${port}`,
  Cookie: `turnward=${secret}`,
});

export const connect = (port: number, secret: string): Promise<SocketIoLine> =>
  openSocketIoLine({ port, path: SOCKET_PATH, auth: { wire: WIRE_VERSION }, headers: headersOf(port, secret) });

/** Knocks at a door, each time from another address, so that no limit is what is measured. */
export async function knock(port: number, secret: string, path: string, body?: object): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/api${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { ...headersOf(port, secret), 'content-type': 'application/json', 'x-forwarded-for': anAddress() },
    ...(body && { body: JSON.stringify(body) }),
  });
}

let addresses = 0;
const anAddress = (): string => {
  addresses += 1;
  return `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
};

/** What a victim has open, and when each came to its end: `performance.now()`, undefined while it has not. */
export type Victim = {
  /** The last frame of this space that came down; a farewell is none. */
  lastFrame: number;
  frames: number;
  lineClosed: number | undefined;
  documentClosed: number | undefined;
  close(): void;
};

/** A page of this person: the line of the space, and its deck. `sentAway` counts as the end of the line for this space. */
export async function openVictim(port: number, secret: string, spaceId: string, deck?: string): Promise<Victim> {
  const line = await connect(port, secret);
  const victim: Victim = {
    lastFrame: 0,
    frames: 0,
    lineClosed: undefined,
    documentClosed: undefined,
    close: () => line.close(),
  };
  const closed = () => {
    victim.lineClosed ??= performance.now();
  };
  line.ears = {
    ...deaf,
    heard(text) {
      if (text.startsWith('42["farewell"')) return;
      if (text.startsWith('42["unfollowed"')) return closed();
      if (!text.includes(spaceId)) return;
      victim.lastFrame = performance.now();
      victim.frames += 1;
    },
    closed,
  };
  const followed = (await line.ask('follow', { to: 'space', id: spaceId, after: {} })) as { ok: boolean };
  if (!followed.ok) throw new Error(`A victim could not follow its space: ${JSON.stringify(followed)}`);
  if (deck === undefined) return victim;
  const document = await openYLine({
    port,
    path: `${DOCUMENT_PATH}deck/${deck}`,
    headers: headersOf(port, secret),
    syncs: true,
  });
  document.ears = {
    update: () => {},
    saved: () => {},
    closed: () => {
      victim.documentClosed ??= performance.now();
    },
  };
  victim.close = () => {
    line.close();
    document.close();
  };
  return victim;
}

/** When a door first was shut for this session, asked again and again from now on. */
export async function doorShut(port: number, secret: string): Promise<number> {
  const giveUpAt = performance.now() + NEVER;
  while (performance.now() < giveUpAt) {
    const { status } = await knock(port, secret, '/sessions');
    if (status === 401 || status === 423) return performance.now();
    await wait(5);
  }
  throw new Error('A door stayed open to a session that ended.');
}

/** Waits until all that was open is closed. */
export async function allClosed(victim: Victim, withDocument: boolean): Promise<void> {
  const giveUpAt = performance.now() + NEVER;
  while (victim.lineClosed === undefined || (withDocument && victim.documentClosed === undefined)) {
    if (performance.now() > giveUpAt) throw new Error('A line or a document stayed open to somebody who is not here.');
    await wait(2);
  }
}
