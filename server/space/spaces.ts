import { streamName } from '@turnward/shared/kernel/stream.ts';
import type { SpaceEvent } from '@turnward/shared/space/events.ts';
import { evolveSpace } from '@turnward/shared/space/evolve.ts';
import { initialSpace, type SpaceState } from '@turnward/shared/space/state.ts';
import { type FoldCache, foldCache } from '../events/folded.ts';
import type { EventStore } from '../ports/event-store.ts';

export type Spaces = FoldCache<SpaceState>;

export const openSpaces = (events: EventStore, now: () => number): Spaces =>
  foldCache<SpaceState, SpaceEvent>({
    events,
    streamsOf: (id) => [streamName('space', id)],
    initial: initialSpace,
    evolve: evolveSpace,
    now,
  });
