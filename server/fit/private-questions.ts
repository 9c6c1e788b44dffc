import { answersHold, decideFit, type FitCommand, sinceErased } from '@turnward/shared/fit/fit.ts';
import { type Seat, streamName } from '@turnward/shared/kernel/stream.ts';
import { memberOf, type SpaceState } from '@turnward/shared/space/state.ts';
import type { FitStanding } from '@turnward/shared/wire/fit-doors.ts';
import type { EventStore } from '../ports/event-store.ts';
import { type Answer, refused } from '../space/answer.ts';
import { newId } from '../space/run-space-command.ts';
import type { Spaces } from '../space/spaces.ts';
import { type DeepLock, erasedBySeat } from './deep-lock.ts';
import type { Fits } from './fits.ts';

const ATTEMPTS = 5;

export type PrivateQuestions = ReturnType<typeof openPrivateQuestions>;

/**
 * FI1, FI2. What a partner answers alone. It is recorded and nobody is told: nothing is published, by any line, to any device; whoever
 * has no seat here is answered as if nothing were there.
 */
export function openPrivateQuestions(parts: {
  events: EventStore;
  spaces: Spaces;
  fits: Fits;
  lock: DeepLock;
  now: () => number;
}) {
  const { events, spaces, fits, lock, now } = parts;

  const seatOf = async (spaceId: string, memberId: string): Promise<Seat | undefined> =>
    seatIn((await spaces.load(spaceId)).state, memberId);

  const standingOf = async (spaceId: string, seat: Seat): Promise<FitStanding> => ({
    answered: answersHold(
      sinceErased((await fits.load(spaceId)).state, erasedBySeat((await spaces.load(spaceId)).state)),
      seat,
      now(),
    ),
    deepTalks: (await lock.of(spaceId)).deepTalks,
  });

  return {
    async standing(spaceId: string, memberId: string): Promise<Answer<FitStanding>> {
      const seat = await seatOf(spaceId, memberId);
      return seat ? { value: await standingOf(spaceId, seat) } : refused('not-found');
    },

    async ask(spaceId: string, memberId: string, command: FitCommand): Promise<Answer<FitStanding>> {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const { state, heads } = await fits.load(spaceId);
        const space = await spaces.load(spaceId);
        const seat = seatIn(space.state, memberId);
        if (!seat) return refused('not-found');
        const stream = streamName(`fit/${seat}`, spaceId);
        const outcome = decideFit(state, command, seat);
        if (!outcome) return refused('malformed');
        const { records, destroys } = outcome;
        if (records.length === 0) return { value: await standingOf(spaceId, seat) };
        const appended = await events.append({
          spaceId,
          author: memberId,
          commandId: newId(),
          at: now(),
          streams: [
            { stream, expectedHead: heads.get(stream) ?? 0, events: records.map(({ event }) => ({ event })) },
            // ER6, ER8. Whoever leaves meanwhile, or deletes it all, leaves nothing behind.
            ...[...space.heads].map(([name, expectedHead]) => ({ stream: name, expectedHead, events: [] })),
          ],
          destroy: { events: destroys.map(({ seq }) => ({ stream, seq })) },
        });
        if (appended.outcome === 'appended') {
          fits.apply(spaceId, appended.events);
          return { value: await standingOf(spaceId, seat) };
        }
        fits.forget(spaceId);
        spaces.forget(spaceId);
      }
      throw new Error('Answers lost the race for the log too often.');
    },
  };
}

function seatIn(space: SpaceState, memberId: string): Seat | undefined {
  const member = memberOf(space, memberId);
  return member?.role === 'partner' ? member.seat : undefined;
}
