import type { GuestRoom } from '@turnward/shared/wire/doors.ts';
import { useText } from '../../i18n/text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { BackToCaseload } from './back-to-caseload.tsx';
import { ProcessNotes } from './process-notes.tsx';

/** While a couple has not confirmed yet, has frozen the membership or ended it: nothing of theirs, only one's own notes (NO2). */
export function OnlyNotes({ room, memberId }: { room: GuestRoom; memberId: string }) {
  const t = useText();
  const { spaceId, spaceName, standing } = room;
  const wrote = standing === 'frozen' || standing === 'ended';
  return (
    <Page title={spaceName} width="wide">
      <BackToCaseload />
      <Notice>
        <p>{t(`couple.standing.${standing}`)}</p>
      </Notice>
      {wrote && <ProcessNotes spaceId={spaceId} memberId={memberId} except={[]} />}
    </Page>
  );
}
