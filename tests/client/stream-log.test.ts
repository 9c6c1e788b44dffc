import { headOf, type StreamLog, take } from '@turnward/client/conversation/stream-log.ts';
import type { EventsMessage } from '@turnward/shared/wire/protocol.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const stream = 'talk:c' as const;
const event = (seq: number) => ({ seq, at: seq, event: { type: 'ConversationBegun' } as const });
const message = (from: number, to: number): EventsMessage => ({
  stream,
  events: Array.from({ length: to - from + 1 }, (_, at) => event(from + at)),
  now: 0,
});
const seqs = (log: StreamLog) => (log.get(stream) ?? []).map(({ seq }) => seq);

describe('the log of a stream in the page', () => {
  it('CL1 drops what it holds already', () => {
    const { log } = take(new Map(), message(1, 3));
    const again = take(log, message(2, 4));
    expect(again.fresh.map(({ seq }) => seq)).toEqual([4]);
    expect(again.gap).toBe(false);
    expect(seqs(again.log)).toEqual([1, 2, 3, 4]);
  });

  it('CL1 takes nothing across a gap, and says so', () => {
    const { log } = take(new Map(), message(1, 2));
    const ahead = take(log, message(4, 5));
    expect(ahead).toEqual({ log, fresh: [], gap: true });
  });

  it('CL1 whatever order pages come in, it holds a beginning without a gap, each event once', () => {
    const page = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(fc.array(page), (pages) => {
        let log: StreamLog = new Map();
        const fresh: number[] = [];
        for (const [from, more] of pages) {
          const taken = take(log, message(from, from + more));
          log = taken.log;
          fresh.push(...taken.fresh.map(({ seq }) => seq));
        }
        const held = Array.from({ length: headOf(log, stream) }, (_, at) => at + 1);
        expect(seqs(log)).toEqual(held);
        expect(fresh).toEqual(held);
      }),
    );
  });
});
