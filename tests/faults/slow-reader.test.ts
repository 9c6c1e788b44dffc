import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aCouple, accepted, begin, type Couple, open, playTo } from '../kit/couple.ts';
import { until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';
import { RawLine } from '../wire/raw-line.ts';

/** As many bytes as a box takes: 600 characters of six bytes each on the line. */
const LONG = '\u0001'.repeat(600);
/** How often a reader that does not read asks for the conversation, which is more than 1 MiB: more than the kernel takes in. */
const ASKS = 20;

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
    for (let round = 0; round < 160; round++) await loop();
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
      const say = () => couple[who].do(conversationId, { type: 'Contribute', turnId, answer });
      await vi.waitFor(async () => accepted(await say()), { timeout: 15_000, interval: 500 });
      for (const seat of ['a', 'b'] as const) {
        await until(() => expect(couple[seat].stateOf(conversationId).turn?.turnId).not.toBe(turnId));
      }
    }
  }

  it('WR5 gives somebody who is more than 1 MiB behind all of it, page by page', async () => {
    const behind = await RawLine.enter(server.origin, couple.b.cookie);
    const reply = await behind.ask(1, 'follow', { to: 'conversation', id: conversationId, after: {} });
    expect(reply).toMatchObject({ ok: true });
    const talk = behind.frames.filter((frame) => frame.includes('"talk:'));
    expect(talk.join('').length).toBeGreaterThan(1024 * 1024);
    expect(behind.open).toBe(true);
    behind.leave();
  });

  it('WR6 is cut off, while the others get everything; it comes back and catches up (WR5)', async () => {
    const stalled = await stalledReader('b');
    await loop();
    await couple.a.caughtUp();
    const talk = (who: 'a' | 'b') =>
      couple[who].eventsOf(conversationId).filter(({ stream }) => stream.startsWith('talk'));
    expect(talk('b')).toEqual(talk('a'));
    await cutOff(stalled, 'b');

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
    const stalled = await stalledReader('a');
    await cutOff(stalled, 'a');
    expect(stalled.frames.filter((frame) => frame.startsWith('43')).length).toBeLessThan(ASKS);
  });

  /** Asks for the whole conversation so many times, and reads nothing of it. */
  async function stalledReader(who: 'a' | 'b'): Promise<RawLine> {
    const line = await RawLine.enter(server.origin, couple[who].cookie);
    await line.ask(1, 'follow', { to: 'space', id: couple.spaceId, after: {} });
    await until(() => expect(devicesOf(who)).toBe(2));
    line.socket.pause();
    for (let at = 0; at < ASKS; at++) {
      line.send(`42${at}${JSON.stringify(['follow', { to: 'conversation', id: conversationId, after: {} }])}`);
    }
    return line;
  }

  /** The server lets go of the reader while it still reads nothing; only then does it look. */
  async function cutOff(stalled: RawLine, who: 'a' | 'b'): Promise<void> {
    await until(() => expect(devicesOf(who)).toBe(1));
    stalled.socket.resume();
    await until(() => expect(stalled.open).toBe(false));
  }

  /** How many devices the partner sees. */
  function devicesOf(who: 'a' | 'b'): number | undefined {
    const partner = who === 'a' ? couple.b : couple.a;
    const [a, b] = partner.presence.at(-1)?.members ?? [];
    return (who === 'a' ? a : b)?.devices;
  }
});
