import type { Guide, Step } from '@turnward/shared/guides/guide.ts';
import type { Words } from '@turnward/shared/kernel/event.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import styles from './transcript.module.css';

export type TranscriptWordsProps = { guide: Guide; step: Step | undefined; words: Words | undefined };

/** The words of one answer: each box under its label, and numbers where they are the reader's own. */
export function TranscriptWords({ guide, step, words }: TranscriptWordsProps) {
  const t = useText();
  const g = useGuideText();
  const labelOf = (kind: 'field' | 'scale', id: string): string | undefined => {
    const label = step?.[kind === 'field' ? 'fields' : 'scales'].find((each) => each.id === id)?.label;
    return step && label ? g(guide.id, `${step.id}.${kind}.${id}`, label) : undefined;
  };
  return (
    <>
      {Object.entries(words?.text ?? {}).map(([id, text]) => (
        <div key={id}>
          {labelOf('field', id) && <p className={styles.label}>{labelOf('field', id)}</p>}
          <p className={styles.words}>{text}</p>
        </div>
      ))}
      {Object.entries(words?.scales ?? {}).map(([id, value]) => (
        <p key={id}>{t('kept.number', { label: labelOf('scale', id) ?? t('pause.return.scale'), value })}</p>
      ))}
    </>
  );
}
