import { momentIn } from '@turnward/shared/conversation/rights.ts';
import { LONGEST_BOX } from '@turnward/shared/documents/draft.ts';
import { FEELING_WORDS } from '@turnward/shared/guides/feeling-words.ts';
import type { Field, Step } from '@turnward/shared/guides/guide.ts';
import { useCallback, useRef } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { Chips } from '../../ui/chips.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { BoundBox } from '../../ui/text-box.tsx';
import { type Missing, mostIn } from './answer-draft.ts';
import styles from './composer.module.css';
import { useDesk } from './desk.ts';
import { DraftNote } from './draft-note.tsx';
import { putIn } from './starters.ts';

type BoxesProps = { conversation: Conversation; step: Step; missing: Missing | null };

/** The boxes of a step, with starters and feeling words that put themselves in where the person last wrote. */
export function ComposerBoxes({ conversation, step, missing }: BoxesProps) {
  const t = useText();
  const guideText = useGuideText();
  const boxes = useRef<HTMLDivElement>(null);
  const last = useRef<HTMLTextAreaElement>(null);
  const [first] = step.fields;
  if (!first) return null;

  const put = (piece: string) => {
    const box = last.current?.isConnected ? last.current : boxes.current?.querySelector('textarea');
    if (box && !box.readOnly) putIn(box, piece);
  };
  return (
    <>
      {/* In the same column as everything of the step. */}
      <div ref={boxes} style={{ display: 'contents' }}>
        {step.fields.map((field) => (
          <DraftBox
            key={field.id}
            conversation={conversation}
            step={step}
            field={field}
            missing={missing}
            onFocus={(box) => {
              last.current = box;
            }}
          />
        ))}
      </div>
      {conversation.state.turn?.limit !== undefined && (
        <p className={styles.state} data-testid="limit">
          {t('talk.limit', { count: conversation.state.turn.limit })}
        </p>
      )}
      <DraftNote conversation={conversation} step={step} />
      {step.starters.length > 0 && (
        <Chips
          label={t('talk.starters')}
          chips={step.starters.map((starter, n) =>
            guideText(conversation.guide.id, `${step.id}.starter.${n}`, starter),
          )}
          onPick={put}
        />
      )}
      {step.actor !== 'both' && step.fields.some(({ required }) => required) && (
        <Disclosure summary={t('talk.feelings')}>
          <Chips
            label={t('talk.feelings')}
            chips={FEELING_WORDS.map((word) => t(`talk.feeling.${word}`))}
            onPick={put}
          />
        </Disclosure>
      )}
    </>
  );
}

type DraftBoxProps = BoxesProps & { field: Field; onFocus: (box: HTMLTextAreaElement) => void };

/** One box of a step, filled from my private draft. */
function DraftBox({ conversation, step, field, missing, onFocus }: DraftBoxProps) {
  const t = useText();
  const guideText = useGuideText();
  const desk = useDesk();
  const { guide, draft, state } = conversation;
  const place = useCallback(
    (area: HTMLTextAreaElement | null) => (area ? desk.place({ area, stepId: step.id, fieldId: field.id }) : undefined),
    [desk, step.id, field.id],
  );
  const problem = () => {
    if (missing?.what === 'long' && missing.fieldId === field.id) return t('refusal.too-long');
    return missing?.what === 'text' && missing.fieldId === field.id ? t('refusal.empty') : undefined;
  };
  return (
    <BoundBox
      ref={place}
      label={field.label ? guideText(guide.id, `${step.id}.field.${field.id}`, field.label) : t('talk.box.label')}
      hint={!field.required && step.atLeast === undefined ? t('talk.box.optional') : undefined}
      words={draft.get(step.id, field.id)}
      max={mostIn(field, state)}
      most={LONGEST_BOX}
      readOnly={momentIn(state) === 'held'}
      rows={step.fields.length > 1 || !field.required ? 2 : 4}
      problem={problem()}
      enterKeyHint="enter"
      onFocus={(event) => onFocus(event.currentTarget)}
    />
  );
}
