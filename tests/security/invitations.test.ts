import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Person, secretIn, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const HOUR = 3_600_000;

/** Security row 37. */
describe('an invitation by link', () => {
  let server: TestServer;
  let inviter: Person;
  let spaceId: string;
  beforeEach(async () => {
    server = await startServer();
    inviter = new Person(server.origin);
    spaceId = await begun(inviter);
  });
  afterEach(() => server.close());

  const invited = async () => (await inviter.door('POST', `/api/spaces/${spaceId}/invites`, { via: 'link' })).body;
  const join = (token: string, name = 'Kim') => new Person(server.origin).door('POST', '/api/join', { token, name });
  const look = (token: string) => new Person(server.origin).door('POST', '/api/join/look', { token });

  it('SP2 brings one person in of fifty that try at once (row 37)', async () => {
    const token = secretIn((await invited()).url);
    const people = Array.from({ length: 50 }, () => new Person(server.origin));
    const answers = await Promise.all(people.map((each) => each.door('POST', '/api/join', { token, name: 'Kim' })));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 404 || status === 409)).toHaveLength(49);
    expect(people.filter(({ cookie }) => cookie !== '')).toHaveLength(1);
    await inviter.connect();
    await inviter.follow('space', spaceId);
    expect(inviter.seen.filter(({ event }) => event.type === 'MemberJoined')).toHaveLength(2);
    expect(inviter.seen.filter(({ event }) => event.type === 'InviteUsed')).toHaveLength(1);
  });

  it('SP2 is over once it was used, and looks like one that never was', async () => {
    const token = secretIn((await invited()).url);
    expect((await join(token)).status).toBe(200);
    for (const again of [await join(token), await look(token)]) {
      expect([again.status, again.text]).toEqual([404, '{"refusal":"no-such-invite"}']);
    }
  });

  it('SP2 R4 opens for 24 hours and not a moment longer', async () => {
    const token = secretIn((await invited()).url);
    server.advance(24 * HOUR - 5_000);
    expect((await look(token)).status).toBe(200);
    server.advance(5_000);
    expect((await look(token)).status).toBe(404);
    expect((await join(token)).status).toBe(404);
  });

  it('SP2 R4 opens no more once it was revoked', async () => {
    const { inviteId, url } = await invited();
    await inviter.connect();
    await inviter.ask(spaceId, { type: 'RevokeInvite', inviteId });
    for (const answer of [await look(secretIn(url)), await join(secretIn(url))]) {
      expect([answer.status, answer.text]).toEqual([409, '{"refusal":"invite-revoked"}']);
    }
  });

  it('SP4 opens no more once the seat is taken by way of another', async () => {
    const [first, second] = [await invited(), await invited()];
    expect((await join(secretIn(first.url))).status).toBe(200);
    const late = await join(secretIn(second.url), 'Third');
    expect([late.status, late.body.refusal]).toEqual([409, 'room-is-full']);
    const third = await inviter.door('POST', `/api/spaces/${spaceId}/invites`, { via: 'link' });
    expect([third.status, third.body.refusal]).toEqual([409, 'room-is-full']);
  });

  it('SP1 is not used up by looking, by a preview’s GET and HEAD, or by its own author (row 20)', async () => {
    await inviter.connect();
    const { url } = await invited();
    const token = secretIn(url);
    const before = await inviter.follow('space', spaceId);
    const preview = new Person(server.origin);
    for (const method of ['GET', 'HEAD'] as const) {
      for (const path of ['/join', `/join?token=${token}`, '/api/join', '/api/join/look', '/api/join/waiting']) {
        await preview.door(method, path, undefined, { 'user-agent': 'LinkPreview/1.0' });
        await inviter.door(method, path);
      }
    }
    for (let times = 0; times < 3; times++) {
      const { status, body } = await look(token);
      expect([status, body]).toMatchObject([200, { kind: 'invite', spaceName: 'Our room', inviterName: 'Robin' }]);
    }
    expect((await inviter.door('POST', '/api/join', { token, name: 'Robin' })).body.refusal).toBe('already-a-member');
    const after = await inviter.follow('space', spaceId);
    expect(after.ok && after.heads).toEqual(before.ok && before.heads);
    expect(preview.cookie).toBe('');
    expect((await join(token)).status).toBe(200);
  });

  it('SP2 is a secret in the fragment, which no server is ever sent, and differs each time (row 5)', async () => {
    const urls = await Promise.all(Array.from({ length: 20 }, invited));
    const secrets = urls.map(({ url }) => secretIn(url));
    expect(secrets.every((secret) => /^[A-Za-z0-9_-]{43}$/.test(secret))).toBe(true);
    expect(new Set(secrets).size).toBe(20);
    expect(urls.every(({ url }) => new URL(url).search === '')).toBe(true);
  });

  it.each([
    ['no token', {}],
    ['a short token', { token: 'abc', name: 'Kim' }],
    ['an extra key', { token: 'A'.repeat(43), name: 'Kim', role: 'facilitator' }],
    ['a name that is blank', { token: 'A'.repeat(43), name: '   ' }],
    ['a name without end', { token: 'A'.repeat(43), name: 'x'.repeat(61) }],
    ['a name that is no text', { token: 'A'.repeat(43), name: { $ne: null } }],
  ])('WR1 a door refuses %s as malformed (row 28)', async (_what, body) => {
    const answer = await new Person(server.origin).door('POST', '/api/join', body);
    expect([answer.status, answer.text]).toEqual([400, '{"refusal":"malformed"}']);
  });
});

