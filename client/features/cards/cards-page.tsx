import { documentName } from '@turnward/shared/documents/names.ts';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { type NoConversation, useConversation, useGuestRoom } from '../../conversation/replica.ts';
import { useDocument } from '../../documents/replica.ts';
import { useText } from '../../i18n/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Frame } from '../../ui/frame.tsx';
import { lineWords } from '../../ui/line-words.ts';
import { Actions, Page } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useTitle } from '../../ui/use-title.ts';
import styles from './cards.module.css';
import { CardsNotices, placeOf } from './cards-notices.tsx';
import { talkNotice } from './cards-view.ts';
import { Deck } from './deck.tsx';
import type { CardsRoom } from './deck-part.ts';

/** The deck of one talk: its prompts to come, arranged by both or by whoever leads, and what each is ready for. */
export function CardsPage({ conversationId }: { conversationId: string }) {
  const conversation = useConversation(conversationId);
  useTitle();
  const room = useGuestRoom(conversationId);
  if (conversation.phase === 'ready') return <Cards conversation={conversation} />;
  if (room.phase === 'ready' && room.role === 'facilitator') return <Cards conversation={room} />;
  return <NoCards conversation={conversation} />;
}

function Cards({ conversation }: { conversation: CardsRoom }) {
  const t = useText();
  const [, go] = useLocation();
  const { connection, state, guide, send } = conversation;
  const { conversationId, phase } = state;
  const open = phase !== 'ended' && guide.cards !== undefined;
  const document = useDocument(open ? documentName({ kind: 'deck', conversationId }) : null);
  const talk = `/${placeOf(conversation)}/${conversationId}`;
  const [cameAt] = useState(phase);
  // What happened to the talk leads there itself: one way is enough.
  const leads = talkNotice(state, cameAt);
  const pause = () => {
    send({ type: 'Pause' });
    go(talk);
  };
  return (
    <Frame connection={lineWords(connection, t)} onPause={phase === 'live' ? pause : undefined}>
      <Page title={t('talk.cards')} lead={open && t('seat' in conversation ? 'cards.lead' : 'cards.guest.lead')}>
        <CardsNotices conversation={conversation} document={document} talk={leads} />
        {open && document?.phase === 'ready' && (
          <Deck conversation={conversation} document={document} guideCards={guide.cards ?? []} />
        )}
        {!leads && (
          <Actions>
            <span className={styles.back}>
              <ButtonLink kind="quiet" href={talk}>
                {t('cards.back')}
              </ButtonLink>
            </span>
          </Actions>
        )}
      </Page>
    </Frame>
  );
}

/** A talk that is still on its way here, or that this person can’t open. */
function NoCards({ conversation: { phase, connection, refusal } }: { conversation: NoConversation }) {
  const t = useText();
  return (
    <Frame connection={lineWords(connection, t)}>
      {phase === 'connecting' ? (
        <Page title={t('waiting.title')} lead={t(`talk.line.${connection}`)} />
      ) : (
        <Page title={t('talk.refused')}>
          <RefusalNotice refusal={refusal} />
          <Actions>
            <ButtonLink href="/">{t('missing.start')}</ButtonLink>
          </Actions>
        </Page>
      )}
    </Frame>
  );
}
