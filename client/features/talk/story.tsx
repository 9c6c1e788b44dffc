import { documentName } from '@turnward/shared/documents/names.ts';
import { storyText } from '@turnward/shared/documents/story.ts';
import type { Step } from '@turnward/shared/guides/guide.ts';
import type { Conversation } from '../../conversation/replica.ts';
import { useDocument } from '../../documents/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { usePrompt } from '../../room/use-prompt.ts';
import { Notice } from '../../ui/notice.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './composer.module.css';
import { StepHead } from './step-head.tsx';
import { StoryWords } from './story-words.tsx';

/** TU10. Words that both write in one text. In a chunk of its own: only these steps need the line of edits to be answered. */
export function Story({ conversation, step }: { conversation: Conversation; step: Step }) {
  const t = useText();
  const guideText = useGuideText();
  const { prompt } = usePrompt(conversation, step);
  const { guide, state } = conversation;
  const document = useDocument(documentName({ kind: 'story', conversationId: state.conversationId }));
  const { turn } = state;
  if (!turn) return null;
  return (
    <div className={styles.composer} data-testid="story">
      <StepHead title={prompt} hint={step.hint && guideText(guide.id, `${step.id}.hint`, step.hint)} />
      {document?.phase === 'ready' ? (
        <StoryWords
          conversation={conversation}
          step={step}
          turnId={turn.turnId}
          document={document}
          text={storyText(document.doc, turn.turnId)}
        />
      ) : document?.phase === 'refused' ? (
        <RefusalNotice refusal={document.refusal === 'signedOut' ? 'signed-out' : 'unavailable'} />
      ) : (
        <Notice>{t('talk.story.coming')}</Notice>
      )}
    </div>
  );
}
