import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCouple, accepted, begin, type Couple, open, playTo } from '../kit/couple.ts';
import { Person, secretIn, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const DAY = 86_400_000;

describe('sessions', () => {
  let server: TestServer;
  let couple: Couple;
  let conversationId: string;
  beforeEach(async () => {
    server = await startServer();
    couple = await aCouple(server);
    conversationId = await open(couple, 'heard');
    await begin(couple, conversationId);
    await playTo(server, couple, conversationId, 'share');
  });
  afterEach(() => server.close());

  const share = (text = 'Words.') =>
    couple.a.do(conversationId, { type: 'Contribute', turnId: 't4', answer: { text: { text } } });
  const gone = (person: Person) => until(() => expect(person.connected).toBe(false));
  const me = async (person: Person) => (await person.door('GET', '/api/me')).body.member;

  it('SE3 an expired one is refused at its next command, and its line is cut (row 8)', async () => {
    server.advance(90 * DAY);
    expect(await share()).toEqual({ ok: false, refusal: 'signed-out' });
    await gone(couple.a);
    expect(couple.a.farewells).toEqual(['signed-out']);
    expect(await me(couple.a)).toBeNull();
    await expect(couple.a.connect()).rejects.toThrow('signed-out');
  });

  it('PR2 SE3 an expired session gets nothing at the next fan-out', async () => {
    server.advance(45 * DAY);
    const device = await couple.b.otherDevice();
    await device.connect();
    await device.follow('conversation', conversationId);
    server.advance(45 * DAY);
    // The first sessions of both are over; what the new device does reaches neither of them.
    const before = [couple.a.seen.length, couple.b.seen.length];
    accepted(await device.do(conversationId, { type: 'Pause' }));
    await gone(couple.a);
    await gone(couple.b);
    expect([couple.a.seen.length, couple.b.seen.length]).toEqual(before);
    expect([couple.a.farewells, couple.b.farewells]).toEqual([['signed-out'], ['signed-out']]);
    expect(device.seen.at(-1)?.event).toMatchObject({ type: 'Paused' });
  });

  it('SE3 leaving ends one device at once, every line of it; another device of the same person stays (row 9)', async () => {
    const phone = await couple.a.otherDevice();
    const tab = new Person(server.origin, couple.a.cookie);
    for (const device of [phone, tab]) {
      await device.connect();
      await device.follow('conversation', conversationId);
    }
    const copied = couple.a.cookie;
    expect((await couple.a.door('POST', '/api/leave', {})).status).toBe(204);
    await gone(couple.a);
    await gone(tab);
    expect([couple.a.farewells, tab.farewells, phone.farewells]).toEqual([['signed-out'], ['signed-out'], []]);
    accepted(await phone.do(conversationId, { type: 'Return', pauseId: 'p1', stirred: 1 }));
    await expect(new Person(server.origin, copied).connect()).rejects.toThrow('signed-out');
    expect(await me(new Person(server.origin, copied))).toBeNull();
    await server.restart();
    expect(await me(new Person(server.origin, copied))).toBeNull();
    expect(await me(phone)).not.toBeNull();
  });

  it('SE1 gives each device a secret of its own, of 256 bits, and keeps only its hash (row 5)', async () => {
    const phone = await couple.a.otherDevice();
    const secrets = [couple.a, couple.b, phone].map(({ cookie }) => cookie.split('=')[1] ?? '');
    expect(new Set(secrets).size).toBe(3);
    for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  });

  it('SP6 a device link brings the same person in, once, of many that try at once', async () => {
    const { url } = (await couple.a.door('POST', '/api/devices', { lasting: false })).body;
    const token = secretIn(url);
    const looks = await new Person(server.origin).door('POST', '/api/join/look', { token });
    expect([looks.status, looks.text]).toEqual([200, '{"kind":"device"}']);
    const devices = Array.from({ length: 10 }, () => new Person(server.origin));
    const answers = await Promise.all(devices.map((each) => each.door('POST', '/api/devices/join', { token })));
    const [won, ...others] = answers.filter(({ status }) => status === 200);
    expect(others).toEqual([]);
    expect(won?.body.member).toEqual(await me(couple.a));
    expect(answers.filter(({ status, body }) => status === 404 && body.refusal === 'no-such-invite')).toHaveLength(9);
  });

  it('SP6 a device link lives for 15 minutes, a lasting one for a year', async () => {
    const linkOf = async (lasting: boolean) =>
      secretIn((await couple.a.door('POST', '/api/devices', { lasting })).body.url);
    const [short, lasting] = [await linkOf(false), await linkOf(true)];
    server.advance(15 * 60_000);
    const use = (token: string) => new Person(server.origin).door('POST', '/api/devices/join', { token });
    expect((await use(short)).status).toBe(404);
    server.advance(364 * DAY);
    expect((await use(lasting)).status).toBe(200);
  });

  it('SP6 a device link is no invitation, and an invitation no device link', async () => {
    const device = secretIn((await couple.a.door('POST', '/api/devices', { lasting: false })).body.url);
    const stranger = new Person(server.origin);
    const names = { spaceName: 'Theirs', memberName: 'Sam', practice: false, language: 'en' };
    const { spaceId } = (await stranger.door('POST', '/api/spaces', names)).body;
    const { url } = (await stranger.door('POST', `/api/spaces/${spaceId}/invites`, { via: 'link' })).body;
    const fresh = () => new Person(server.origin);
    expect((await fresh().door('POST', '/api/join', { token: device, name: 'Eve' })).status).toBe(404);
    expect((await fresh().door('POST', '/api/devices/join', { token: secretIn(url) })).status).toBe(404);
  });

  it('SP6 a device that was somebody else’s before is theirs no more, and its old line is cut', async () => {
    const shared = new Person(server.origin, couple.b.cookie);
    await shared.connect();
    const { url } = (await couple.a.door('POST', '/api/devices', { lasting: false })).body;
    const old = shared.cookie;
    expect((await shared.door('POST', '/api/devices/join', { token: secretIn(url) })).status).toBe(200);
    await gone(shared);
    expect(await me(shared)).toEqual(await me(couple.a));
    expect(await me(new Person(server.origin, old))).toBeNull();
  });

  it.each([
    ['POST', '/api/devices', { lasting: false }],
    ['POST', '/api/spaces/x/invites', { via: 'link' }],
    ['GET', '/api/join/waiting', undefined],
  ] as const)('SE3 %s %s is nothing for nobody', async (method, door, body) => {
    const answer = await new Person(server.origin).door(method, door, body);
    expect([answer.status, answer.text]).toEqual([401, '{"refusal":"signed-out"}']);
  });
});
