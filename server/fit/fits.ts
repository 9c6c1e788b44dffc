import type { FitEvent } from '@turnward/shared/fit/events.ts';
import { evolveFit, type FitState, initialFit } from '@turnward/shared/fit/fit.ts';
import { SEATS, streamName } from '@turnward/shared/kernel/stream.ts';
import { type FoldCache, foldCache } from '../events/folded.ts';
import type { EventStore } from '../ports/event-store.ts';

/** By space: whether each partner's last answers clear the way. Headers alone; what was answered is not unsealed. */
export type Fits = FoldCache<FitState>;

export const openFits = (events: EventStore, now: () => number): Fits =>
  foldCache<FitState, FitEvent>({
    events,
    streamsOf: (spaceId) => SEATS.map((seat) => streamName(`fit/${seat}`, spaceId)),
    initial: initialFit,
    evolve: evolveFit,
    now,
  });
