import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DocumentCouple } from '../kit/document-couple.ts';
import { edit } from '../kit/document-line.ts';
import { until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const looking = (on: string) => JSON.stringify({ on });

describe('whose eyes are where', () => {
  let server: TestServer;
  let two: DocumentCouple;
  let memberOf: Record<'a' | 'b', string>;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    two = await DocumentCouple.gather(server);
    const { a, b } = two.couple;
    const [ofA, ofB] = await Promise.all([a, b].map((person) => person.door('GET', '/api/me')));
    memberOf = { a: ofA?.body.member.memberId ?? '', b: ofB?.body.member.memberId ?? '' };
  });
  afterEach(() => two.leave());

  it('DO4 shows each device where the others look, stamped from the session', async () => {
    const [a, b] = [await two.device('a'), await two.device('b')];
    a.provider.awareness.setLocalState({ on: 'fear', memberId: 'somebody else', seat: 'b' });
    a.provider.awareness.setLocalState({ on: 'fear', caret: { anchor: 'x', head: 'y' } });
    const eyes = { on: 'fear', caret: { anchor: 'x', head: 'y' }, memberId: memberOf.a, seat: 'a' };
    await until(() => expect(b.others()).toEqual([eyes]));
    const laptop = await two.device('b');
    const none = { on: null, memberId: memberOf.b, seat: 'b' };
    await until(() => expect(laptop.others()).toEqual([eyes, none]));
    await until(() => expect(a.others()).toHaveLength(2));
    a.close();
    await until(() => expect(b.others()).toEqual([none]));
  });

  it('DO4 shows a device again that was away, at once, though the official client counts on where it was', async () => {
    const [a, b] = [await two.device('a'), await two.device('b')];
    a.provider.awareness.setLocalState({ on: 'fear' });
    await until(() => expect(b.others()).toMatchObject([{ on: 'fear' }]));
    a.drop();
    await until(() => expect(b.others()).toEqual([]));
    await until(() => expect(b.others()).toMatchObject([{ on: 'fear' }]));
    await server.restart();
    await until(() => expect(b.others()).toEqual([]));
    await until(() => expect(b.others()).toMatchObject([{ on: 'fear' }]));
  });

  it('DO4 tells a device its own entry, so that a quiet line is not given up', async () => {
    const line = await two.line('a');
    line.eyes([77, 5, looking('fear')]);
    const { entries } = await line.next('eyes');
    expect(entries).toEqual([{ clientId: 77, clock: 5, state: { on: 'fear', memberId: memberOf.a, seat: 'a' } }]);
    line.eyes([77, 6, '{}']);
    expect((await line.next('eyes', 2)).entries).toMatchObject([{ clientId: 77, clock: 6, state: { on: null } }]);
  });

  it('DO11 shows nobody the id of a device that has not written, so that nobody writes in its place', async () => {
    const a = await two.device('a');
    const id = a.doc.clientID;
    a.provider.awareness.setLocalState({ on: 'fear' });
    const b = await two.line('b');
    await until(() => expect(JSON.stringify(b.all('eyes'))).toContain('"fear"'));
    expect(b.all('eyes').flatMap(({ entries }) => entries.map(({ clientId }) => clientId))).not.toContain(id);
    await a.goOffline();
    a.text('card/mine').insert(0, 'Mine.');
    await server.restart();
    // Even where it is guessed: it was its member's, durably, since it was announced.
    const forger = await two.line('b');
    forger.update(edit((doc) => doc.getText('card/theirs').insert(0, 'In place of hers.'), id));
    expect((await forger.content()).getText('card/theirs').toString()).toBe('');
    a.provider.connect();
    await a.saved();
    expect((await forger.content()).getText('card/mine').toString()).toBe('Mine.');
  });

  it('DO4 passes over what a device says of others, and keeps to one entry a socket', async () => {
    const [a, b] = [await two.line('a'), await two.line('b')];
    a.eyes([11, 1, looking('one')]);
    const [shown] = (await b.next('eyes')).entries;
    b.eyes([22, 1, looking('two')]);
    const [other] = (await a.next('eyes', 2)).entries;
    const [ofA, ofB] = [shown?.clientId ?? 0, other?.clientId ?? 0];
    // Somebody else's, in his place, and away; a second one of its own; and what only looks like an entry.
    b.eyes([11, 9, looking('forged')], [ofA, 2 ** 50, looking('forged')]);
    b.eyes([11, 2, 'null'], [23, 1, looking('second')]);
    b.eyes([22, 2, '{"on":"two","memberId":"forged"}'], [22, 3, looking('twice')]);
    b.eyes([22, 4, '{']);
    b.eyes([22, 5, JSON.stringify({ on: 'two', more: 'x'.repeat(3_000) })]);
    b.eyes([22, 6, looking('last')]);
    await until(() => expect(a.all('eyes').at(-1)?.entries).toMatchObject([{ clientId: ofB, state: { on: 'last' } }]));
    for (const { entries } of a.all('eyes')) {
      for (const { clientId, state } of entries) expect([11, 22, ofA, ofB], JSON.stringify(state)).toContain(clientId);
    }
    expect(JSON.stringify([a.heard, b.heard])).not.toContain('forged');
    const late = await two.line('b');
    const { entries } = await late.next('eyes');
    expect(entries.map(({ clientId }) => clientId)).toEqual([ofA, ofB]);
    expect(b.open).toBe(true);
  });

  it('DO4 tells ten times a second at most, and always the last', async () => {
    const [a, b] = [await two.line('a'), await two.line('b')];
    const started = performance.now();
    for (let clock = 1; clock <= 200; clock++) a.eyes([11, clock, looking(`card-${clock}`)]);
    await until(() => expect(JSON.stringify(b.heard)).toContain('"card-200"'));
    const seconds = (performance.now() - started) / 1000;
    expect(b.all('eyes').length).toBeLessThanOrEqual(2 + 10 * seconds);
  });

  it('DO4 says that a device is gone whose line ended, or that says so', async () => {
    const [a, b] = [await two.line('a'), await two.line('b')];
    a.eyes([11, 1, looking('one')]);
    const seen = await b.next('eyes');
    const clientId = seen.entries[0]?.clientId;
    a.eyes([11, 2, 'null']);
    expect((await b.next('eyes', 2)).entries).toMatchObject([{ clientId, state: null }]);
    a.eyes([11, 3, looking('one')]);
    await b.next('eyes', 3);
    a.leave();
    const gone = await b.next('eyes', 4);
    expect(gone.entries).toMatchObject([{ clientId, state: null }]);
    expect(gone.entries[0]?.clock).toBeGreaterThan(seen.entries[0]?.clock ?? 0);
  });

  it('DO4 leaves a draft’s eyes to its author’s devices', async () => {
    const [desk, phone] = [await two.line('a', 'draft/a'), await two.line('a', 'draft/a')];
    const partner = await two.line('b');
    desk.eyes([11, 1, looking('share/text')]);
    await phone.next('eyes');
    await partner.content();
    expect(partner.all('eyes')).toEqual([]);
  });
});
