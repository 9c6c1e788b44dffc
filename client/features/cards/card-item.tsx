import type { Card } from '@turnward/shared/documents/deck.ts';
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { type CSSProperties, type SyntheticEvent, useId } from 'react';
import type { DocumentState } from '../../documents/document-state.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { CardMark } from './card-mark.tsx';
import { CardReword } from './card-reword.tsx';
import styles from './cards.module.css';
import { eyesOn, flawOf } from './cards-view.ts';
import type { CardsRoom } from './deck-part.ts';
import type { DragOrder } from './drag-order.ts';
import { Lookers } from './lookers.tsx';

export type CardItemProps = {
  conversation: CardsRoom;
  document: DocumentState;
  card: Card;
  words: string;
  index: number;
  count: number;
  writable: boolean;
  drag: DragOrder;
  rewording: boolean;
  onReword: (reword: boolean) => void;
  onMove: (index: number) => void;
  onAside: () => void;
  onLook: () => void;
};

/** One card: its words, who looks at it, what I say to it in private, and what can be done with it. */
export function CardItem(props: CardItemProps) {
  const { conversation, document, card, words, index, writable, drag, rewording, onLook } = props;
  const t = useText();
  const id = useId();
  const { state } = conversation;
  const dragged = drag.dragged?.cardId === card.cardId ? drag.dragged : null;
  const flaw = flawOf(card, words);
  const dealt = state.dealt.some(({ cardId }) => cardId === card.cardId);
  // DK2. What is done in private moves nobody's eyes: not that somebody marked a card either.
  const lookAt = ({ target }: SyntheticEvent) => (target as Element).closest('[data-private]') || onLook();
  return (
    <li
      className={styles.card}
      aria-labelledby={rewording ? undefined : id}
      aria-label={rewording ? words || t('cards.blank') : undefined}
      data-testid="card"
      data-card={card.cardId}
      data-dragged={dragged ? true : undefined}
      data-drop={dropAt(drag, index)}
      style={dragged ? ({ '--by': `${dragged.by}px` } as CSSProperties) : undefined}
      onFocus={lookAt}
      onPointerDown={lookAt}
    >
      <div className={styles.top}>
        {rewording ? (
          <CardReword
            conversation={conversation}
            document={document}
            card={card}
            words={words}
            onDone={() => props.onReword(false)}
          />
        ) : (
          <p id={id} className={styles.words}>
            {words || <span className={styles.note}>{t('cards.blank')}</span>}
          </p>
        )}
        {writable && !rewording && <Grip {...props} />}
      </div>
      {flaw === 'long' && <p className={styles.note}>{t('cards.long')}</p>}
      <Lookers of={othersOn(conversation, document, card.cardId)} conversation={conversation} />
      {dealt && <p className={styles.note}>{t('cards.asked')}</p>}
      {!dealt && !rewording && flaw === null && 'seat' in conversation && (
        <CardMark conversation={conversation} card={card} words={words} />
      )}
      {writable && !rewording && <Changes {...props} />}
    </li>
  );
}

function othersOn(conversation: CardsRoom, { eyes }: DocumentState, cardId: string): string[] {
  if ('seat' in conversation) return eyesOn(eyes, cardId, conversation.seat);
  return eyesOn(eyes, cardId, undefined).filter((memberId) => memberId !== conversation.memberId);
}

/** On which edge of this card the dragged one would come to stand. */
function dropAt({ dragged }: DragOrder, index: number): 'before' | 'after' | undefined {
  if (!dragged || dragged.to === dragged.from || index !== dragged.to) return undefined;
  return dragged.to < dragged.from ? 'before' : 'after';
}

function Grip({ card, words, index, drag }: CardItemProps) {
  const t = useText();
  return (
    <button
      type="button"
      className={styles.icon}
      data-grip
      aria-label={t('cards.drag', { words })}
      {...drag.handle(card.cardId, index)}
    >
      <GripVertical size={20} aria-hidden="true" />
    </button>
  );
}

function Changes({ words, index, count, onMove, onAside, onReword }: CardItemProps) {
  const t = useText();
  return (
    <div className={styles.changes}>
      <Button
        kind="quiet"
        data-control="reword"
        aria-label={t('cards.reword.label', { words })}
        onClick={() => onReword(true)}
      >
        {t('cards.reword')}
      </Button>
      <Button kind="quiet" aria-label={t('cards.aside.label', { words })} onClick={onAside}>
        {t('cards.aside')}
      </Button>
      <span className={styles.moves}>
        <button
          type="button"
          className={styles.icon}
          aria-label={t('cards.up.label', { words })}
          aria-disabled={index === 0}
          onClick={() => onMove(index - 1)}
        >
          <ArrowUp size={20} aria-hidden="true" />
        </button>
        <button
          type="button"
          className={styles.icon}
          aria-label={t('cards.down.label', { words })}
          aria-disabled={index === count - 1}
          onClick={() => onMove(index + 1)}
        >
          <ArrowDown size={20} aria-hidden="true" />
        </button>
      </span>
    </div>
  );
}
