import { type ReactNode, useId } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';
import { Actions } from '../../ui/page.tsx';
import styles from './gathering.module.css';

/** The way to the cards of this talk. Looking at them is an offer: it can begin without. */
export function CardsAhead({ conversation, children }: { conversation: Conversation; children?: ReactNode }) {
  const t = useText();
  const id = useId();
  return (
    <Card labelledBy={id}>
      <h2 id={id} className={styles.small}>
        {t('talk.cards')}
      </h2>
      <p>{t('talk.cards.about')}</p>
      {children}
      <Actions>
        <ButtonLink href={`/talk/${conversation.state.conversationId}/cards`}>{t('talk.cards.look')}</ButtonLink>
      </Actions>
    </Card>
  );
}
