import '../../i18n/en-fit.ts';
import '../../i18n/en-guests.ts';
import { openConversation } from '@turnward/shared/space/state.ts';
import { useText } from '../../i18n/text.ts';
import type { Space } from '../../space/replica.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';
import { Columns, Main, Side } from '../../ui/columns.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Agreed } from './agreed.tsx';
import { Changes } from './changes.tsx';
import { ChooseTalk } from './choose-talk.tsx';
import { Devices } from './devices.tsx';
import { EndingSoon } from './ending-soon.tsx';
import { EntryRequests } from './entry-requests.tsx';
import { GuestRequests } from './guest-requests.tsx';
import { Guests } from './guests.tsx';
import { isComplete } from './guests-view.ts';
import { InvitePartner } from './invite-partner.tsx';
import { Meeting } from './meeting.tsx';
import { OpenTalk } from './open-talk.tsx';
import { OwnQuestions } from './own-questions.tsx';
import { People } from './people.tsx';

export function SpaceHome({ spaceId, space }: { spaceId: string; space: Space }) {
  const t = useText();
  const { state } = space;
  const open = openConversation(state);
  const complete = isComplete(state);
  return (
    <Page title={space.spaceName || t('space.title')} width="wide">
      {state.practice && <Notice>{t('space.practice')}</Notice>}
      <Columns>
        <Main>
          <EntryRequests space={space} />
          <GuestRequests space={space} />
          <EndingSoon space={space} />
          <OwnQuestions spaceId={spaceId} first={state.conversations.length === 0} />
          {open && <OpenTalk talk={open} />}
          {!complete && <InvitePartner spaceId={spaceId} space={space} />}
          {!open && <ChooseTalk spaceId={spaceId} space={space} complete={complete} />}
        </Main>
        <Side>
          <People space={space} />
          {complete && <Meeting space={space} />}
          {!state.practice && <Guests spaceId={spaceId} space={space} />}
          {complete && <Agreed space={space} />}
          <Changes space={space} />
          <Card labelledBy="kept">
            <h2 id="kept">{t('space.kept.title')}</h2>
            <p>{t('space.kept.lead')}</p>
            <div>
              <ButtonLink href={`/kept/${spaceId}`}>{t('space.kept.go')}</ButtonLink>
            </div>
          </Card>
          <Devices />
        </Side>
      </Columns>
    </Page>
  );
}
