import type { Answer } from '@turnward/shared/conversation/commands.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCouple, accepted, begin, open, playTo } from '../kit/couple.ts';
import type { Person } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

/** What one partner keeps to themself in one run of "reach and respond", numbers on the same side of 7. */
type Private = { stirred: number; writing: string[]; reports: boolean[]; back: number; after: number[] };

const secretive: fc.Arbitrary<Private> = fc.record({
  stirred: fc.integer({ min: 0, max: 6 }),
  writing: fc.array(
    fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' }).map((text) => `x${text}`.slice(0, 390)),
    {
      minLength: 2,
      maxLength: 4,
    },
  ),
  reports: fc.array(fc.boolean(), { maxLength: 4 }),
  back: fc.integer({ min: 0, max: 6 }),
  after: fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })),
});

/** Security row 26: two runs that differ only in what a keeps private are the same to b, frame by frame. */
describe('what one keeps to themself', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it('PR3 reaches the partner in no frame, by no number of frames, in no order of them (PR4, PR5)', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(secretive, secretive, async (one, other) => {
        expect(await heardByPartner(one)).toEqual(await heardByPartner(other));
      }),
      { numRuns: 6 },
    );
  });

  async function heardByPartner(kept: Private): Promise<string[]> {
    const couple = await aCouple(server);
    const { a, b } = couple;
    const conversationId = await open(couple, 'reach-and-respond');
    await begin(couple, conversationId);
    const answer = (person: Person, given: Answer) => {
      const turnId = person.stateOf(conversationId).turn?.turnId ?? '';
      return person.do(conversationId, { type: 'Contribute', turnId, answer: given });
    };

    await playTo(server, couple, conversationId, 'rate');
    accepted(await answer(a, { scales: { stirred: kept.stirred } }));
    accepted(await answer(b, { scales: { stirred: 2 } }));
    await playTo(server, couple, conversationId, 'underneath');
    for (const writing of [...kept.reports, false]) a.report({ conversationId, writing });
    const boxes = ['fear', 'need', 'show', 'under'];
    const text = Object.fromEntries(kept.writing.map((words, at) => [boxes[at] ?? '', words]));
    accepted(await answer(a, { text }));
    await b.caughtUp();
    accepted(await answer(b, { text: { fear: 'Mine.', need: 'Mine.' } }));

    await playTo(server, couple, conversationId, 'fear');
    accepted(await b.do(conversationId, { type: 'Pause' }));
    accepted(await a.do(conversationId, { type: 'Return', pauseId: 'p1', stirred: kept.back, sentence: 'Private.' }));
    accepted(await b.do(conversationId, { type: 'Return', pauseId: 'p1', stirred: 1 }));
    await playTo(server, couple, conversationId, 'respond.check');
    server.advance(15_000);
    accepted(await answer(a, { scales: { met: kept.after[0] ?? 0 }, choice: 'on' }));
    await playTo(server, couple, conversationId, 'after');
    accepted(await answer(a, { scales: { stirred: kept.after[0] ?? 0, heard: kept.after[1] ?? 0 } }));
    accepted(await answer(b, { scales: { stirred: 1, heard: 9 } }));
    await playTo(server, couple, conversationId, 'end');
    await b.caughtUp();
    for (const person of [a, b]) person.disconnect();

    const ids = [
      conversationId,
      couple.spaceId,
      ...new Set(b.presence.flatMap(({ members }) => members.map(({ memberId }) => memberId))),
    ];
    return b.heard
      .filter(({ name }) => name === 'events')
      .map((heard) => withoutIdsAndTimes(JSON.stringify(heard), ids));
  }
});

function withoutIdsAndTimes(frame: string, ids: string[]): string {
  const named = ids.reduce((text, id, at) => text.replaceAll(id, `<${at}>`), frame);
  return named
    .replace(/"(at|now|opensAt|expiresAt)":\d+/g, '"$1":0')
    .replace(/"(inviteId|memberId|by)":"[\w-]{22}"/g, '"$1":"<id>"');
}
