import type { ConversationEvent } from '@turnward/shared/conversation/events.ts';
import { evolve } from '@turnward/shared/conversation/evolve.ts';
import type { ConversationState } from '@turnward/shared/conversation/state.ts';
import { initialState } from '@turnward/shared/conversation/state.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import { lingering } from '../line/listeners.ts';
import { type Following, follow } from './following.ts';
import { goneWith } from './gone-with.ts';
import type { Line } from './line.ts';
import type { AnyRecorded } from './stream-log.ts';

/** What happened in a talk, without a word of what was said (CA1). Events in the order in which they came, streams apart. */
export type Headers = {
  phase: 'connecting' | 'ready' | 'refused';
  state: ConversationState;
  events: readonly Recorded<ConversationEvent>[];
  /** The server's clock in ms. */
  now: () => number;
};

export type HeadersStore = ReturnType<typeof openHeadersStore>;

/** A replica of the headers of one talk: open while it is read. */
export function openHeadersStore(
  conversationId: string,
  { take, giveBack }: { take: () => Line; giveBack: () => void },
) {
  let state = initialState;
  let events: readonly Recorded<ConversationEvent>[] = [];
  let opened: { line: Line; following: Following } | undefined;
  let snapshot: Headers;

  const draw = () => {
    const phase = opened?.following.phase().phase ?? 'connecting';
    // What was read stays on the page when the membership ends; nothing follows it.
    snapshot = { phase, state, events, now: opened?.line.connection.now ?? Date.now };
  };
  draw();
  const changed = () => {
    draw();
    readers.tell();
  };

  const readers = lingering(() => {
    const line = take();
    const taken = (event: unknown) => {
      const recorded = event as Recorded<ConversationEvent>;
      state = evolve(state, recorded);
      events = [...events, recorded];
      const gone = goneWith(recorded.event, conversationId);
      if (!gone) return;
      // CL4, WH3. Numbers that were shown, and are no more, leave this page's memory too.
      const strip = <Held extends AnyRecorded>(held: Held): Held =>
        gone(held) && held.words ? { ...held, words: null } : held;
      events = events.map(strip);
      opened?.following.rewrite(strip);
    };
    opened = { line, following: follow(line.connection, { to: 'headers', id: conversationId }, { taken, changed }) };
    changed();
    return () => {
      opened?.following.stop();
      opened = undefined;
      state = initialState;
      events = [];
      draw();
      giveBack();
    };
  });

  return { subscribe: readers.subscribe, snapshot: () => snapshot };
}
