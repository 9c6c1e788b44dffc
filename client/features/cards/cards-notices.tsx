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
  talk,
}: {
  conversation: Conversation;
  document: DocumentState | null;
  talk: TextId | null;
}) {
  const t = useText();
  const { state } = conversation;
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

function cardsNotice({ state, guide }: Conversation, document: DocumentState | null): TextId | null {
  if (state.phase === 'ended') return null;
  if (!guide.cards) return 'cards.closed.gone';
  if (!document || document.phase === 'connecting') return 'cards.coming';
  if (document.phase === 'refused')
    return document.refusal === 'signedOut' ? 'refusal.signed-out' : 'cards.closed.gone';
  return document.access === 'read' && !state.pause ? 'cards.closed.read' : null;
}
