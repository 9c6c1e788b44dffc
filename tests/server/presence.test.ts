import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCouple, accepted, begin, type Couple, open, playTo } from '../kit/couple.ts';
import { Person, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

describe('presence', () => {
  let server: TestServer;
  let couple: Couple;
  let conversationId: string;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    couple = await aCouple(server);
    conversationId = await open(couple, 'heard');
  });

  /** How b sees the two, a first. */
  const seen = () => couple.b.presence.at(-1)?.members.map(({ state, devices }) => `${state} ${devices}`);
  const shows = (...expected: string[]) => until(() => expect(seen()).toEqual(expected));
  const ready = async () => {
    for (const person of [couple.a, couple.b])
      accepted(await person.do(conversationId, { type: 'SetReady', ready: true }));
  };

  it('GA2 lets nobody begin while the partner is not connected, whatever they said before', async () => {
    await ready();
    couple.a.disconnect();
    await shows('lost 0', 'here 1');
    const refused = { ok: false, refusal: 'partner-not-here' };
    expect(await couple.b.do(conversationId, { type: 'Begin' })).toEqual(refused);
    await couple.a.reconnect({ to: 'space', id: couple.spaceId });
    accepted(await couple.b.do(conversationId, { type: 'Begin' }));
  });

  it('GA1 begins only once both are ready, and takes ready back', async () => {
    const begins = () => couple.a.do(conversationId, { type: 'Begin' });
    expect(await begins()).toEqual({ ok: false, refusal: 'not-ready' });
    await ready();
    accepted(await couple.b.do(conversationId, { type: 'SetReady', ready: false }));
    expect(await begins()).toEqual({ ok: false, refusal: 'not-ready' });
  });

  it('GA2 counts nobody as connected who asked for a room and was gone before the answer', async () => {
    couple.a.disconnect();
    await shows('lost 0', 'here 1');
    for (let knock = 0; knock < 10; knock++) {
      const passing = await new Person(server.origin, couple.a.cookie).connect();
      passing.socket.emit('follow', { to: 'space', id: couple.spaceId, after: {} }, () => undefined);
      passing.disconnect();
    }
    const last = await new Person(server.origin, couple.a.cookie).connect();
    await last.caughtUp();
    last.disconnect();
    let away = false;
    await until(async () => {
      away = !away;
      couple.b.report({ conversationId, away });
      await couple.b.caughtUp();
      expect(seen()).toEqual(['lost 0', away ? 'away 1' : 'here 1']);
    });
  });

  it('PR5 shows "writing" for the holder where words are shown, and not for the other', async () => {
    await begin(couple, conversationId);
    await playTo(server, couple, conversationId, 'share');
    couple.a.report({ conversationId, writing: true });
    await shows('writing 1', 'here 1');
    couple.b.report({ conversationId, writing: true });
    couple.a.report({ conversationId, writing: false, away: true });
    await shows('away 1', 'here 1');
  });

  it('PR5 sends no signal at all of private writing, and none of the listener’s', async () => {
    await begin(couple, conversationId);
    await playTo(server, couple, conversationId, 'intend');
    await shows('here 1', 'here 1');
    await silent(couple.b, () => {
      for (const writing of [true, false, true, false]) couple.a.report({ conversationId, writing });
    });
    await playTo(server, couple, conversationId, 'share');
    await silent(couple.a, () => couple.b.report({ conversationId, writing: true }));
  });

  it('FL6 lets "lost connection" fade into "away", with no time told (R8)', async () => {
    couple.a.disconnect();
    await shows('lost 0', 'here 1');
    server.advance(10 * 60_000);
    couple.b.report({ conversationId, away: true });
    await shows('away 0', 'away 1');
    expect(Object.keys(couple.b.presence.at(-1)?.members[0] ?? {}).sort()).toEqual(['devices', 'memberId', 'state']);
  });

  /** Runs what the other must not notice: after a round trip of either of them, nothing has come. */
  const silent = async (watcher: Person, act: () => void) => {
    for (const person of [couple.a, couple.b]) await person.caughtUp();
    await watcher.caughtUp();
    const before = watcher.heard.length;
    act();
    for (const person of [couple.a, couple.b]) await person.caughtUp();
    await watcher.caughtUp();
    expect(watcher.heard.slice(before)).toEqual([]);
  };
});
