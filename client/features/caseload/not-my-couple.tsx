import { useText } from '../../i18n/text.ts';
import type { GuestRooms } from '../../space/guest-rooms.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Actions, Page } from '../../ui/page.tsx';

/** For whoever is no facilitator of this couple: a partner is shown the way home, nobody is told anything else (PR6). */
export function NotMyCouple({ known, spaceId }: { known: GuestRooms; spaceId: string }) {
  const t = useText();
  const accompanies = known.phase === 'ready' && known.rooms.length > 0;
  if (known.phase === 'unreachable') return <Page title={t('caseload.title')} lead={t('refusal.unavailable')} />;
  return (
    <Page title={t('couple.notMine')} lead={t('couple.notMine.lead')}>
      <Actions>
        {accompanies && (
          <ButtonLink kind="primary" href="/caseload">
            {t('couple.back')}
          </ButtonLink>
        )}
        <ButtonLink kind={accompanies ? 'quiet' : 'primary'} href={`/space/${spaceId}`}>
          {t('couple.toRoom')}
        </ButtonLink>
      </Actions>
    </Page>
  );
}
