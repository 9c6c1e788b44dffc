import { useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Mark, Marks } from '../../ui/mark.tsx';
import { saidWords } from './kind-words.ts';
import styles from './said.module.css';
import type { Exchange, Said } from './said-view.ts';

export type SaidLogProps = {
  conversation: Conversation;
  exchange: Exchange;
  /** Heavy words that this reader has opened, by seq. */
  opened: ReadonlySet<number>;
  onOpen: (seq: number) => void;
};

/** What was said in this exchange: the words that the present step answers to, and the earlier ones folded. */
export function SaidLog({ conversation, exchange, opened, onOpen }: SaidLogProps) {
  const t = useText();
  const { earlier, recent } = exchange;
  const last = recent.findLast(({ texts, seat }) => texts.length > 0 && seat !== conversation.seat);
  const words = (said: Said) => (
    <SaidWords
      key={said.seq}
      said={said}
      conversation={conversation}
      large={said === last}
      folded={said.heavy && said.seat !== conversation.seat && !opened.has(said.seq)}
      onOpen={() => onOpen(said.seq)}
    />
  );
  return (
    <div className={styles.said}>
      {earlier.length > 0 && (
        <Disclosure summary={t('talk.earlier', { count: earlier.length })}>{earlier.map(words)}</Disclosure>
      )}
      {/* A log speaks what is added to it, politely, and nothing that was there before. */}
      <div role="log" aria-label={t('talk.log')} className={styles.log}>
        {recent.map(words)}
      </div>
    </div>
  );
}

type SaidWordsProps = { said: Said; conversation: Conversation; large: boolean; folded: boolean; onOpen: () => void };

function SaidWords({ said, conversation, large, folded, onOpen }: SaidWordsProps) {
  const t = useText();
  const guideText = useGuideText();
  const { guide, seat, names } = conversation;
  const { step, texts, kind, choice } = said;
  const mine = said.seat === seat;
  const name = said.seat ? names[said.seat] : '';
  const chosen = step.choices.find(({ id }) => id === choice);
  const label = () => {
    if (said.seat === null) return t('talk.said.together');
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
        {(mine || said.seat === null) && <span className={styles.saved}>{t('talk.item.saved')}</span>}
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

/** Which heavy words this reader has opened. Known to nobody else (R8). */
export function useOpened(): [ReadonlySet<number>, (seq: number) => void] {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  return [opened, (seq) => setOpened(new Set(opened).add(seq))];
}
