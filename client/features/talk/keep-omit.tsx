import { useId } from 'react';
import { useText } from '../../i18n/text.ts';
import styles from './keep.module.css';
import type { OwnWords } from './keep-words.ts';

export type KeepOmitProps = {
  words: readonly OwnWords[];
  omit: ReadonlySet<number>;
  onOmit: (omit: ReadonlySet<number>) => void;
};

/** My own words one by one: what I leave out is destroyed even if the talk is kept (KP3). */
export function KeepOmit({ words, omit, onOmit }: KeepOmitProps) {
  const t = useText();
  const id = useId();
  if (words.length === 0) return null;
  const toggle = (seq: number) => {
    const next = new Set(omit);
    if (!next.delete(seq)) next.add(seq);
    onOmit(next);
  };
  return (
    <fieldset className={styles.omit} aria-describedby={id}>
      <legend>{t('closing.omit.title')}</legend>
      <p id={id} className={styles.about}>
        {t('closing.omit.about')}
      </p>
      <ul className={styles.words}>
        {words.map(({ seq, kind, text }) => (
          <li key={seq} className={styles.item} data-omitted={omit.has(seq) || undefined}>
            <p className={styles.kind}>{t(`kept.kind.${kind}`)}</p>
            {text.map((each) => (
              <p key={each} className={styles.said}>
                {each}
              </p>
            ))}
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={omit.has(seq)}
                onChange={() => toggle(seq)}
                aria-label={t('closing.omit.label', { words: text[0]?.slice(0, 60) ?? '' })}
              />
              <span>{t('closing.omit.leaveOut')}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
