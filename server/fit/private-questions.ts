import { answersHold, decideFit, type FitCommand } from '@turnward/shared/fit/fit.ts';
import { type Seat, streamName } from '@turnward/shared/kernel/stream.ts';
import { memberOf } from '@turnward/shared/space/state.ts';
import type { FitStanding } from '@turnward/shared/wire/fit-doors.ts';
import type { EventStore } from '../ports/event-store.ts';
import { type Answer, refused } from '../space/answer.ts';
import { newId } from '../space/run-space-command.ts';
import type { Spaces } from '../space/spaces.ts';
import type { DeepLock } from './deep-lock.ts';
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

  const seatOf = async (spaceId: string, memberId: string): Promise<Seat | undefined> => {
    const member = memberOf((await spaces.load(spaceId)).state, memberId);
    return member?.role === 'partner' ? member.seat : undefined;
  };

  const standingOf = async (spaceId: string, seat: Seat): Promise<FitStanding> => ({
    answered: answersHold((await fits.load(spaceId)).state, seat, now()),
    deepTalks: (await lock.of(spaceId)).deepTalks,
  });

  return {
    async standing(spaceId: string, memberId: string): Promise<Answer<FitStanding>> {
      const seat = await seatOf(spaceId, memberId);
      return seat ? { value: await standingOf(spaceId, seat) } : refused('not-found');
    },

    async ask(spaceId: string, memberId: string, command: FitCommand): Promise<Answer<FitStanding>> {
      const seat = await seatOf(spaceId, memberId);
      if (!seat) return refused('not-found');
      const stream = streamName(`fit/${seat}`, spaceId);
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const { state, heads } = await fits.load(spaceId);
        const outcome = decideFit(state, command, seat);
        if (!outcome) return refused('malformed');
        const { records, destroys } = outcome;
        if (records.length === 0) break;
        const appended = await events.append({
          spaceId,
          author: memberId,
          commandId: newId(),
          at: now(),
          streams: [{ stream, expectedHead: heads.get(stream) ?? 0, events: records.map(asNew) }],
          destroy: { events: destroys.map(({ seq }) => ({ stream, seq })) },
        });
        if (appended.outcome === 'appended') {
          fits.apply(spaceId, appended.events);
          break;
        }
        fits.forget(spaceId);
        if (attempt === ATTEMPTS - 1) throw new Error('Answers lost the race for the log too often.');
      }
      return { value: await standingOf(spaceId, seat) };
    },
  };
}

type Draft = NonNullable<ReturnType<typeof decideFit>>['records'][number];
const asNew = ({ event, words }: Draft) => ({ event, ...(words && !('copyOf' in words) && { words }) });
