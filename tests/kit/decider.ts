import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import type { Asker } from '@turnward/shared/conversation/decide-for.ts';
import type { ConversationDraft } from '@turnward/shared/conversation/outcome.ts';
import type { ConversationRefusal } from '@turnward/shared/conversation/refusals.ts';
import type { Guide } from '@turnward/shared/guides/guide.ts';
import type { Decision } from '@turnward/shared/kernel/decider.ts';
import type { Drafted } from '@turnward/shared/kernel/event.ts';
import { type Seat, streamName } from '@turnward/shared/kernel/stream.ts';
import type { SpaceCommand } from '@turnward/shared/space/commands.ts';
import { decideSpace } from '@turnward/shared/space/decide.ts';
import type { SpaceEvent } from '@turnward/shared/space/events.ts';
import { evolveSpace } from '@turnward/shared/space/evolve.ts';
import type { SpaceRefusal } from '@turnward/shared/space/refusals.ts';
import { initialSpace, type SpaceState } from '@turnward/shared/space/state.ts';
import { expect } from 'vitest';
import { Log } from './spec-log.ts';
import { SPACE } from './spec-store.ts';
import { NOON } from './spec-talk.ts';

/** Given what happened, when this is asked, it records these events, or refuses and says why. */
type Then<Event, Reason extends string> = {
  /** Exactly these, in this order, words included. None: the wish is fulfilled already. */
  records(...drafts: Drafted<Event>[]): void;
  refuses(reason: Reason): void;
};

const judge = <Event, Reason extends string>(decision: Decision<Event, Reason>): Then<Event, Reason> => ({
  records: (...drafts) => expect(decision).toEqual(drafts),
  refuses: (reason) => expect(decision).toEqual({ refused: reason }),
});

/** `given(log)` where real commands led there, `given(guide, ...events)` where events alone say it best. */
export function given(past: Log | Guide, ...events: ConversationDraft[]) {
  const log = past instanceof Log ? past : new Log(past).record(events);
  return {
    when: (command: ConversationCommand, who: Seat | Asker, now?: number, here?: readonly Seat[]) =>
      judge<ConversationDraft['event'], ConversationRefusal>(log.decide(who, command, now, here)),
  };
}

/** A space that these events made, in this order. */
export const spaceOf = (...events: Drafted<SpaceEvent>[]): SpaceState =>
  events.reduce(
    (state, { event }, at) => evolveSpace(state, { stream: streamName('space', SPACE), seq: at + 1, at: NOON, event }),
    initialSpace,
  );

export const givenSpace = (...events: Drafted<SpaceEvent>[]) => ({
  when: (command: SpaceCommand, now = NOON) =>
    judge<SpaceEvent, SpaceRefusal>(decideSpace(spaceOf(...events), command, now)),
});
