import type { ConversationEvent, SpaceNotice } from './events.ts';

/** What must be destroyed when these events are recorded: every word of the conversation, or single ones in `talk`. */
export type Destroyed = 'everything' | { talkSeqs: number[] };

/** KP2. Words that are not kept are destroyed in the same step that records the decision, not some time later. */
export function destroyed(events: readonly (ConversationEvent | SpaceNotice)[]): Destroyed {
  const talkSeqs: number[] = [];
  for (const event of events) {
    if (event.type === 'ConversationEnded' && !event.kept) return 'everything';
    if (event.type === 'KeepingSettled' && !event.kept) return 'everything';
    if (event.type === 'KeepingSettled') talkSeqs.push(...event.omitted);
  }
  return { talkSeqs };
}
