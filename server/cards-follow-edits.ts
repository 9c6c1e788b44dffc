import { memberOf } from '@turnward/shared/space/state.ts';
import type { Conversations } from './conversation/conversations.ts';
import type { RunCommand } from './conversation/run-command.ts';
import type { EditListener } from './documents/documents.ts';
import { newId } from './space/run-space-command.ts';
import type { Spaces } from './space/spaces.ts';

type Parts = {
  conversations: Conversations;
  spaces: Spaces;
  run: RunCommand;
  failed: (error: unknown) => void;
};

/** FA3. Where a facilitator changes the coming cards of a talk that has begun, the talk says so, once in a turn. */
export function cardsFollowEdits({ conversations, spaces, run, failed }: Parts): EditListener {
  /** Who is being looked at: many edits of one person come at once. */
  const looking = new Set<string>();

  const look = async (conversationId: string, memberId: string): Promise<void> => {
    const { state } = await conversations.load(conversationId);
    if (state.phase !== 'live' || state.cardsChangedBy === memberId) return;
    const space = await spaces.load(state.spaceId);
    if (memberOf(space.state, memberId)?.role !== 'facilitator') return;
    await run({ memberId, conversationId, commandId: newId(), command: { type: 'NoteCards' }, as: 'server' });
  };

  return (ref, memberId) => {
    if (ref.kind !== 'deck') return;
    const who = `${ref.conversationId} ${memberId}`;
    if (looking.has(who)) return;
    looking.add(who);
    look(ref.conversationId, memberId)
      .catch(failed)
      .finally(() => looking.delete(who));
  };
}
