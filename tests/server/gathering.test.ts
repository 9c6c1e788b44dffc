import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { openMemory } from '@turnward/server/adapters/memory/open-memory.ts';
import { signedIn } from '@turnward/server/http/door-kit.ts';
import { addMyDataDoors } from '@turnward/server/http/my-data-doors.ts';
import { addNoteDoors } from '@turnward/server/http/note-doors.ts';
import { openMyData } from '@turnward/server/my-data/gather-my-data.ts';
import { openProgressNotes } from '@turnward/server/notes/progress-notes.ts';
import { openSessions, type Session } from '@turnward/server/session.ts';
import { openSpaces } from '@turnward/server/space/spaces.ts';
import type { SpaceEvent } from '@turnward/shared/space/events.ts';
import express, { Router } from 'express';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { record, said } from '../contracts/appends.ts';
import { dataFolder, openFolder } from '../contracts/data-folder.ts';
import { GatedEvents } from '../kit/gated-events.ts';
import { countTurns } from '../kit/turns.ts';

const now = () => 1000;
const TALKS = Array.from({ length: 40 }, (_, n) => `c${n}`);
const SPACE: SpaceEvent[] = [
  { type: 'SpaceCreated', spaceId: 's1', practice: false },
  { type: 'MemberJoined', memberId: 'ada', role: 'partner', seat: 'a' },
  ...TALKS.map(
    (conversationId): SpaceEvent => ({
      type: 'ConversationListed',
      conversationId,
      guideId: 'heard',
      openedBy: 'a',
    }),
  ),
];

describe('gathering what is somebody’s', () => {
  it('MY3 gives others their turn between streams, and gathers one at a time for each person', async () => {
    const { events } = await openFolder(dataFolder());
    await record(events, { streams: [{ stream: 'space:s1', events: SPACE.map((event) => ({ event })) }] });
    for (const id of TALKS) {
      const event = { ...said('mine'), event: { type: 'Contributed', seat: 'a' } };
      await record(events, { streams: [{ stream: `talk:${id}`, events: [event] }] });
    }
    let [reading, most] = [0, 0];
    const read = async () => {
      most = Math.max(most, ++reading);
      await new Promise(setImmediate);
      reading -= 1;
      return undefined;
    };
    const myData = openMyData({ events, spaces: openSpaces(events, now), read, now });
    const turns = countTurns();
    onTestFinished(turns.stop);
    const data = await Promise.all([myData('ada'), myData('ada')]);
    for (const { rooms } of data)
      expect(rooms.flatMap(({ talks }) => talks).flatMap(({ events }) => events)).toHaveLength(TALKS.length);
    expect(most).toBe(1);
    // Each gathering reads the space, the talks and what is private in each; each of the two documents of a talk waits once, too.
    const streams = 1 + 2 * TALKS.length;
    expect(turns.soFar).toBeGreaterThanOrEqual(2 * (streams + 2 * TALKS.length));
  });
});

describe('a session that ended while something was made for it', () => {
  const ways = ['end', 'lock'] as const;
  const refusals = { end: { status: 401, refusal: 'signed-out' }, lock: { status: 423, refusal: 'locked' } };

  it.each(ways)('MY3 is sent nothing of its data (%s)', async (way) => {
    const { get, leave, gated } = await openPlace();
    for (const file of ['my-data.json', 'my-data.html']) {
      expect((await get(file)).status).toBe(200);
      gated.before('read', 'space:s1', () => leave(way));
      expect(await get(file)).toEqual(refusals[way]);
      await leave('come-back');
    }
  });

  it.each(ways)('NO4 is sent no note (%s)', async (way) => {
    const { get, leave, drawing } = await openPlace();
    expect((await get('progress/c1/pdf')).status).toBe(200);
    drawing.meanwhile = () => leave(way);
    expect(await get('progress/c1/pdf')).toEqual(refusals[way]);
  });
});

/** The doors, real sessions and a store behind a gate; one session is signed in. */
async function openPlace() {
  const stores = openMemory();
  const gated = new GatedEvents(stores.events);
  await record(gated, { streams: [{ stream: 'space:s1', events: SPACE.slice(0, 2).map((event) => ({ event })) }] });
  const config = { SESSION_DAYS: 90, PUBLIC_URL: undefined } as never;
  const sessions = openSessions({ store: stores.sessions, config, now });
  let session: Session | undefined;
  const drawing: { meanwhile: () => Promise<unknown> } = { meanwhile: async () => undefined };
  const notes = openProgressNotes({
    standing: async () => ({ access: 'write' }) as never,
    read: async (_name, read) => read(new Y.Doc()),
    draw: async () => {
      await drawing.meanwhile();
      return new Uint8Array([1]);
    },
  });
  const doors = Router();
  const limit = () => (_request: unknown, _response: unknown, next: () => void) => next();
  const myData = openMyData({ events: gated, spaces: openSpaces(gated, now), read: async () => undefined, now });
  addMyDataDoors(doors, limit, { sessions, myData, fresh: (...asked) => signedIn(sessions, ...asked) });
  addNoteDoors(doors, limit, { sessions, notes });
  doors.post('/begin', async (request, response) => {
    session = await sessions.begin('ada', request, response);
    response.end();
  });
  const server = express().use(doors).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let cookie = '';
  const begin = async () => {
    const { headers } = await fetch(`${origin}/begin`, { method: 'POST' });
    cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
  };
  await begin();
  return {
    gated,
    drawing,
    async leave(way: 'end' | 'lock' | 'come-back') {
      if (way === 'come-back') await begin();
      else await sessions[way](session as Session);
    },
    async get(path: string) {
      const response = await fetch(`${origin}/${path}`, { headers: { cookie } });
      const text = await response.text();
      return { status: response.status, ...(response.status === 200 ? {} : JSON.parse(text)) };
    },
  };
}
