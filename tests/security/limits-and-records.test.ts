import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCouple } from '../kit/couple.ts';
import { aFacilitatedCouple } from '../kit/facilitated.ts';
import { Person, secretIn, until } from '../kit/person.ts';
import { startProcess } from '../kit/process.ts';
import { startServer, type TestServer } from '../kit/server.ts';

type Entry = { at: number; what: string; about: string };
type Denial = { level: number; who: string; door: string; why: string; msg: string };

describe('limits and records', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ TRUST_PROXY: '1', LOG_LEVEL: 'silent' });
  });
  afterAll(() => server.close());

  let addresses = 0;
  const elsewhere = () => ({ 'x-forwarded-for': `10.2.${addresses >> 8}.${addresses++ & 255}` });
  const recordOf = async (person: Person): Promise<Entry[]> =>
    JSON.parse((await person.door('GET', '/api/audit')).text).entries;

  it('DR1 an account invites so often and no more, from however many addresses (row 34)', async () => {
    const { a, b, spaceId } = await aCouple(server);
    const statuses: number[] = [];
    for (let at = 0; at < 42; at++) {
      const asked = await a.door(
        'POST',
        `/api/spaces/${spaceId}/invites`,
        { via: 'link', role: 'observer' },
        elsewhere(),
      );
      statuses.push(asked.status);
    }
    // One of the forty brought the partner in.
    expect(statuses.slice(-4)).toEqual([200, 429, 429, 429]);
    const other = await b.door(
      'POST',
      `/api/spaces/${spaceId}/invites`,
      { via: 'link', role: 'observer' },
      elsewhere(),
    );
    expect(other.status).toBe(200);
  });

  it('DR1 so does a space, from however many accounts (row 34)', async () => {
    const { a, b, spaceId } = await aCouple(server);
    const asked = async (person: Person, times: number) => {
      let last = 0;
      for (let at = 0; at < times; at++) {
        const invite = { via: 'link', role: 'observer' };
        last = (await person.door('POST', `/api/spaces/${spaceId}/invites`, invite, elsewhere())).status;
      }
      return last;
    };
    expect([await asked(a, 30), await asked(b, 19), await asked(b, 1)]).toEqual([200, 200, 429]);
    const others = await aCouple(server);
    const theirs = await others.a.door('POST', `/api/spaces/${others.spaceId}/invites`, {
      via: 'link',
      role: 'observer',
    });
    expect(theirs.status).toBe(200);
  });

  it('DR1 an account guesses ten codes, from however many addresses (row 35)', async () => {
    const { a } = await aCouple(server);
    const statuses: number[] = [];
    for (let at = 0; at < 12; at++) {
      statuses.push((await a.door('POST', '/api/join/code', { code: 'WRNG-CDEF', name: 'Noa' }, elsewhere())).status);
    }
    expect(statuses).toEqual([...Array(10).fill(404), 429, 429]);
  });

  it('DR2 refuses a body above 16 kB and a body that is no JSON, alike', async () => {
    const { a } = await aCouple(server);
    const send = (body: string) =>
      fetch(`${server.origin}/api/spaces`, {
        method: 'POST',
        headers: { origin: server.origin, cookie: a.cookie, 'content-type': 'application/json' },
        body,
      });
    for (const body of [JSON.stringify({ spaceName: 'x'.repeat(16_400) }), '{"spaceName":', '7']) {
      const answer = await send(body);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(await answer.text()).toBe('{"refusal":"malformed"}');
    }
  });

  it('DR4 each person has a record of how they came in and left, and of what was refused them (row 40)', async () => {
    const { a, b, spaceId } = await aCouple(server);
    await b.door('POST', '/api/spaces/nowhere/invites', { via: 'link' });
    const { url } = (await b.door('POST', '/api/devices', { lasting: false })).body;
    const phone = new Person(server.origin);
    await phone.door('POST', '/api/devices/join', { token: secretIn(url) });
    await b.door('POST', '/api/leave', {});
    await until(async () =>
      expect((await recordOf(phone)).map(({ what, about }) => [what, about.split(':')[0]])).toEqual([
        ['signed-out', 'A browser on a device'],
        ['signed-in', 'device link'],
        ['refused', 'POST /spaces/'],
        ['signed-in', 'invitation'],
      ]),
    );
    expect((await recordOf(a)).map(({ about }) => about)).toEqual(['new space: A browser on a device']);
    expect((await new Person(server.origin).door('GET', '/api/audit')).status).toBe(401);
    expect(JSON.stringify(await recordOf(phone))).not.toContain(spaceId);
  });

  it('DR4 a guest’s record says what became of their place', async () => {
    const couple = await aFacilitatedCouple(server);
    const { facilitator, facilitatorId: memberId, spaceId } = couple;
    await couple.b.ask(spaceId, { type: 'FreezeMember', memberId });
    await until(async () =>
      expect((await recordOf(facilitator)).map(({ what }) => what)).toEqual([
        'guest-frozen',
        'guest-joined',
        'signed-in',
        'guest-asked',
      ]),
    );
  });
});

it('DR3 each refusal is logged: who by a hash, which door, why; no id, address, name or word (row 40)', {
  timeout: 60_000,
}, async () => {
  const server = await startProcess({ env: { LOG_LEVEL: 'info' } });
  try {
    const person = new Person(server.origin);
    const words = 'Halcyon nobody else is called';
    const names = { spaceName: words, memberName: words, practice: false, language: 'en' };
    const { spaceId } = (await person.door('POST', '/api/spaces', names)).body;
    await person.door('POST', `/api/spaces/${spaceId}/invites`, { via: words });
    await person.door('POST', '/api/spaces/nowhere-at-all/invites', { via: 'link' });
    await person.door('POST', '/api/join', { token: 'B'.repeat(43), name: words });
    await new Person(server.origin).door('GET', `/api/join/waiting?who=${encodeURIComponent(words)}`);
    await person.door('POST', '/api/leave', {}, { origin: 'https://evil.example' });
    const said = await until(() => {
      const lines = server
        .output()
        .split('\n')
        .filter((line) => line.startsWith('{'));
      const denied = lines.map((line) => JSON.parse(line) as Denial).filter(({ door }) => door);
      expect(denied).toHaveLength(5);
      return denied;
    });
    expect(said.map(({ door, why }) => [door, why])).toEqual([
      ['POST /spaces/:spaceId/invites', 'malformed'],
      ['POST /spaces/:spaceId/invites', 'not-found'],
      ['POST /join', 'no-such-invite'],
      ['GET /join/waiting', 'signed-out'],
      ['POST none', 'not-found'],
    ]);
    const whos = said.map(({ who }) => who);
    expect(new Set([whos[0], whos[1], whos[2], whos[4]]).size).toBe(1);
    expect(new Set(whos).size).toBe(2);
    const { body } = await person.door('GET', '/api/me');
    for (const secret of [
      words,
      spaceId,
      body.member.memberId,
      'nowhere-at-all',
      '127.0.0.1',
      person.cookie.slice(9),
    ]) {
      expect(said.map((line) => JSON.stringify(line)).join('\n')).not.toContain(secret);
    }
  } finally {
    await server.remove();
  }
});
