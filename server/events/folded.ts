import type { Recorded } from '@turnward/shared/kernel/event.ts';
import type { StreamName } from '@turnward/shared/kernel/stream.ts';
import type { AnyEvent, EventStore } from '../ports/event-store.ts';

/**
 * A state and the last seq of each stream that it was folded from: what an append is made conditional on. Taken at one moment;
 * what is recorded later changes neither (ME2).
 */
export type Folded<State> = { readonly state: State; readonly heads: ReadonlyMap<StreamName, number> };

/** What is kept, and moves on with the log. */
type Live<State> = { state: State; heads: Map<StreamName, number>; asked: number };

export type FoldCache<State> = {
  load(id: string): Promise<Folded<State>>;
  /** Takes in events just appended; where one would leave a gap, the fold is dropped and read anew on the next load. */
  apply(id: string, events: readonly Recorded<AnyEvent>[]): void;
  /** Whether it is kept now. */
  has(id: string): boolean;
  forget(id: string): void;
  /** Drops what has not been asked for since `before` (ms); it is folded again when somebody asks. */
  park(before: number): void;
  readonly size: number;
};

/** Keeps the folds of what is in use. The log stays the truth: a fold can be dropped at any time. */
export function foldCache<State, Event extends AnyEvent>(parts: {
  events: EventStore;
  streamsOf: (id: string) => StreamName[];
  initial: State;
  evolve: (state: State, recorded: Recorded<Event>) => State;
  now: () => number;
}): FoldCache<State> {
  const { events, streamsOf, initial, evolve, now } = parts;
  const folds = new Map<string, Live<State>>();

  const take = (folded: Live<State>, recorded: Recorded<AnyEvent>) => {
    folded.state = evolve(folded.state, recorded as Recorded<Event>);
    folded.heads.set(recorded.stream, recorded.seq);
  };

  return {
    async load(id) {
      const known = folds.get(id);
      if (known) {
        known.asked = now();
        return asOfNow(known);
      }
      const fresh: Live<State> = { state: initial, heads: new Map(), asked: now() };
      for (const stream of streamsOf(id)) {
        fresh.heads.set(stream, 0);
        for (const recorded of await events.headers(stream, 0)) take(fresh, recorded);
      }
      folds.set(id, fresh);
      return asOfNow(fresh);
    },
    apply(id, appended) {
      const folded = folds.get(id);
      if (!folded) return;
      for (const recorded of appended) {
        const head = folded.heads.get(recorded.stream);
        if (head === undefined || recorded.seq <= head) continue;
        if (recorded.seq !== head + 1) {
          folds.delete(id);
          return;
        }
        take(folded, recorded);
      }
    },
    has: (id) => folds.has(id),
    forget: (id) => void folds.delete(id),
    park(before) {
      for (const [id, { asked }] of folds) if (asked < before) folds.delete(id);
    },
    get size() {
      return folds.size;
    },
  };
}

const asOfNow = <State>({ state, heads }: Live<State>): Folded<State> => ({ state, heads: new Map(heads) });
