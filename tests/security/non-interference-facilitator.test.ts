import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accepted, begin, playTo } from '../kit/couple.ts';
import { Member } from '../kit/paired-run-member.ts';
import { memberIdOf, openRoom, type PairedRoom, SPACE } from '../kit/paired-run-room.ts';

/** They sit in no seat: nothing may take them for a partner. */
describe('one who facilitates', () => {
  let room: PairedRoom;
  let members: Record<'a' | 'b' | 'facilitator', Member>;
  let conversationId: string;
  beforeEach(async () => {
    room = await openRoom(['a', 'b', 'facilitator']);
    const came = (who: 'a' | 'b' | 'facilitator') => new Member(who, room.origin);
    members = { a: came('a'), b: came('b'), facilitator: came('facilitator') };
    for (const member of Object.values(members)) await member.connect();
    const asked = { type: 'OpenConversation', guideId: 'heard', first: 'a' } as const;
    conversationId = accepted(await members.a.person.ask(SPACE, asked)).created ?? '';
    for (const { person } of Object.values(members)) await person.follow('conversation', conversationId);
  });
  afterEach(async () => {
    for (const member of Object.values(members)) await member.leave();
    await room.remove();
  });

  it('GA2 is no partner: it does not begin while a partner is away', async () => {
    const { a, b } = members;
    for (const { person } of [a, b]) accepted(await person.do(conversationId, { type: 'SetReady', ready: true }));
    await a.leave();
    for (let looks = 0; looks < 3; looks++) await b.person.caughtUp();
    expect(await b.person.do(conversationId, { type: 'Begin' })).toEqual({ ok: false, refusal: 'partner-not-here' });
  });

  it('PR5 never shows as writing: they hold no floor', async () => {
    const { a, b, facilitator } = members;
    await begin({ spaceId: SPACE, a: a.person, b: b.person }, conversationId);
    await playTo(room, { spaceId: SPACE, a: a.person, b: b.person }, conversationId, 'share');
    facilitator.person.report({ conversationId, writing: true });
    await facilitator.person.caughtUp();
    a.person.report({ conversationId, writing: true });
    for (const { person } of [a, b]) await person.caughtUp();
    const { members: seen } = b.person.presence.at(-1) ?? expect.fail('nobody was seen');
    expect(seen.find(({ memberId }) => memberId === memberIdOf('a'))?.state).toBe('writing');
    expect(seen.find(({ memberId }) => memberId === memberIdOf('facilitator'))?.state).toBe('here');
  });
});
