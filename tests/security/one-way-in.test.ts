import { globSync, readFileSync } from 'node:fs';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { openMemory } from '@turnward/server/adapters/memory/open-memory.ts';
import { readConfig } from '@turnward/server/config.ts';
import { newSecret, openSessions } from '@turnward/server/session.ts';
import { newId } from '@turnward/server/space/run-space-command.ts';
import { newSpokenCode } from '@turnward/server/space/spoken-code.ts';
import { DOCUMENT_CLOSE } from '@turnward/shared/wire/document-line.ts';
import { WIRE_VERSION } from '@turnward/shared/wire/protocol.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCouple, type Couple, open } from '../kit/couple.ts';
import { DocumentLine } from '../kit/document-line.ts';
import { Person } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';
import { RawLine } from '../wire/raw-line.ts';

const project = join(import.meta.dirname, '../..');
const PUBLIC = 'https://room.example';

describe('where the address is https', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ PUBLIC_URL: PUBLIC });
  });
  afterAll(() => server.close());

  it.each(['http://room.example', 'ws://room.example'])('both lines are closed to %s (row 1)', async (origin) => {
    await expect(RawLine.upgrade(server.origin, { origin })).rejects.toThrow('status 400');
    const nobody = new Person(server.origin);
    await expect(DocumentLine.open(nobody, 'deck/none', { origin })).rejects.toThrow('status 403');
  });

  it('they open to the https page (row 1)', async () => {
    const line = await RawLine.upgrade(server.origin, { origin: PUBLIC });
    expect(line.open).toBe(true);
    line.leave();
  });

  it('no page and no rule names a line without encryption (row 1)', () => {
    const sources = globSync('{client,shared}/**/*.{ts,tsx,html,js}', { cwd: project }).filter(
      (file) => !/node_modules|client\/dist/.test(file),
    );
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((file) => /['"`]ws:/.test(readFileSync(join(project, file), 'utf8')))).toEqual([]);
  });
});

describe('a line takes its session from the cookie and from nothing else', () => {
  let server: TestServer;
  let couple: Couple;
  beforeAll(async () => {
    server = await startServer();
    couple = await aCouple(server);
  });
  afterAll(() => server.close());

  it.each(['ticket', 'token', 'session', 'cookie'])(
    'SE1 a live secret sent as a %s opens nothing (row 3)',
    async (as) => {
      const secret = couple.a.cookie.split('=')[1] ?? '';
      const asked = new Person(server.origin).connect({ auth: { wire: WIRE_VERSION, [as]: secret } });
      await expect(asked).rejects.toThrow('signed-out');
      const line = await DocumentLine.open(new Person(server.origin), 'deck/none', { query: `?${as}=${secret}` });
      expect(await line.closed()).toBe(DOCUMENT_CLOSE.signedOut);
    },
  );

  it('SE3 a session that was ended opens neither line, and no door gives anything that would (row 4)', async () => {
    const device = await couple.a.otherDevice();
    const { cookie } = device;
    await device.door('POST', '/api/leave', {});
    await expect(new Person(server.origin, cookie).connect()).rejects.toThrow('signed-out');
    const line = await DocumentLine.open(new Person(server.origin, cookie), 'deck/none');
    expect(await line.closed()).toBe(DOCUMENT_CLOSE.signedOut);
    const link = await new Person(server.origin, cookie).door('POST', '/api/devices', { lasting: false });
    expect([link.status, link.text]).toEqual([401, '{"refusal":"signed-out"}']);
  });
});

it('DO3 SE3 leaving closes a document that nobody writes in, at once too (row 9)', async () => {
  const server = await startServer();
  const couple = await aCouple(server);
  const conversationId = await open(couple, 'reach-and-respond');
  const line = await DocumentLine.open(couple.a, `deck/${conversationId}`);
  await line.next('step1');
  couple.a.disconnect();
  await couple.b.caughtUp();
  expect((await couple.a.door('POST', '/api/leave', {})).status).toBe(204);
  expect(await line.closed()).toBe(DOCUMENT_CLOSE.signedOut);
  couple.b.disconnect();
  await server.close();
}, 15_000);

describe('what must not be guessed', () => {
  it.each([
    ['secrets', newSecret, /^[A-Za-z0-9_-]{43}$/],
    ['names of things', newId, /^[A-Za-z0-9_-]{22}$/],
  ])('SE1 %s are of full length and never the same, a hundred thousand times (row 5)', (_what, make, form) => {
    const made = Array.from({ length: 100_000 }, make);
    expect(made.every((each) => form.test(each))).toBe(true);
    expect(new Set(made).size).toBe(made.length);
  });

  it('SP7 spoken codes use all letters alike (rows 5, 37)', () => {
    const counts = new Map<string, number>();
    for (let at = 0; at < 10_000; at++) {
      for (const letter of newSpokenCode().replace('-', '')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect(counts.size).toBe(31);
    for (const count of counts.values()) expect(Math.abs(count - 80_000 / 31)).toBeLessThan(400);
  });
});

it('SE1 a device is named by the server, whatever it calls itself (row 13)', async () => {
  const read = readConfig({});
  if ('faults' in read) throw new Error(read.faults.join());
  const sessions = openSessions({ store: openMemory().sessions, config: read.config, now: Date.now });
  const labels = await Promise.all(
    ['Kim’s own phone', 'Mozilla/5.0 (Android) Firefox/140.0 Your partner', '<b>x</b>', ''].map(async (agent) => {
      const request = new IncomingMessage(new Socket());
      request.headers['user-agent'] = agent;
      return (await sessions.begin('somebody', request, new ServerResponse(request))).device;
    }),
  );
  expect(labels).toEqual([
    'A browser on a device',
    'Firefox on Android',
    'A browser on a device',
    'A browser on a device',
  ]);
});
