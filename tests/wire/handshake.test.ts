import { WIRE_VERSION } from '@turnward/shared/wire/protocol.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCouple, type Couple } from '../kit/couple.ts';
import { Person } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';
import { RawLine } from './raw-line.ts';

describe('the handshake', () => {
  let server: TestServer;
  let couple: Couple;
  beforeAll(async () => {
    server = await startServer();
    couple = await aCouple(server);
  });
  afterAll(() => server.close());

  const foreign: [what: string, origin: (port: number) => string | undefined][] = [
    ['another site', () => 'https://evil.example'],
    ['a page without an origin', () => 'null'],
    ['nobody', () => undefined],
    ['a name that only begins like ours', (port) => `http://127.0.0.1:${port}.evil.example`],
    ['a name under ours', (port) => `http://us.localhost:${port}`],
    ['another port', (port) => `http://127.0.0.1:${port + 1}`],
    ['another scheme', (port) => `https://127.0.0.1:${port}`],
  ];
  it.each(foreign)('WR7 is refused to %s (row 2)', async (_what, from) => {
    const asked = RawLine.upgrade(server.origin, { origin: from(server.port), cookie: couple.a.cookie });
    await expect(asked).rejects.toThrow('status 400');
  });

  it('WR7 is given to the exact origin, and by websocket only', async () => {
    const headers = { origin: server.origin, cookie: couple.a.cookie };
    const line = await RawLine.upgrade(server.origin, headers);
    expect(line.open).toBe(true);
    line.leave();
    await expect(RawLine.upgrade(server.origin, headers, 'polling')).rejects.toThrow('status 400');
    const poll = await couple.a.door('GET', '/live/?EIO=4&transport=polling');
    expect(poll.status).toBe(400);
  });

  it.each([
    ['no version', {}],
    ['an earlier version', { wire: WIRE_VERSION - 1 }],
    ['a later version', { wire: WIRE_VERSION + 1 }],
    ['a version that is no number', { wire: String(WIRE_VERSION) }],
  ])('WR7 is refused as wrong-version to a client of %s', async (_what, auth) => {
    await expect(new Person(server.origin, couple.a.cookie).connect({ auth })).rejects.toThrow('wrong-version');
  });

  it.each([
    ['no cookie', () => ''],
    ['a cookie that was made up', () => `turnward=${'A'.repeat(43)}`],
    ['a cookie of another name', () => couple.a.cookie.replace('turnward', '__Host-turnward')],
    ['a cookie that is cut short', () => couple.a.cookie.slice(0, -1)],
  ])('WR7 is refused as signed-out to %s', async (_what, cookie) => {
    await expect(new Person(server.origin, cookie()).connect()).rejects.toThrow('signed-out');
  });
});
