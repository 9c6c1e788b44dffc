import { draftBox } from '@turnward/shared/documents/draft.ts';
import { documentName } from '@turnward/shared/documents/names.ts';
import { useLayoutEffect, useRef, useState } from 'react';
import type * as Y from 'yjs';
import type { Conversation } from '../../conversation/replica.ts';
import { useDocument } from '../../documents/replica.ts';
import { bindText } from '../../documents/text-binding.ts';
import { type Desk, useDesk } from './desk.ts';
import { flowIn, mirror, onceMayFlow } from './draft-flow.ts';

/**
 * My private draft: what I write is on all my devices and survives reload and restart, until it is shared. Draws nothing; in a
 * chunk of its own, since writing does not wait for it.
 */
export function DraftLine({ conversation }: { conversation: Conversation }) {
  const desk = useDesk();
  const { state, seat } = conversation;
  const document = useDocument(documentName({ kind: 'draft', conversationId: state.conversationId, seat }));
  const doc = useJoined(conversation, document?.phase === 'ready' ? document.doc : undefined);
  useFlow(conversation, doc);
  useBound(desk, doc);
  useLayoutEffect(() => {
    desk.say((doc && document?.saved) || 'not-saved');
  }, [desk, doc, document?.saved]);
  return null;
}

/** The document, once the words of this page may go into it; until then they stay in the page's memory and its boxes. */
function useJoined({ draft, caughtUp }: Conversation, doc: Y.Doc | undefined): Y.Doc | undefined {
  const [joined, setJoined] = useState<Y.Doc>();
  const before = useRef<Y.Doc>(undefined);
  useLayoutEffect(() => {
    if (before.current && before.current !== doc) draft.unkeep();
    before.current = doc;
    return doc && onceMayFlow(draft, caughtUp, () => setJoined(doc));
  }, [doc, draft, caughtUp]);
  return doc === joined ? doc : undefined;
}

/** Into the document and back again, while it is there. */
function useFlow(conversation: Conversation, doc: Y.Doc | undefined): void {
  const { draft } = conversation;
  useLayoutEffect(() => doc && mirror(doc, draft), [doc, draft]);
  useLayoutEffect(() => {
    if (doc) flowIn(doc, draft, (stepId) => isBeingGiven(conversation, stepId));
  });
}

function useBound(desk: Desk, doc: Y.Doc | undefined): void {
  useLayoutEffect(() => {
    if (!doc) return;
    return desk.bindWith(({ area, stepId, fieldId }) => bindText(area, draftBox(doc, stepId, fieldId)).unbind);
  }, [desk, doc]);
}

/** Whether the words of this step are on their way to being said. */
const isBeingGiven = ({ items, state }: Conversation, stepId: string): boolean =>
  stepId === state.turn?.stepId &&
  items.some(
    ({ type, turnId, state: sent }) => sent === 'sending' && type === 'Contribute' && turnId === state.turn?.turnId,
  );
