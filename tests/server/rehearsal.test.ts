import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted } from '../kit/couple.ts';
import { aFoundedSpace } from '../kit/facilitated.ts';
import { until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

/** They take their time, as people would: each move comes after a second and a half. */
const MOVE = 6_000;

describe('a rehearsal', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it('FA5 a facilitator leads two practice partners, by the same rules', { timeout: 60_000 }, async () => {
    const { spaceId, facilitator, facilitatorId } = await aFoundedSpace(server, true);
    expect((await facilitator.door('GET', '/api/me')).body.member.guestIn).toMatchObject([
      { spaceId, standing: 'active', practice: true, founder: true },
    ]);
    await facilitator.connect();
    expect(await facilitator.follow('space', spaceId)).toMatchObject({ ok: true });
    const seated = facilitator.seen.filter(({ event }) => event.type === 'MemberJoined');
    expect(seated.map(({ event, words }) => [event, words?.text?.name])).toMatchObject([
      [{ role: 'partner', seat: 'a', practice: 'en' }, 'Alex (practice)'],
      [{ role: 'partner', seat: 'b', practice: 'en' }, 'Sam (practice)'],
      [{ role: 'facilitator', memberId: facilitatorId }, 'Ada'],
    ]);
    const consents = facilitator.seen.filter(({ event }) => event.type === 'GuestConfirmed');
    expect(new Set(consents.map(({ event }) => event.type === 'GuestConfirmed' && event.by)).size).toBe(2);

    const ask = { type: 'OpenConversation', guideId: 'five-part-check-in', first: 'a' } as const;
    const { created: id = '' } = accepted(await facilitator.ask(spaceId, ask));
    await facilitator.follow('conversation', id);
    const talk = () => facilitator.stateOf(id);
    expect(talk()).toMatchObject({ lead: { memberId: facilitatorId }, ready: { a: false, b: false } });
    for (const seat of SEATS) accepted(await facilitator.do(id, { type: 'Admit', seat }));
    await until(() => expect(talk().ready).toEqual({ a: true, b: true }), MOVE);
    accepted(await facilitator.do(id, { type: 'Begin' }));
    await until(() => expect(talk().turn?.stepId).toBe('share'), MOVE);

    const before = talk().turn?.turnId ?? '';
    accepted(await facilitator.do(id, { type: 'InsertStep', turnId: before, what: 'tell', to: 'b' }));
    await until(() => expect(talk().turn?.stepId).toBe('between.tell'));
    await until(() => expect(talk().turn?.turnId).toBe(before), MOVE);
    accepted(await facilitator.do(id, { type: 'EndGently', turnId: before }));
    await until(() => expect(talk().phase).toBe('ended'), 3 * MOVE);
    expect(talk().ended?.reason).toBe('stopped');
    // What two scripts share is nobody's secret, and yet nothing of their own streams comes down.
    expect(facilitator.seen.every(({ stream }) => !stream.startsWith('own/'))).toBe(true);
  });

  it('FA5 in German, too', async () => {
    const { spaceId, facilitator } = await aFoundedSpace(server);
    const names = { spaceName: 'Probe', memberName: 'Ada', practice: true, language: 'de', secrets: 'no-secrets' };
    const { body } = await facilitator.door('POST', '/api/spaces', names);
    const rooms = (await facilitator.door('GET', '/api/me')).body.member.guestIn;
    expect(rooms.map((room) => [room.spaceId, room.standing]).sort()).toEqual(
      [
        [spaceId, 'waiting'],
        [body.spaceId, 'active'],
      ].sort(),
    );
    await facilitator.connect();
    await facilitator.follow('space', body.spaceId);
    const joined = facilitator.seen.filter(({ event }) => event.type === 'MemberJoined');
    expect(joined.map(({ words }) => words?.text?.name)).toEqual(['Alex (Übung)', 'Sam (Übung)', 'Ada']);
  });
});