/** Begins a space and signs the person in. */
async function begun(person: Person): Promise<string> {
  const names = { spaceName: 'Our room', memberName: 'Robin', practice: false, language: 'en' };
  return (await person.door('POST', '/api/spaces', names)).body.spaceId;
}

describe('a spoken code', () => {
  let server: TestServer;
  let inviter: Person;
  let spaceId: string;
  let code: string;
  beforeEach(async () => {
    server = await startServer({ TRUST_PROXY: '1' });
    inviter = new Person(server.origin);
    spaceId = await begun(inviter);
    await inviter.connect();
    await inviter.follow('space', spaceId);
    code = (await inviter.door('POST', `/api/spaces/${spaceId}/invites`, { via: 'code' })).body.code;
  });
  afterEach(() => server.close());

  /** Types a code, from an address of its own unless one is given. */
  let addresses = 0;
  const type = (person: Person, typed: string, address = `10.0.${addresses++ >> 8}.${addresses & 255}`) =>
    person.door('POST', '/api/join/code', { code: typed, name: 'Noa' }, { 'x-forwarded-for': address });
  const knocked = () =>
    until(() => {
      const asked = inviter.seen.findLast(({ event }) => event.type === 'EntryRequested')?.event;
      if (asked?.type !== 'EntryRequested') throw new Error('nobody knocked');
      return asked.requestId;
    });
  const waits = async (person: Person) => (await person.door('GET', '/api/join/waiting')).body;

  it('SP3 lets nobody in by itself; admitted by name, they are in', async () => {
    const guest = new Person(server.origin);
    expect((await type(guest, code.toLowerCase().replace('-', ' '))).body).toEqual({ state: 'waiting' });
    expect(await waits(guest)).toEqual({ state: 'waiting' });
    expect((await guest.door('GET', '/api/me')).body.member.spaces).toEqual([]);
    const requestId = await knocked();
    expect(inviter.seen.findLast(({ words }) => words)?.words).toEqual({ text: { name: 'Noa' } });
    expect(await inviter.ask(spaceId, { type: 'AdmitEntry', requestId })).toMatchObject({ ok: true });
    expect(await waits(guest)).toEqual({ state: 'admitted', spaceId });
    expect((await guest.door('GET', '/api/me')).body.member.spaces).toEqual([spaceId]);
    const late = new Person(server.origin);
    expect((await type(late, code)).body.refusal).toMatch(/^(invite-used|room-is-full)$/);
  });

  it('SP3 declined, they stay outside and learn that, and nothing else', async () => {
    const guest = new Person(server.origin);
    await type(guest, code);
    const requestId = await knocked();
    await inviter.ask(spaceId, { type: 'DeclineEntry', requestId });
    expect(await waits(guest)).toEqual({ state: 'declined' });
    expect((await guest.door('GET', '/api/me')).body.member.spaces).toEqual([]);
    expect(await inviter.ask(spaceId, { type: 'AdmitEntry', requestId })).toEqual({
      ok: false,
      refusal: 'request-settled',
    });
  });

  it('SP3 of two that wait one is admitted, and then the room is full', async () => {
    const ids: string[] = [];
    for (let guests = 1; guests <= 2; guests++) {
      await type(new Person(server.origin), code);
      await until(() =>
        expect(inviter.seen.filter(({ event }) => event.type === 'EntryRequested')).toHaveLength(guests),
      );
      ids.push(await knocked());
    }
    const admit = (requestId = '') => inviter.ask(spaceId, { type: 'AdmitEntry', requestId });
    expect(await Promise.all(ids.map(admit))).toMatchObject([{ ok: true }, { ok: false, refusal: 'room-is-full' }]);
  });

  it('SP7 gives every wrong code one answer, whatever is wrong with it (row 35)', async () => {
    const wrong = ['ABCD-EFGH', 'abcdefgh', '0000-0000', 'x', code.slice(0, -1), `${code}A`, '../../etc', '"OR 1=1'];
    const answers = await Promise.all(wrong.map((typed) => type(new Person(server.origin), typed)));
    for (const { status, text } of answers) {
      expect([status, text]).toEqual([404, '{"refusal":"no-such-invite"}']);
    }
    server.advance(15 * 60_000);
    const expired = await type(new Person(server.origin), code);
    expect([expired.status, expired.text]).toEqual([404, '{"refusal":"no-such-invite"}']);
  });

  it('SP7 lets an address try ten times, a household of IPv6 counting as one (row 35)', async () => {
    const guest = new Person(server.origin);
    const tries = async (address: (at: number) => string) => {
      const statuses: number[] = [];
      for (let at = 0; at < 12; at++) statuses.push((await type(guest, 'WRNG-CDEF', address(at))).status);
      return statuses;
    };
    const tenThenNone = [...Array(10).fill(404), 429, 429];
    expect(await tries(() => '192.0.2.7')).toEqual(tenThenNone);
    expect(await tries((at) => `2001:db8:1:2::${at + 1}`)).toEqual(tenThenNone);
    const right = await type(guest, code, '192.0.2.7');
    expect([right.status, right.text]).toEqual([429, '{"refusal":"too-many"}']);
    expect((await type(guest, code, '192.0.2.8')).status).toBe(200);
  });

  it('SP7 lets all addresses together try 300 times', async () => {
    const statuses = new Map<number, number>();
    for (let hundred = 0; hundred < 4; hundred++) {
      const answers = await Promise.all(Array.from({ length: 80 }, () => type(new Person(server.origin), 'WRNG-CDEF')));
      for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(Object.fromEntries(statuses)).toEqual({ 404: 300, 429: 20 });
  });
});

describe('behind no proxy', () => {
  let server: TestServer;
  afterAll(() => server.close());

  it('SP7 nobody gets more tries by claiming to be somebody else', async () => {
    server = await startServer();
    const guest = new Person(server.origin);
    const statuses: number[] = [];
    for (let at = 0; at < 12; at++) {
      const claimed = { 'x-forwarded-for': `198.51.100.${at}` };
      statuses.push((await guest.door('POST', '/api/join/code', { code: 'WRNG-CDEF', name: 'Noa' }, claimed)).status);
    }
    expect(statuses).toEqual([...Array(10).fill(404), 429, 429]);
  });
});
