import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { accepted } from '../kit/couple.ts';
import { aKeptTalk, type Kept, readAfresh, saidBy } from '../kit/kept-talk.ts';
import { until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const DAY = 24 * 3_600_000;

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

describe('how long kept talks stay', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ SESSION_DAYS: '400' });
  });
  afterAll(() => server.close());

  const announced = ({ a, conversationId }: Kept) =>
    until(() => {
      const found = a.seen.find(
        ({ event }) => event.type === 'ExpiryAnnounced' && event.conversationId === conversationId,
      );
      if (found?.event.type !== 'ExpiryAnnounced') throw new Error('nothing was announced');
      return { at: found.at, expiresAt: found.event.expiresAt };
    });
  const ended = ({ a, b, conversationId }: Kept) =>
    until(() => {
      for (const person of [a, b]) {
        expect(person.stateOf(conversationId).expired).toBe(true);
        expect(person.seen.some(({ event }) => event.type === 'ConversationExpired')).toBe(true);
      }
    });
  const wordsOf = async ({ b, conversationId }: Kept) =>
    (await readAfresh(b, conversationId)).flatMap(({ words }) => (words ? [words] : []));

  it('ER5 R18 is announced a week ahead, then its words are destroyed for both; the stubs stay', async () => {
    const kept = await aKeptTalk(server);
    server.advance(83 * DAY + 1_000);
    const { at, expiresAt } = await announced(kept);
    expect(expiresAt).toBeGreaterThanOrEqual(at + 6 * DAY);
    expect(await wordsOf(kept)).not.toEqual([]);
    server.advance(7 * DAY);
    await ended(kept);
    expect(await wordsOf(kept)).toEqual([]);
    expect(saidBy(await readAfresh(kept.a, kept.conversationId), 'a').length).toBeGreaterThan(3);
    expect(await kept.a.do(kept.conversationId, { type: 'AddNote', about: 1, text: 'Late.' })).toEqual({
      ok: false,
      refusal: 'not-kept',
    });
  });

  it('ER4 ER5 either shortens it alone, and still nothing ends that was not announced for a week', async () => {
    const kept = await aKeptTalk(server);
    accepted(await kept.b.ask(kept.spaceId, { type: 'SetRetention', days: 7 }));
    server.advance(30 * DAY);
    const { at, expiresAt } = await announced(kept);
    expect(expiresAt).toBe(at + 7 * DAY);
    server.advance(6 * DAY);
    expect(await wordsOf(kept)).not.toEqual([]);
    server.advance(DAY + 1_000);
    await ended(kept);
    expect(await wordsOf(kept)).toEqual([]);
  });

  it('ER5 what came due while the server was off is announced first, too', async () => {
    const kept = await aKeptTalk(server);
    server.advance(100 * DAY);
    await server.restart();
    for (const person of [kept.a, kept.b]) {
      await person.reconnect({ to: 'space', id: kept.spaceId }, { to: 'conversation', id: kept.conversationId });
    }
    const { at, expiresAt } = await announced(kept);
    expect(expiresAt).toBe(at + 7 * DAY);
    expect(await wordsOf(kept)).not.toEqual([]);
  });
});
