import type { Seat } from '@turnward/shared/kernel/stream.ts';
import type { ReactNode } from 'react';
import type { Room } from '../conversation/room.ts';
import { useGuideText, useText } from '../i18n/text.ts';
import { Button } from '../ui/button.tsx';
import { Mark, Marks } from '../ui/mark.tsx';
import { saidWords } from './kind-words.ts';
import styles from './said.module.css';
import type { Said } from './said-view.ts';

export type SaidWordsProps = {
  said: Said;
  room: Room;
  reader: Seat | undefined;
  large: boolean;
  folded: boolean;
  onOpen: () => void;
  children?: ReactNode;
};

/** One thing that was said: by whom, in which way, and the words. */
export function SaidWords({ said, room, reader, large, folded, onOpen, children }: SaidWordsProps) {
  const t = useText();
  const guideText = useGuideText();
  const { guide, names } = room;
  const { step, texts, kind, choice } = said;
  const mine = said.seat !== null && said.seat === reader;
  const name = said.seat ? names[said.seat] : '';
  const chosen = step.choices.find(({ id }) => id === choice);
  const label = () => {
    if (said.seat === null) return t(reader ? 'talk.said.together' : 'talk.said.together.guest');
    if (said.passed) return t(mine ? 'talk.said.me.passed' : 'talk.said.passed', { name });
    return t(saidWords(kind, mine), { name });
  };
  return (
    <article
      className={styles.entry}
      data-seat={said.seat ?? 'both'}
      data-kind={kind}
      data-large={large || undefined}
      data-brief={texts.length === 0 || undefined}
    >
      <p className={styles.who}>
        {said.seat ? <Mark of={said.seat} /> : <Marks />}
        <span>{label()}</span>
        {reader && (mine || said.seat === null) && <span className={styles.saved}>{t('talk.item.saved')}</span>}
      </p>
      {folded ? (
        <div className={styles.folded} data-testid="folded">
          <p>{t('talk.heavy', { name })}</p>
          <Button kind="primary" onClick={onOpen}>
            {t('talk.heavy.open')}
          </Button>
        </div>
      ) : (
        <>
          {texts.map(({ fieldId, text }) => (
            <div key={fieldId}>
              {texts.length > 1 && <p className={styles.field}>{fieldLabel(fieldId)}</p>}
              <p className={styles.words}>{text}</p>
            </div>
          ))}
          {chosen && isAnswer(said) && (
            <p className={styles.words}>{guideText(guide.id, `${step.id}.choice.${chosen.id}`, chosen.label)}</p>
          )}
          {said.gone && <p>{t('talk.said.gone')}</p>}
        </>
      )}
      {children}
    </article>
  );

  function fieldLabel(fieldId: string): string {
    const field = step.fields.find(({ id }) => id === fieldId);
    return field?.label ? guideText(guide.id, `${step.id}.field.${fieldId}`, field.label) : '';
  }
}

/** A choice that says something, as opposed to the button that sent the words. */
const isAnswer = ({ step, texts, choice }: Said): boolean =>
  texts.length === 0 ||
  (step.choices.length > 1 && !step.fields.some(({ required }) => required) && choice !== undefined);
