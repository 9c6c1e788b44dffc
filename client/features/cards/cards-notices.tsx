import type { DocumentState } from '../../documents/document-state.ts';
import { type TextId, useText } from '../../i18n/text.ts';
import { leaderOf } from '../../room/in-the-room.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './cards.module.css';
import type { CardsRoom } from './deck-part.ts';

/** What changed around the cards, in one calm line. Nobody is taken anywhere while they write. */
export function CardsNotices({
  conversation,
  document,
  talk,
}: {
  conversation: CardsRoom;
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
            <ButtonLink
              kind={talk === 'cards.began' ? 'primary' : 'secondary'}
              href={`/${placeOf(conversation)}/${state.conversationId}`}
            >
              {t('cards.go')}
            </ButtonLink>
          </div>
        </Notice>
      )}
      {cards && (
        <Notice>
          <p data-testid="cards-notice">{t(cards, { name: leaderOf(conversation)?.name ?? '' })}</p>
        </Notice>
      )}
    </>
  );
}

/** Where the talk itself is for whoever reads here. */
export const placeOf = (conversation: CardsRoom): 'talk' | 'lead' => ('seat' in conversation ? 'talk' : 'lead');

function cardsNotice({ state, guide }: CardsRoom, document: DocumentState | null): TextId | null {
  if (state.phase === 'ended') return null;
  if (!guide.cards) return 'cards.closed.gone';
  if (!document || document.phase === 'connecting') return 'cards.coming';
  if (document.phase === 'refused')
    return document.refusal === 'signedOut' ? 'refusal.signed-out' : 'cards.closed.gone';
  if (document.access !== 'read' || state.pause) return null;
  return state.lead && !state.lead.lost ? 'cards.closed.led' : 'cards.closed.read';
}
