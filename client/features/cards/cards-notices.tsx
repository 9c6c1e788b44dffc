import { useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import type { DocumentState } from '../../documents/document-state.ts';
import { type TextId, useText } from '../../i18n/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './cards.module.css';

/** What changed around the cards, in one calm line. Nobody is taken anywhere while they write. */
export function CardsNotices({
  conversation,
  document,
}: {
  conversation: Conversation;
  document: DocumentState | null;
}) {
  const t = useText();
  const { state } = conversation;
  const [cameAt] = useState(state.phase);
  const talk = talkNotice(conversation, cameAt);
  const cards = cardsNotice(conversation, document);
  return (
    <>
      {talk && (
        <Notice live>
          <div className={styles.notice}>
            <p data-testid="talk-notice">{t(talk)}</p>
            <ButtonLink kind={talk === 'cards.began' ? 'primary' : 'secondary'} href={`/talk/${state.conversationId}`}>
              {t('cards.go')}
            </ButtonLink>
          </div>
        </Notice>
      )}
      {cards && (
        <Notice>
          <p data-testid="cards-notice">{t(cards)}</p>
        </Notice>
      )}
    </>
  );
}

function talkNotice({ state }: Conversation, cameAt: string): TextId | null {
  if (state.phase === 'ended') return 'cards.ended';
  if (state.pause) return 'cards.paused';
  return state.phase === 'live' && cameAt === 'gathering' ? 'cards.began' : null;
}

function cardsNotice({ state, guide }: Conversation, document: DocumentState | null): TextId | null {
  if (state.phase === 'ended') return null;
  if (!guide.cards) return 'cards.closed.gone';
  if (!document || document.phase === 'connecting') return 'cards.coming';
  if (document.phase === 'refused')
    return document.refusal === 'signedOut' ? 'refusal.signed-out' : 'cards.closed.gone';
  return document.access === 'read' && !state.pause ? 'cards.closed.read' : null;
}
