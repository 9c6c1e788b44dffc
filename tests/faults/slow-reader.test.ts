import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCouple, accepted, begin, type Couple, open, playTo } from '../kit/couple.ts';
import { until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';
import { RawLine } from '../wire/raw-line.ts';

/** As many bytes as a box takes: 600 characters of three bytes each. */
const LONG = '…'.repeat(600);
/** The conversation, asked for so many times, is five times what may wait. */
const ASKS = 40;

describe('a reader that does not read', () => {
  let server: TestServer;
  let couple: Couple;
  let conversationId: string;
  beforeAll(async () => {
    server = await startServer();
    couple = await aCouple(server);
    conversationId = await open(couple, 'heard');
    await begin(couple, conversationId);
    await playTo(server, couple, conversationId, 'hear.mirror');
    for (let round = 0; round < 40; round++) await loop();
  });
  afterAll(() => server.close());

  /** Once round: telling back, not yet, the missing piece. Each with as many words as fit. */
  async function loop(): Promise<void> {
    for (const [who, answer] of [
      ['b', { text: { text: LONG } }],
      ['a', { choice: 'not-yet' }],
      ['a', { text: { text: LONG.slice(0, 400) }, choice: 'this-piece' }],
    ] as const) {
      server.advance(4_000);
      const { turnId = '' } = couple[who].stateOf(conversationId).turn ?? {};
      accepted(await couple[who].do(conversationId, { type: 'Contribute', turnId, answer }));
      for (const seat of ['a', 'b'] as const) {
        await until(() => expect(couple[seat].stateOf(conversationId).turn?.turnId).not.toBe(turnId));
      }
    }
  }

  it('WR6 is cut off, while the others get everything; it comes back and catches up (WR5)', async () => {
    const stalled = await stalledReader(couple.b.cookie);
    await loop();
    await couple.a.caughtUp();
    const talk = (who: 'a' | 'b') =>
      couple[who].eventsOf(conversationId).filter(({ stream }) => stream.startsWith('talk'));
    expect(talk('b')).toEqual(talk('a'));
    stalled.socket.resume();
    await until(() => expect(stalled.open).toBe(false));

    const back = await RawLine.enter(server.origin, couple.b.cookie);
    const head = talk('b').at(-1)?.seq ?? 0;
    const after = { [`talk:${conversationId}`]: head - 2 };
    const reply = await back.ask(1, 'follow', { to: 'conversation', id: conversationId, after });
    expect(reply).toMatchObject({ ok: true, heads: { [`talk:${conversationId}`]: head } });
    const caughtUp = back.frames.find((frame) => frame.includes('"events"') && frame.includes('talk:')) ?? '';
    const [, { events }] = JSON.parse(caughtUp.slice(2)) as [string, { events: { seq: number }[] }];
    expect(events.map(({ seq }) => seq)).toEqual([head - 1, head]);
    back.leave();
  });

  it('WR6 is cut off by what it asks for itself, too: not all of it ever waits', async () => {
    const stalled = await stalledReader(couple.a.cookie);
    for (let roundTrips = 0; roundTrips < 10; roundTrips++) await couple.a.caughtUp();
    stalled.socket.resume();
    await until(() => expect(stalled.open).toBe(false));
    expect(stalled.frames.filter((frame) => frame.startsWith('43')).length).toBeLessThan(ASKS);
  });

  /** Asks for the whole conversation so many times, and reads nothing of it. */
  async function stalledReader(cookie: string): Promise<RawLine> {
    const line = await RawLine.enter(server.origin, cookie);
    line.socket.pause();
    for (let at = 0; at < ASKS; at++) {
      line.send(`42${at}${JSON.stringify(['follow', { to: 'conversation', id: conversationId, after: {} }])}`);
    }
    return line;
  }
});
