import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted } from '../kit/couple.ts';
import { openDeck } from '../kit/couple-documents.ts';
import { Person, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

/** It takes its time, as a person would: each of its moves comes after a second and a half. */
const MOVE = 6_000;

describe('a practice partner', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it('GU1 plays a whole check-in with one person alone, by the same rules', { timeout: 45_000 }, async () => {
    const a = new Person(server.origin);
    const names = { spaceName: 'Trying it', memberName: 'Robin', practice: true, language: 'en' };
    const { spaceId } = (await a.door('POST', '/api/spaces', names)).body;
    await a.connect();
    await a.follow('space', spaceId);
    const joined = a.seen.filter(({ event }) => event.type === 'MemberJoined');
    expect(joined.map(({ event }) => event)).toMatchObject([{ seat: 'a' }, { seat: 'b', practice: 'en' }]);
    await until(() => expect(a.presence.at(-1)?.members[1]).toMatchObject({ state: 'here', devices: 0 }));

    const opened = accepted(
      await a.ask(spaceId, { type: 'OpenConversation', guideId: 'five-part-check-in', first: 'a' }),
    );
    const id = opened.created ?? '';
    await a.follow('conversation', id);
    const at = (stepId: string) => until(() => expect(a.stateOf(id).turn?.stepId).toBe(stepId), MOVE);
    const answer = (given: object) => {
      server.advance(10_000);
      return a.do(id, { type: 'Contribute', turnId: a.stateOf(id).turn?.turnId ?? '', answer: given });
    };
    const pass = () => a.do(id, { type: 'PassFloor', turnId: a.stateOf(id).turn?.turnId ?? '' });

    accepted(await a.do(id, { type: 'SetReady', ready: true }));
    await until(() => expect(a.stateOf(id).ready).toEqual({ a: true, b: true }), MOVE);
    accepted(await a.do(id, { type: 'Begin' }));
    await at('rate');
    accepted(await answer({ scales: { stirred: 2 } }));
    await at('share');
    accepted(await pass());
    await at('share~2');
    expect(await answer({ text: { feeling: 'Not mine to say.' } })).toEqual({ ok: false, refusal: 'not-your-floor' });
    await at('witness~2');
    const said = a.seen.findLast(({ event }) => event.type === 'Contributed' && event.seat === 'b');
    expect(Object.keys(said?.words?.text ?? {})).toHaveLength(4);
    accepted(await answer({ choice: 'for-telling' }));
    await at('plan');
    const { seq } = accepted(await answer({ text: { text: 'We make time for the holidays.' } }));
    await until(() => expect(a.stateOf(id).phase).toBe('ended'), MOVE);
    expect(a.seen.some(({ event }) => event.type === 'Approved' && event.seat === 'b' && event.seq === seq)).toBe(true);
    expect(a.seen.every(({ stream }) => !stream.startsWith('own/b'))).toBe(true);
    expect(a.eventsOf(id).filter(({ event }) => event.type === 'Contributed' && event.seat === 'b')).toHaveLength(1);
  });

  it('DK3 is ready for whatever the person is ready for', { timeout: 30_000 }, async () => {
    const a = new Person(server.origin);
    const names = { spaceName: 'Trying cards', memberName: 'Robin', practice: true, language: 'en' };
    const { spaceId } = (await a.door('POST', '/api/spaces', names)).body;
    await a.connect();
    await a.follow('space', spaceId);
    const opened = accepted(await a.ask(spaceId, { type: 'OpenConversation', guideId: 'heard', first: 'a' }));
    const id = opened.created ?? '';
    await a.follow('conversation', id);
    const versions = await openDeck(a, id, 'heard');
    for (const cardId of ['hope', 'close']) {
      const version = versions.get(cardId) ?? '';
      accepted(await a.do(id, { type: 'MarkCard', cardId, version, ready: true }));
    }
    accepted(await a.do(id, { type: 'FinishMarking', done: true }));
    await until(() => expect(a.stateOf(id).overlap?.map(({ cardId }) => cardId)).toEqual(['close', 'hope']), MOVE);
  });

  it('PA4 comes back from a pause once the person has', { timeout: 30_000 }, async () => {
    const a = new Person(server.origin);
    const names = { spaceName: 'Üben', memberName: 'Robin', practice: true, language: 'de' };
    const { spaceId } = (await a.door('POST', '/api/spaces', names)).body;
    await a.connect();
    await a.follow('space', spaceId);
    const opened = accepted(await a.ask(spaceId, { type: 'OpenConversation', guideId: 'heard', first: 'b' }));
    const id = opened.created ?? '';
    await a.follow('conversation', id);
    accepted(await a.do(id, { type: 'SetReady', ready: true }));
    await until(() => expect(a.stateOf(id).ready.b).toBe(true), MOVE);
    accepted(await a.do(id, { type: 'Begin' }));
    accepted(await a.do(id, { type: 'Pause' }));
    accepted(await a.do(id, { type: 'Return', pauseId: 'p1', stirred: 2 }));
    await until(() => expect(a.stateOf(id)).toMatchObject({ pause: null, turn: { stepId: 'ready' } }), MOVE);
  });
});
