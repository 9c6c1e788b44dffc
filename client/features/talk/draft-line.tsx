import { draftBox, LONGEST_BOX } from '@turnward/shared/documents/draft.ts';
import { documentName } from '@turnward/shared/documents/names.ts';
import { useLayoutEffect, useRef } from 'react';
import type * as Y from 'yjs';
import type { Conversation } from '../../conversation/replica.ts';
import { useDocument } from '../../documents/replica.ts';
import { bindText } from '../../documents/text-binding.ts';
import { type Desk, useDesk } from './desk.ts';
import { flowIn, mirror } from './draft-flow.ts';

/**
 * My private draft: what I write is on all my devices and survives reload and restart, until it is shared. Draws nothing; in a
 * chunk of its own, since writing does not wait for it.
 */
export function DraftLine({ conversation }: { conversation: Conversation }) {
  const desk = useDesk();
  const { state, seat } = conversation;
  const document = useDocument(documentName({ kind: 'draft', conversationId: state.conversationId, seat }));
  const doc = document?.phase === 'ready' ? document.doc : undefined;
  useFlow(conversation, doc);
  useBound(desk, doc);
  useLayoutEffect(() => {
    desk.say((doc && document?.saved) || 'not-saved');
  }, [desk, doc, document?.saved]);
  return null;
}

/** Into the document and back again, while it is there. */
function useFlow(conversation: Conversation, doc: Y.Doc | undefined): void {
  const { draft } = conversation;
  const before = useRef<Y.Doc>(undefined);
  useLayoutEffect(() => {
    if (before.current && before.current !== doc) draft.unkeep();
    before.current = doc;
    return doc && mirror(doc, draft);
  }, [doc, draft]);
  useLayoutEffect(() => {
    if (doc) flowIn(doc, draft, (stepId) => isBeingGiven(conversation, stepId));
  });
}

function useBound(desk: Desk, doc: Y.Doc | undefined): void {
  useLayoutEffect(() => {
    if (!doc) return;
    return desk.bindWith(
      ({ area, stepId, fieldId }) => bindText(area, draftBox(doc, stepId, fieldId), { max: LONGEST_BOX }).unbind,
    );
  }, [desk, doc]);
}

/** Whether the words of this step are on their way to being said. */
const isBeingGiven = ({ items, state }: Conversation, stepId: string): boolean =>
  stepId === state.turn?.stepId &&
  items.some(
    ({ type, turnId, state: sent }) => sent === 'sending' && type === 'Contribute' && turnId === state.turn?.turnId,
  );
