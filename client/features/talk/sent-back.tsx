import { partnerIn } from '@turnward/shared/space/state.ts';
import type { Conversation } from '../../conversation/replica.ts';
import '../../i18n/en-helpers.ts';
import { useText } from '../../i18n/text.ts';
import { leaderOf } from '../../room/in-the-room.ts';
import { PeopleList } from '../../room/people-list.tsx';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { Beside } from './beside.tsx';
import { SettleLibrary } from './settle-library.tsx';
import type { Beside as BesideState } from './use-beside.ts';

/** FA6. The waiting room in the middle of a talk: away from what is said there, and nothing lost. */
export function SentBack({ conversation, beside }: { conversation: Conversation; beside: BesideState }) {
  const t = useText();
  const { space, seat } = conversation;
  return (
    <div data-testid="sent-back">
      <Page title={t('wait.title')} lead={t('wait.back', { name: leaderOf(conversation)?.name ?? '' })}>
        <Card tone="sunken">
          <SettleLibrary title={t('wait.settle')} />
        </Card>
        <Beside conversation={conversation} beside={beside} />
        <PeopleList room={conversation} reader={partnerIn(space, seat)?.memberId} />
      </Page>
    </div>
  );
}
