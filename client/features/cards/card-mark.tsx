import type { Card } from '@turnward/shared/documents/deck.ts';
import { Check, Lock } from 'lucide-react';
import { useId } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './cards.module.css';
import { myMark } from './cards-view.ts';
import { useMark } from './use-mark.ts';

const CHOICES = [
  { mark: 'ready', ready: true, label: 'cards.ready' },
  { mark: 'not-yet', ready: false, label: 'cards.notYet' },
] as const;

/** DK1, DK2. What I say to this wording, for myself alone. Both answers weigh the same. */
export function CardMark({ conversation, card, words }: { conversation: Conversation; card: Card; words: string }) {
  const t = useText();
  const id = useId();
  const { state, seat } = conversation;
  const { choose, wish, refusal } = useMark(conversation);
  const { cardId, version } = card;
  const chosen = wish?.version === version ? (wish.ready ? 'ready' : 'not-yet') : myMark(state, seat, card);
  return (
    <fieldset
      className={styles.mark}
      disabled={state.pause !== null}
      data-private
      data-testid="mark"
      data-mark={chosen}
    >
      <legend>
        <Lock size={16} aria-hidden="true" />
        {t('cards.private')}
        <span className="visually-hidden">: {words}</span>
      </legend>
      {chosen === 'reworded' && <p className={styles.note}>{t('cards.reworded')}</p>}
      <div className={styles.choices}>
        {CHOICES.map((choice) => (
          <label key={choice.mark} className={styles.choice}>
            <input
              type="radio"
              name={id}
              checked={chosen === choice.mark}
              onChange={() => choose({ cardId, version, ready: choice.ready })}
            />
            <span>
              <Check size={16} aria-hidden="true" />
              {t(choice.label)}
            </span>
          </label>
        ))}
      </div>
      <RefusalNotice refusal={refusal} />
    </fieldset>
  );
}
