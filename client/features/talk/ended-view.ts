import type { TalkEvent } from '@turnward/shared/conversation/events.ts';
import type { ConversationState } from '@turnward/shared/conversation/state.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';

/** What the plain end says of a talk. */
export type EndedView = {
  how: 'completed' | 'stopped' | 'put-off';
  /** `nothing`: nobody had said anything that could be kept or destroyed. */
  words: 'kept' | 'destroyed' | 'nothing';
  /** What both agreed to do next, where those words were kept. */
  plan: string | undefined;
};

/** Screen 13. */
export function endedView(
  state: Pick<ConversationState, 'ended' | 'authors' | 'agreed'>,
  talk: readonly Recorded<TalkEvent>[],
): EndedView {
  const said = Object.keys(state.authors).length > 0 || state.agreed.length > 0;
  return {
    how: state.ended?.reason ?? 'completed',
    words: state.ended?.kept ? 'kept' : said ? 'destroyed' : 'nothing',
    plan: planOf(talk),
  };
}

function planOf(talk: readonly Recorded<TalkEvent>[]): string | undefined {
  const agreed = new Set(talk.flatMap(({ event }) => (event.type === 'Approved' ? [event.seq] : [])));
  const plan = talk.findLast(
    ({ seq, event }) => agreed.has(seq) && event.type === 'Contributed' && event.kind === 'plan',
  );
  return plan?.words?.text?.text;
}
