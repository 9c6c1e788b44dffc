import { openConversation } from '@turnward/shared/space/state.ts';
import { useText } from '../../i18n/text.ts';
import type { Space } from '../../space/replica.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ChooseTalk } from './choose-talk.tsx';
import { Devices } from './devices.tsx';
import { EntryRequests } from './entry-requests.tsx';
import { InvitePartner } from './invite-partner.tsx';
import { OpenTalk } from './open-talk.tsx';
import { People } from './people.tsx';
import styles from './space.module.css';

export function SpaceHome({ spaceId, space }: { spaceId: string; space: Space }) {
  const t = useText();
  const { state } = space;
  const open = openConversation(state);
  const complete = state.members.filter((member) => member.role === 'partner').length === 2;
  return (
    <Page title={space.spaceName || t('space.title')} width="wide">
      {state.practice && <Notice>{t('space.practice')}</Notice>}
      <div className={styles.columns}>
        <div className={styles.main}>
          <EntryRequests space={space} />
          {open && <OpenTalk talk={open} />}
          {!complete && <InvitePartner spaceId={spaceId} space={space} />}
          {!open && <ChooseTalk space={space} complete={complete} />}
        </div>
        <div className={styles.side}>
          <People space={space} />
          <Card labelledBy="kept">
            <h2 id="kept">{t('space.kept.title')}</h2>
            <p>{t('space.kept.lead')}</p>
            <div>
              <ButtonLink href={`/kept/${spaceId}`}>{t('space.kept.go')}</ButtonLink>
            </div>
          </Card>
          <Devices />
        </div>
      </div>
    </Page>
  );
}
