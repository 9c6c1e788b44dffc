import { openConversation } from '@turnward/shared/space/state.ts';
import { useText } from '../../i18n/text.ts';
import type { Space } from '../../space/replica.ts';
import { Columns, Main, Side } from '../../ui/columns.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { BackToCaseload } from './back-to-caseload.tsx';
import { partnersOf, pastTalks } from './couple-view.ts';
import { HomeworkCard } from './homework-card.tsx';
import { InviteObserver } from './invite-observer.tsx';
import { LeaveCouple } from './leave-couple.tsx';
import { MeetingCard } from './meeting-card.tsx';
import { NewTalk } from './new-talk.tsx';
import { PastTalks } from './past-talks.tsx';
import { PeopleCard } from './people-card.tsx';
import { ProcessNotes } from './process-notes.tsx';
import { TalkOn } from './talk-on.tsx';
import { useNames } from './use-names.ts';

/** Everything somebody needs for one couple, with their own notes apart from the couple's record. */
export function CoupleFile({ space, memberId }: { space: Space; memberId: string }) {
  const t = useText();
  const { state, spaceName } = space;
  const names = useNames()({ partners: partnersOf(space), spaceName });
  const talk = openConversation(state);
  const past = pastTalks(state, memberId).map(({ conversationId }) => conversationId);
  return (
    <Page title={names} lead={spaceName} width="wide">
      <BackToCaseload />
      {state.practice && (
        <Notice>
          <p>{t('couple.rehearsal')}</p>
        </Notice>
      )}
      <Columns>
        <Main>
          {talk ? <TalkOn talk={talk} /> : <NewTalk space={space} />}
          <PastTalks space={space} memberId={memberId} />
          <ProcessNotes spaceId={state.spaceId} memberId={memberId} except={past} />
        </Main>
        <Side>
          <PeopleCard space={space} memberId={memberId} />
          <MeetingCard space={space} />
          <HomeworkCard space={space} />
          {!state.practice && <InviteObserver space={space} />}
          <LeaveCouple space={space} memberId={memberId} names={names} />
        </Side>
      </Columns>
    </Page>
  );
}
