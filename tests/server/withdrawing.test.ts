import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { accepted } from '../kit/couple.ts';
import { aKeptTalk, readAfresh, saidBy } from '../kit/kept-talk.ts';
import { until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

describe('taking words back', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it('ER2 R18 they are gone for both, where they were shown and where they were written first; all else stays', async () => {
    const { a, b, conversationId } = await aKeptTalk(server);
    const before = await readAfresh(a, conversationId);
    const shown = saidBy(before, 'a').find(({ event }) => event.type === 'Revealed');
    const seq = shown?.seq ?? 0;
    expect(await b.do(conversationId, { type: 'WithdrawWords', seq })).toEqual({
      ok: false,
      refusal: 'not-your-words',
    });
    accepted(await a.do(conversationId, { type: 'WithdrawWords', seq }));
    for (const person of [a, b]) {
      await until(() => expect(person.stateOf(conversationId).gone).toEqual([seq]));
    }
    const turnId = shown?.event.type === 'Revealed' ? shown.event.turnId : '';
    for (const person of [a, b]) {
      for (const event of await readAfresh(person, conversationId)) {
        const was = before.find((each) => each.stream === event.stream && each.seq === event.seq);
        if (!was?.words) continue;
        const first =
          event.stream === `own/a:${conversationId}` && (event.event as { turnId?: string }).turnId === turnId;
        const gone = first || (event.stream.startsWith('talk:') && event.seq === seq);
        expect([event.event.type, event.words]).toEqual([event.event.type, gone ? null : was.words]);
      }
    }
    expect(b.seen.some(({ event }) => event.type === 'FirstWordsWithdrawn')).toBe(false);
  });

  it('ER1 ER3 folding and a dated note reach the other at once, and outlive a restart', async () => {
    const { a, b, conversationId, spaceId } = await aKeptTalk(server);
    const [mine] = saidBy(a.eventsOf(conversationId), 'a');
    const seq = mine?.seq ?? 0;
    accepted(await a.do(conversationId, { type: 'FoldWords', seq, folded: true }));
    accepted(await a.do(conversationId, { type: 'AddNote', about: seq, text: 'I see it otherwise now.' }));
    const noted = { event: { type: 'NoteAdded', about: seq }, words: { text: { text: 'I see it otherwise now.' } } };
    await until(() =>
      expect(b.eventsOf(conversationId).find(({ event }) => event.type === 'NoteAdded')).toMatchObject(noted),
    );
    await server.restart();
    for (const person of [a, b]) await person.reconnect({ to: 'space', id: spaceId });
    const again = await readAfresh(b, conversationId);
    expect(again.find(({ event }) => event.type === 'NoteAdded')).toMatchObject(noted);
    expect(b.stateOf(conversationId).folded).toEqual([seq]);
    expect(again.find((each) => each.stream === mine?.stream && each.seq === seq)?.words).toEqual(mine?.words);
  });
});
