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
import { Leaving } from './leaving.tsx';
import { Meeting } from './meeting.tsx';
import { OpenTalk } from './open-talk.tsx';
import { OwnQuestions } from './own-questions.tsx';
import { People } from './people.tsx';
import { WhatEndsHere } from './what-ends-here.tsx';

export function SpaceHome({ spaceId, space }: { spaceId: string; space: Space }) {
  const t = useText();
  const { state } = space;
  const open = openConversation(state);
  const complete = isComplete(state);
  // ER6. Where a partner has left, nothing new begins.
  const over = state.left.length > 0;
  return (
    <Page title={space.spaceName || t('space.title')} width="wide">
      {state.practice && <Notice>{t('space.practice')}</Notice>}
      <WhatEndsHere space={space} />
      <Columns>
        <Main>
          <EntryRequests space={space} />
          <GuestRequests space={space} />
          <EndingSoon space={space} />
          {!over && <OwnQuestions spaceId={spaceId} first={state.conversations.length === 0} />}
          {open && <OpenTalk talk={open} />}
          {!complete && !over && <InvitePartner spaceId={spaceId} space={space} />}
          {over && <KeptTalks spaceId={spaceId} />}
          {!open && !over && <ChooseTalk spaceId={spaceId} space={space} complete={complete} />}
        </Main>
        <Side>
          <People space={space} />
          {complete && <Meeting space={space} />}
          {!state.practice && !over && <Guests spaceId={spaceId} space={space} />}
          {(complete || over) && <Agreed space={space} />}
          <Changes space={space} />
          {!over && <KeptTalks spaceId={spaceId} />}
          <Devices />
          <Leaving space={space} />
        </Side>
      </Columns>
    </Page>
  );
}

function KeptTalks({ spaceId }: { spaceId: string }) {
  const t = useText();
  return (
    <Card labelledBy="kept">
      <h2 id="kept">{t('space.kept.title')}</h2>
      <p>{t('space.kept.lead')}</p>
      <div>
        <ButtonLink href={`/kept/${spaceId}`}>{t('space.kept.go')}</ButtonLink>
      </div>
    </Card>
  );
}
