import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { partnerIn } from '@turnward/shared/space/state.ts';
import type { Conversation } from '../../conversation/replica.ts';
import '../../i18n/en-helpers.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { leaderOf } from '../../room/in-the-room.ts';
import { PeopleList } from '../../room/people-list.tsx';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { Beside } from './beside.tsx';
import { NotToday } from './not-today.tsx';
import { PrivateCheck } from './private-check.tsx';
import { SettleLibrary } from './settle-library.tsx';
import { TalkAhead } from './talk-ahead.tsx';
import type { Beside as BesideState } from './use-beside.ts';
import { WhatIsSeen } from './what-is-seen.tsx';

export type WaitingRoomProps = { conversation: Conversation; beside: BesideState };

/** FA5. A room of one's own before the talk: what there is to tell, something quiet to do, and nobody else. */
export function WaitingRoom({ conversation, beside }: WaitingRoomProps) {
  const t = useText();
  const guideText = useGuideText();
  const { guide, names, seat, space } = conversation;
  const who = { name: leaderOf(conversation)?.name ?? '', partner: names[otherSeat(seat)] };
  return (
    <div data-testid="waiting-room">
      <Page title={t('wait.title')} lead={t('wait.lead', { ...who, talk: guideText(guide.id, 'title', guide.title) })}>
        <PrivateCheck conversation={conversation} />
        <Beside conversation={conversation} beside={beside} />
        <div>
          <WhatIsSeen conversation={conversation} />
        </div>
        <Card tone="sunken">
          <SettleLibrary title={t('wait.settle')} />
        </Card>
        <PeopleList room={conversation} reader={partnerIn(space, seat)?.memberId} />
        <TalkAhead conversation={conversation} />
        <NotToday conversation={conversation} />
      </Page>
    </div>
  );
}
