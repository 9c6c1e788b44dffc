import { LONGEST_BOX } from '@turnward/shared/documents/draft.ts';
import { storyWords } from '@turnward/shared/documents/story.ts';
import type { Step } from '@turnward/shared/guides/guide.ts';
import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { useRef } from 'react';
import type { Text } from 'yjs';
import type { Conversation } from '../../conversation/replica.ts';
import { selectionIn } from '../../documents/carets.ts';
import type { DocumentState } from '../../documents/document-state.ts';
import { useBoundText } from '../../documents/use-bound-text.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { CaretOver } from '../../ui/caret-over.tsx';
import { Chips } from '../../ui/chips.tsx';
import { SavedNote } from '../../ui/saved-note.tsx';
import { BoundBox } from '../../ui/text-box.tsx';
import styles from './composer.module.css';
import { putIn } from './starters.ts';
import { StoryAgreement } from './story-agreement.tsx';
import { storyView } from './story-view.ts';

export type StoryWordsProps = {
  conversation: Conversation;
  step: Step;
  turnId: string;
  document: DocumentState;
  text: Text;
};

/** The one box that both write in, the other’s caret in it by name, and agreeing to what stands there. */
export function StoryWords({ conversation, step, turnId, document, text }: StoryWordsProps) {
  const t = useText();
  const guideText = useGuideText();
  const { guide, state, seat, names } = conversation;
  const boxes = useRef<HTMLDivElement>(null);
  const bound = useBoundText(text, { onCaret: (caret) => document.look({ on: turnId, ...(caret && { caret }) }) });
  const other = otherSeat(seat);
  const name = names[other];
  const { access, saved } = document;
  const { text: words, version } = storyWords(document.doc, turnId);
  const max = step.fields[0]?.max ?? 0;
  const view = storyView(state, seat, { text: words, version, max, access, saved });
  const theirs = document.eyes.find(({ seat: of, on, caret }) => of === other && on === turnId && caret);
  const caret = theirs && selectionIn(text, theirs.caret);
  const put = (piece: string) => {
    const box = boxes.current?.querySelector('textarea');
    if (box && access === 'write') putIn(box, piece);
  };
  return (
    <>
      <div ref={boxes}>
        <BoundBox
          ref={bound.ref}
          label={t('talk.story.label')}
          words={bound.value}
          max={max}
          most={LONGEST_BOX}
          readOnly={access === 'read'}
          problem={view.closed === 'long' ? t('refusal.too-long') : undefined}
          over={caret && <CaretOver words={words} at={caret.head} of={other} name={name} />}
        />
      </div>
      <div className={styles.lines}>
        {words !== '' && <SavedNote saved={saved} />}
        {caret && (
          <p className={styles.state} data-testid="writes-too">
            {t('talk.story.here', { name })}
          </p>
        )}
      </div>
      {step.starters.length > 0 && (
        <Chips
          label={t('talk.starters')}
          chips={step.starters.map((starter, n) => guideText(guide.id, `${step.id}.starter.${n}`, starter))}
          onPick={put}
        />
      )}
      <StoryAgreement conversation={conversation} step={step} turnId={turnId} version={version} view={view} />
    </>
  );
}
