import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { accepted } from '../kit/couple.ts';
import { aKeptTalk, freshDevice, type Kept, saidBy } from '../kit/kept-talk.ts';
import { until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const alone = 'look-back-alone';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

describe('consents, over the line', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  const follows = async (who: 'a' | 'b', { conversationId, ...couple }: Kept) => {
    const device = await freshDevice(couple[who]);
    const reply = await device.follow('conversation', conversationId);
    device.disconnect();
    return reply.ok ? 'reads' : reply.refusal;
  };
  const knock = { refusal: 'needs-consent', ok: false };

  it('CO4 R20 who keeps a talk lets it be read alone until they take that back; then it is read together', async () => {
    const kept = await aKeptTalk(server);
    const { a, b, spaceId, conversationId } = kept;
    for (const person of [a, b]) person.report({ conversationId: null });
    expect([await follows('a', kept), await follows('b', kept)]).toEqual(['reads', 'reads']);
    accepted(await b.ask(spaceId, { type: 'WithdrawConsent', what: alone }));
    expect([await follows('a', kept), await follows('b', kept)]).toEqual(['needs-consent', 'reads']);

    // Reading alone is nobody else's business: it lets nobody in.
    b.report({ conversationId });
    await b.caughtUp();
    expect(await follows('a', kept)).toBe('needs-consent');
    b.report({ conversationId, together: true });
    await b.caughtUp();
    expect(await follows('a', kept)).toBe('reads');
    b.report({ conversationId, together: true, away: true });
    await b.caughtUp();
    expect(await follows('a', kept)).toBe('needs-consent');
    b.report({ conversationId, together: true });
    await b.caughtUp();
    b.disconnect();
    await until(async () => expect(await follows('a', kept)).toBe('needs-consent'));

    await b.reconnect();
    accepted(await b.ask(spaceId, { type: 'GiveConsent', what: alone, version: 1 }));
    expect(await follows('a', kept)).toBe('reads');
  });

  it('CO4 taking it back ends what is being read alone, and nobody else’s being there stands for the other', async () => {
    const kept = await aKeptTalk(server);
    const { a, b, spaceId, conversationId } = kept;
    const phone = await freshDevice(a);
    phone.report({ conversationId, together: true });
    accepted(await b.ask(spaceId, { type: 'WithdrawConsent', what: alone }));
    expect(await phone.follow('conversation', conversationId)).toEqual(knock);
    const [mine] = saidBy(b.eventsOf(conversationId), 'b');
    accepted(await b.do(conversationId, { type: 'FoldWords', seq: mine?.seq ?? 0, folded: true }));
    await a.caughtUp();
    expect(a.stateOf(conversationId).folded).toEqual([]);
    phone.disconnect();
  });

  it('CO4 reading together ends when it is closed, and soon after whoever opened it is away or gone', async () => {
    const kept = await aKeptTalk(server);
    const { a, b, spaceId, conversationId } = kept;
    accepted(await b.ask(spaceId, { type: 'WithdrawConsent', what: alone }));
    await until(() => expect(a.unfollowed).toEqual([spaceId]));
    const opens = async () => {
      b.report({ conversationId, together: true });
      await b.caughtUp();
      expect(await a.follow('conversation', conversationId)).toMatchObject({ ok: true });
    };
    await opens();
    b.report({ conversationId });
    await until(() => expect(a.unfollowed).toHaveLength(2));
    await opens();
    b.report({ conversationId, together: true, away: true });
    await until(() => expect(a.unfollowed).toHaveLength(3), 20_000);
    await opens();
    b.disconnect();
    await until(() => expect(a.unfollowed).toHaveLength(4), 20_000);
    expect(await a.follow('conversation', conversationId)).toEqual(knock);
  }, 60_000);

  it('CO1 CO3 a consent is read by both, with who gave it and until when; of other wording it is refused', async () => {
    const { a, b, spaceId } = await aKeptTalk(server);
    accepted(await a.ask(spaceId, { type: 'GiveConsent', what: 'full-export', version: 1 }));
    const given = await until(() => {
      const found = b.seen.find(({ event }) => event.type === 'ConsentGiven');
      if (found?.event.type !== 'ConsentGiven') throw new Error('nothing was given');
      return { ...found.event, at: found.at };
    });
    const { memberId } = (await a.door('GET', '/api/me')).body.member;
    expect(given).toMatchObject({ what: 'full-export', by: memberId });
    expect(given.expiresAt).toBe(given.at + 7 * 24 * 3_600_000);
    expect(await a.ask(spaceId, { type: 'GiveConsent', what: 'full-export', version: 2 })).toEqual({
      ok: false,
      refusal: 'consent-changed',
    });
    expect(await a.ask(spaceId, { type: 'DeleteSpace' })).toEqual(knock);
  });

  it.each(['ExportTranscript', 'KeepHouse', 'ListConversation'])('CO5 WR1 no device sends %s', async (type) => {
    const { a, spaceId } = await aKeptTalk(server);
    expect(await a.ask(spaceId, { type } as never)).toEqual({ ok: false, refusal: 'malformed' });
  });
});
