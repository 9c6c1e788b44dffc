import '../../i18n/en-guests.ts';
import { openConversation } from '@turnward/shared/space/state.ts';
import { useText } from '../../i18n/text.ts';
import type { Space } from '../../space/replica.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';
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
import { People } from './people.tsx';
import styles from './space.module.css';
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
      <div className={styles.columns}>
        <div className={styles.main}>
          <EntryRequests space={space} />
          <GuestRequests space={space} />
          <EndingSoon space={space} />
          {open && <OpenTalk talk={open} />}
          {!complete && !over && <InvitePartner spaceId={spaceId} space={space} />}
          {over && <KeptTalks spaceId={spaceId} />}
          {!open && !over && <ChooseTalk space={space} complete={complete} />}
        </div>
        <div className={styles.side}>
          <People space={space} />
          {complete && <Meeting space={space} />}
          {!state.practice && !over && <Guests spaceId={spaceId} space={space} />}
          {(complete || over) && <Agreed space={space} />}
          <Changes space={space} />
          {!over && <KeptTalks spaceId={spaceId} />}
          <Devices />
          <Leaving space={space} />
        </div>
      </div>
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
