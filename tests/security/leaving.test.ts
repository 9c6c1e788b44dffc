import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCouple, accepted, begin, type Couple, open, playTo } from '../kit/couple.ts';
import { type Heard, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

/** Leaving quickly must be seen as a pause and as nothing else. */
describe('leaving quickly', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  /** What the partner hears from the moment on at which a does something, ids and times made equal. */
  const heardOf = async (act: (couple: Couple, conversationId: string) => Promise<void>): Promise<string[]> => {
    const couple = await aCouple(server);
    const conversationId = await open(couple, 'heard');
    await begin(couple, conversationId);
    await playTo(server, couple, conversationId, 'share');
    await until(() => expect(couple.b.presence.at(-1)?.members.map(({ state }) => state)).toEqual(['here', 'here']));
    await couple.b.caughtUp();
    const before = couple.b.heard.length;
    await act(couple, conversationId);
    await until(() =>
      expect(couple.b.presence.at(-1)?.members.map(({ state }) => state)).toEqual(['paused', 'paused']),
    );
    await couple.b.caughtUp();
    const { body } = await couple.b.door('GET', '/api/me');
    const ids = [conversationId, couple.spaceId, body.member.memberId];
    return couple.b.heard.slice(before).map((heard) => plain(heard, ids));
  };

  it('R5 looks to the partner like any pause, frame by frame', async () => {
    const paused = await heardOf(async ({ a }, conversationId) => {
      accepted(await a.do(conversationId, { type: 'Pause' }));
    });
    const left = await heardOf(async ({ a }) => {
      const answer = await a.door('POST', '/api/leave', {});
      expect(answer.status).toBe(204);
      expect(answer.headers.get('clear-site-data')).toContain('"cookies", "storage"');
      expect(answer.headers.getSetCookie()[0]).toMatch(/^turnward=; .*Max-Age=0/);
      await until(() => expect(a.connected).toBe(false));
    });
    expect(left).toEqual(paused);
    expect(left.filter((frame) => frame.includes('Paused'))).toHaveLength(1);
  });

  it('R5 shows nothing of coming and going while paused, a week later either', async () => {
    const couple = await aCouple(server);
    const conversationId = await open(couple, 'heard');
    await begin(couple, conversationId);
    accepted(await couple.b.do(conversationId, { type: 'Pause' }));
    await until(() =>
      expect(couple.b.presence.at(-1)?.members.map(({ state }) => state)).toEqual(['paused', 'paused']),
    );
    await couple.b.caughtUp();
    const before = couple.b.heard.length;
    couple.a.disconnect();
    await couple.a.connect();
    await couple.a.follow('space', couple.spaceId);
    couple.a.report({ conversationId, away: true });
    server.advance(7 * 86_400_000);
    couple.a.report({ conversationId, writing: true });
    await couple.a.caughtUp();
    await couple.b.caughtUp();
    expect(couple.b.heard.slice(before)).toEqual([]);
  });

  it('R5 changes nothing where there is no talk, and may be pressed by nobody', async () => {
    const couple = await aCouple(server);
    for (let presses = 0; presses < 2; presses++) {
      expect((await couple.a.door('POST', '/api/leave', {})).status).toBe(204);
    }
    await couple.b.caughtUp();
    expect(couple.b.seen.every(({ event }) => event.type !== 'Paused')).toBe(true);
  });

  it('R5 /left leads to a neutral page, clears what the browser holds and takes nothing with it', async () => {
    const couple = await aCouple(server);
    const answer = await couple.a.door('GET', '/left');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, 'https://www.bbc.com/weather']);
    expect(answer.headers.get('clear-site-data')).toContain('"cookies", "storage"');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

const plain = (heard: Heard, ids: string[]): string => {
  const named = ids.reduce((text, id, at) => text.replaceAll(id, `<${at}>`), JSON.stringify(heard));
  return named.replace(/"(at|now|opensAt)":\d+/g, '"$1":0').replace(/"memberId":"[^"<]+"/g, '"memberId":"partner"');
};
