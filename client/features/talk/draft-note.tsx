import type { Step } from '@turnward/shared/guides/guide.ts';
import { useSyncExternalStore } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { SavedNote } from '../../ui/saved-note.tsx';
import { useDesk } from './desk.ts';

/** One quiet line under the boxes: where what is written there is, and that nobody else sees it. */
export function DraftNote({ conversation, step }: { conversation: Conversation; step: Step }) {
  const t = useText();
  const desk = useDesk();
  const saved = useSyncExternalStore(desk.subscribe, desk.saved);
  if (!conversation.draft.unsent().some(({ stepId, late }) => stepId === step.id && !late)) return null;
  const words = t(step.visibility === 'self' ? 'talk.draft.saved.self' : 'talk.draft.saved');
  return <SavedNote saved={saved} words={words} />;
}
