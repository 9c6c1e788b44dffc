import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accepted, begin, open } from '../kit/couple.ts';
import { DocumentLine } from '../kit/document-line.ts';
import { aFacilitatedCouple, aGuest, confirmed, type FacilitatedCouple, proposed } from '../kit/facilitated.ts';
import { Person, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

describe('the presence of guests', () => {
  let server: TestServer;
  let couple: FacilitatedCouple;
  let conversationId: string;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    couple = await aFacilitatedCouple(server);
    conversationId = await open(couple, 'heard');
  });

  /** How this person sees somebody. */
  const sees = (person: Person, memberId: string) => {
    const found = person.presence.at(-1)?.members.find((member) => member.memberId === memberId);
    return found && `${found.state} ${found.devices}`;
  };
  const shows = (memberId: string, expected: string | undefined, to = [couple.a, couple.b]) =>
    until(() => {
      for (const person of to) expect(sees(person, memberId)).toBe(expected);
    });

  it('ME9 shows each to all others, with every device, whatever of the space that follows', async () => {
    const { facilitator, facilitatorId } = couple;
    const { person: observer, memberId: observerId } = await aGuest(couple, 'observer');
    const everybody = [couple.a, couple.b, facilitator, observer];
    await shows(facilitatorId, 'away 1', everybody);
    await shows(observerId, 'away 1', everybody);
    const caseload = await new Person(server.origin, facilitator.cookie).connect();
    await caseload.follow('headers', conversationId);
    await shows(facilitatorId, 'away 2', everybody);
    caseload.report({ conversationId });
    await caseload.caughtUp();
    await shows(facilitatorId, 'away 2', everybody);
    const reader = await new Person(server.origin, observer.cookie).connect();
    await reader.follow('conversation', conversationId);
    await shows(observerId, 'here 2', everybody);
    for (const device of [caseload, reader]) device.disconnect();
    await shows(facilitatorId, 'away 1', everybody);
    await shows(observerId, 'away 1', everybody);
  });

  it('ME9 shows whoever reads a document, and follows nothing', async () => {
    const { facilitator, facilitatorId } = couple;
    const own = await DocumentLine.enter(facilitator, `notes/${couple.spaceId}/${facilitatorId}`);
    const deck = await DocumentLine.enter(facilitator, `deck/${conversationId}`);
    await shows(facilitatorId, 'away 1');
    facilitator.disconnect();
    await shows(facilitatorId, 'here 1');
    deck.leave();
    await shows(facilitatorId, 'lost 0');
    const again = await DocumentLine.enter(facilitator, `deck/${conversationId}`);
    await shows(facilitatorId, 'here 1');
    for (const line of [own, again]) line.leave();
    await shows(facilitatorId, 'lost 0');
  });

  it('ME9 shows a partner whose line broke as lost, a document that is still open as their device', async () => {
    const { memberId } = (await couple.b.door('GET', '/api/me')).body.member;
    const deck = await DocumentLine.enter(couple.b, `deck/${conversationId}`);
    await shows(memberId, 'here 1', [couple.a]);
    couple.b.disconnect();
    await shows(memberId, 'lost 1', [couple.a]);
    deck.leave();
    await shows(memberId, 'lost 0', [couple.a]);
  });

  it('ME9 says here of a guest whom the words reach, whatever their page says', async () => {
    const { facilitator, facilitatorId } = couple;
    facilitator.report({ conversationId });
    for (const person of [facilitator, couple.a, couple.b]) await person.caughtUp();
    await shows(facilitatorId, 'away 1');
    await facilitator.follow('conversation', conversationId);
    await shows(facilitatorId, 'here 1');
    facilitator.report({ conversationId: null, away: true });
    await facilitator.caughtUp();
    await shows(facilitatorId, 'here 1');
    facilitator.socket.emit('unfollow', { to: 'conversation', id: conversationId });
    await shows(facilitatorId, 'away 1');
    facilitator.disconnect();
    await shows(facilitatorId, 'lost 0');
  });

  it('ME1 ME9 shows nobody who only waits, nor whose place was taken', async () => {
    const waiting = await new Person(server.origin);
    const memberId = await proposed(couple, 'observer', waiting);
    await waiting.connect();
    expect(await waiting.follow('space', couple.spaceId)).toEqual({ ok: false, refusal: 'not-found' });
    await shows(memberId, undefined);
    await confirmed(couple, memberId);
    expect(await waiting.follow('space', couple.spaceId)).toMatchObject({ ok: true });
    await shows(memberId, 'away 1');
    accepted(await couple.b.ask(couple.spaceId, { type: 'FreezeMember', memberId }));
    await shows(memberId, undefined);
  });

  it('R5 shows nothing of anybody while the talk is paused', async () => {
    const { facilitator, facilitatorId } = couple;
    await begin(couple, conversationId);
    facilitator.report({ conversationId });
    accepted(await facilitator.do(conversationId, { type: 'Pause' }));
    await shows(facilitatorId, 'paused 0');
    facilitator.disconnect();
    for (const person of [couple.a, couple.b]) await person.caughtUp();
    await shows(facilitatorId, 'paused 0');
  });
});
