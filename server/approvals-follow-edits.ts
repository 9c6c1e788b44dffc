import { storyWords } from '@turnward/shared/documents/story.ts';
import type { ReadDocument } from './between-lines.ts';
import type { Conversations } from './conversation/conversations.ts';
import type { RunCommand } from './conversation/run-command.ts';
import type { EditListener } from './documents/documents.ts';
import type { serialByKey } from './events/serial.ts';
import { newId } from './space/run-space-command.ts';

type Parts = {
  conversations: Conversations;
  read: ReadDocument;
  serial: ReturnType<typeof serialByKey>;
  run: RunCommand;
  failed: (error: unknown) => void;
};

/**
 * TU11. Whoever edits what both write together takes back, in their own name, the approvals of any other wording; where their
 * place was taken meanwhile, the next who edited. Looked at once for all edits that come while commands of that conversation
 * are on their way, and after those: an approval that was decided just before the edit is found, and one of the edited words
 * stays.
 */
export function approvalsFollowEdits({ conversations, read, serial, run, failed }: Parts): EditListener {
  /** By conversation: who has edited since it was looked at last, in that order. */
  const editors = new Map<string, Set<string>>();

  const look = async (conversationId: string, edited: ReadonlySet<string>): Promise<void> => {
    await serial(conversationId, async () => editors.delete(conversationId));
    const { state } = await conversations.load(conversationId);
    // Approvals also wait behind a step that was put in between.
    for (const { turn, approvals } of [state, ...(state.interrupted ? [state.interrupted] : [])]) {
      const approved = Object.values(approvals);
      if (!turn || approved.length === 0) continue;
      const { turnId } = turn;
      const now = await read(`story/${conversationId}`, (doc) => storyWords(doc, turnId).version);
      if (now === undefined || approved.every((version) => version === now)) continue;
      const command = { type: 'TakeBackApprovals', turnId } as const;
      for (const memberId of edited) {
        const reply = await run({ memberId, conversationId, commandId: newId(), command });
        if (reply.ok) break;
      }
    }
  };

  return (ref, memberId) => {
    if (ref.kind !== 'story') return;
    const known = editors.get(ref.conversationId);
    if (known) return void known.add(memberId);
    const edited = new Set([memberId]);
    editors.set(ref.conversationId, edited);
    look(ref.conversationId, edited).catch(failed);
  };
}
