import { setImmediate as nextTurn } from 'node:timers/promises';
import { keepHouse } from '@turnward/shared/space/retention.ts';
import type { EventStore } from '../ports/event-store.ts';
import { newId, type RunSpaceCommand } from '../space/run-space-command.ts';
import type { Spaces } from '../space/spaces.ts';

/** How often all spaces are looked at, by the server's clock, and how often that clock is read. In ms. */
const EVERY = 10 * 60_000;
const LOOK_EVERY = 1_000;
/** Spaces that are read at a time. */
const PAGE = 100;

type Parts = {
  events: Pick<EventStore, 'spaces'>;
  spaces: Spaces;
  run: RunSpaceCommand;
  failed: (error: unknown) => void;
  now: () => number;
};

/** ER5, ER8. Announces what will end, ends what is due, and deletes spaces whose notice has run out: also what came due while off. */
export function openKeepHouse({ events, spaces, run, failed, now }: Parts) {
  let next = 0;
  let looking: Promise<void> = Promise.resolve();
  let resting = false;

  const lookAt = async (spaceId: string): Promise<void> => {
    const inUse = spaces.has(spaceId);
    try {
      const { state } = await spaces.load(spaceId);
      if (keepHouse(state, now()).length === 0) return;
      await run({ spaceId, author: 'server', commandId: newId(), command: { type: 'KeepHouse' } });
    } finally {
      // What nobody else asked for is not kept.
      if (!inUse) spaces.forget(spaceId);
    }
  };

  const lookAtAll = async (): Promise<void> => {
    for (let after = ''; !resting; ) {
      const page = await events.spaces(after, PAGE);
      for (const spaceId of page) {
        if (resting) return;
        // One space that can't be looked at keeps no other waiting.
        await lookAt(spaceId).catch(failed);
        // Loading waits on nothing: others are given their turn here.
        await nextTurn();
      }
      if (page.length < PAGE) return;
      after = page.at(-1) ?? '';
    }
  };

  const timer = setInterval(() => {
    if (now() < next) return;
    next = now() + EVERY;
    looking = looking.then(lookAtAll).catch(failed);
  }, LOOK_EVERY);

  return {
    /** Looks no more; resolves once what was begun is done. */
    async rest(): Promise<void> {
      resting = true;
      clearInterval(timer);
      await looking;
    },
  };
}
