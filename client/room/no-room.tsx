import type { GuestRole } from '@turnward/shared/kernel/stream.ts';
import type { GuestRoom, NoConversation } from '../conversation/room.ts';
import { useText } from '../i18n/text.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Actions, Page } from '../ui/page.tsx';
import { RefusalNotice } from '../ui/refusal.tsx';

export type NoRoomProps = { room: GuestRoom | NoConversation; conversationId: string };

/** A talk that is still on its way here, that this person may not see, or that they see from another place than this page. */
export function NoRoom({ room, conversationId }: NoRoomProps) {
  const t = useText();
  const elsewhere = room.phase === 'ready' ? room.role : room.sitsElsewhere;
  if (room.phase === 'connecting') {
    return <Page title={t('waiting.title')} lead={t(`talk.line.${room.connection}`)} />;
  }
  return (
    <Page title={t(elsewhere ? 'room.elsewhere' : 'talk.refused')}>
      {room.phase === 'refused' && !elsewhere && <RefusalNotice refusal={room.refusal} />}
      <Actions>
        {elsewhere ? (
          <ButtonLink kind="primary" href={`/${PLACE[elsewhere]}/${conversationId}`}>
            {t('room.elsewhere.go')}
          </ButtonLink>
        ) : (
          <ButtonLink href="/">{t('missing.start')}</ButtonLink>
        )}
      </Actions>
    </Page>
  );
}

const PLACE: Record<'partner' | GuestRole, string> = { partner: 'talk', facilitator: 'lead', observer: 'observe' };
