import { rememberNote } from '@turnward/shared/documents/notes.ts';
import { useEffect } from 'react';
import { useDocument } from '../../documents/replica.ts';

type Remembered = { spaceId: string; memberId: string; conversationId: string; openedAt: number | undefined };

/** Notes the way to this progress note among the process notes, for when the couple's talks are not open any more (NO2). */
export function useRemembered({ spaceId, memberId, conversationId, openedAt }: Remembered): void {
  const document = useDocument(`notes/${spaceId}/${memberId}`);
  const doc = document?.phase === 'ready' && document.access === 'write' ? document.doc : undefined;
  useEffect(() => {
    if (doc && openedAt !== undefined) rememberNote(doc, conversationId, openedAt);
  }, [doc, conversationId, openedAt]);
}
