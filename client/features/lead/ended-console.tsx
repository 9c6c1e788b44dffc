import { anythingSaid } from '@turnward/shared/conversation/state.ts';
import { useEffect } from 'react';
import type { GuestRoom } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { Parked } from '../../room/parked.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Actions, Page } from '../../ui/page.tsx';
import { OwnNotes } from './own-notes.tsx';
import { forgetRoom } from './use-kept.ts';

/** After the end: how it ended, what became of the words, and what remains to be done. The record is the couple’s (ME8). */
export function EndedConsole({ room }: { room: GuestRoom }) {
  const t = useText();
  const { state } = room;
  const { spaceId, conversationId, ended } = state;
  useEffect(() => void forgetRoom(conversationId), [conversationId]);
  const how = ended?.reason ?? 'completed';
  const words = ended?.kept ? 'kept' : anythingSaid(state) ? 'destroyed' : 'nothing';
  return (
    <div data-testid="ended" data-how={how} data-words={words}>
      <Page title={t(`lead.ended.${how}`)} lead={t(`lead.ended.words.${words}`)}>
        {state.parked.length > 0 && <Parked room={room} />}
        <p>{t('lead.ended.aside')}</p>
        <Actions>
          <ButtonLink kind="primary" href={`/caseload/${spaceId}/note/${conversationId}`}>
            {t('lead.ended.note')}
          </ButtonLink>
          <ButtonLink href={`/caseload/${spaceId}`}>{t('lead.ended.couple')}</ButtonLink>
          <ButtonLink kind="quiet" href="/caseload">
            {t('lead.ended.caseload')}
          </ButtonLink>
        </Actions>
        <OwnNotes room={room} />
      </Page>
    </div>
  );
}
