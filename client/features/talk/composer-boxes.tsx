import { FEELING_WORDS } from '@turnward/shared/guides/feeling-words.ts';
import type { Field, Step } from '@turnward/shared/guides/guide.ts';
import { useRef } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { Chips } from '../../ui/chips.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextBox } from '../../ui/text-box.tsx';
import type { Missing } from './answer-draft.ts';
import { insert } from './starters.ts';

type BoxesProps = { conversation: Conversation; step: Step; missing: Missing | null };

/** The boxes of a step, with starters and feeling words that put themselves in where the person last wrote. */
export function ComposerBoxes({ conversation, step, missing }: BoxesProps) {
  const t = useText();
  const guideText = useGuideText();
  const boxes = useRef(new Map<string, HTMLTextAreaElement>());
  const last = useRef<string>(undefined);
  const { guide, draft } = conversation;
  const [first] = step.fields;
  if (!first) return null;

  const put = (piece: string) => {
    const fieldId = last.current ?? first.id;
    const box = boxes.current.get(fieldId);
    const text = draft.get(step.id, fieldId);
    const placed = insert(text, piece, box?.selectionStart ?? text.length, box?.selectionEnd ?? text.length);
    draft.set(step.id, fieldId, placed.text);
    requestAnimationFrame(() => {
      box?.focus();
      box?.setSelectionRange(placed.caret, placed.caret);
    });
  };
  const problem = (field: Field) => {
    if (missing?.what === 'long' && missing.fieldId === field.id) return t('refusal.too-long');
    return missing?.what === 'text' && missing.fieldId === field.id ? t('refusal.empty') : undefined;
  };

  return (
    <>
      {step.fields.map((field) => (
        <TextBox
          key={field.id}
          ref={(box) => {
            if (box) boxes.current.set(field.id, box);
            else boxes.current.delete(field.id);
          }}
          label={field.label ? guideText(guide.id, `${step.id}.field.${field.id}`, field.label) : t('talk.box.label')}
          hint={!field.required && step.atLeast === undefined ? t('talk.box.optional') : undefined}
          value={draft.get(step.id, field.id)}
          max={field.max}
          rows={step.fields.length > 1 || !field.required ? 2 : 4}
          problem={problem(field)}
          enterKeyHint="enter"
          onFocus={() => {
            last.current = field.id;
          }}
          onText={(text) => draft.set(step.id, field.id, text)}
        />
      ))}
      {step.starters.length > 0 && (
        <Chips
          label={t('talk.starters')}
          chips={step.starters.map((starter, n) => guideText(guide.id, `${step.id}.starter.${n}`, starter))}
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
