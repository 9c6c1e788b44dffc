import { stepById } from '@turnward/shared/guides/all-guides.ts';
import type { Step } from '@turnward/shared/guides/guide.ts';
import { Lock } from 'lucide-react';
import type { Conversation } from '../../conversation/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import styles from './composer.module.css';

/** What I wrote for myself earlier in this talk, at hand where I am to show some of it. Only I have it. */
export function OwnNotes({ conversation, step }: { conversation: Conversation; step: Step }) {
  const t = useText();
  const guideText = useGuideText();
  const { guide, own } = conversation;
  if (step.visibility !== 'pair' || step.fields.length === 0) return null;
  const notes = own.flatMap(({ event, words }) => {
    if (event.type !== 'Answered' || event.kind !== 'write_private') return [];
    const from = stepById(guide, event.stepId);
    return (from?.fields ?? []).flatMap(({ id, label }) => {
      const text = words?.text?.[id];
      return text ? [{ id, text, label: label ? guideText(guide.id, `${event.stepId}.field.${id}`, label) : '' }] : [];
    });
  });
  if (notes.length === 0) return null;
  return (
    <Disclosure
      summary={
        <>
          <Lock size={16} aria-hidden="true" style={{ display: 'inline' }} /> {t('talk.notes')}
        </>
      }
    >
      <dl className={styles.notes}>
        {notes.map(({ id, label, text }) => (
          <div key={id}>
            <dt className={styles.field}>{label}</dt>
            <dd className="words">{text}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
