import { Suspense, useId } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { useActsAnnounced } from '../../room/acts-announced.ts';
import { helpersOf } from '../../room/in-the-room.ts';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { GatherBegin } from './gather-begin.tsx';
import { GatherPeople } from './gather-people.tsx';
import styles from './gathering.module.css';
import { lazily } from './lazily.ts';
import { LeadLost } from './lead-lost.tsx';
import { gateOf } from './led-view.ts';
import { NotToday } from './not-today.tsx';
import { SettleBreath } from './settle-breath.tsx';
import { TalkAhead } from './talk-ahead.tsx';
import type { Beside } from './use-beside.ts';

const WaitingRoom = lazily(() => import('./waiting-room.tsx').then((m) => m.WaitingRoom));
const WithHelpers = lazily(() => import('./with-helpers.tsx').then((m) => m.WithHelpers));

export type GatheringProps = { conversation: Conversation; beside: Beside };

/** Screen 5: today's talk, who is here, ready or not yet. Where somebody leads, each waits apart until they are let in (FA5). */
export function Gathering({ conversation, beside }: GatheringProps) {
  useActsAnnounced(conversation);
  const gate = gateOf(conversation.state, conversation.seat);
  if (gate !== 'waiting-room') return <Together conversation={conversation} beside={beside} />;
  return (
    <Suspense>
      <WaitingRoom conversation={conversation} beside={beside} />
    </Suspense>
  );
}

function Together({ conversation, beside }: GatheringProps) {
  const guideText = useGuideText();
  const { guide } = conversation;
  return (
    <Page title={guideText(guide.id, 'title', guide.title)} lead={guideText(guide.id, 'about', guide.about)}>
      <LeadLost conversation={conversation} />
      <GatherPeople conversation={conversation} />
      <GatherBegin conversation={conversation} />
      <TalkAhead conversation={conversation} />
      {helpersOf(conversation).length > 0 && (
        <Suspense>
          <WithHelpers conversation={conversation} beside={beside} />
        </Suspense>
      )}
      <Quiet />
      <NotToday conversation={conversation} />
    </Page>
  );
}

/** Something quiet to do while waiting. */
function Quiet() {
  const t = useText();
  const id = useId();
  return (
    <Card labelledBy={id}>
      <h2 id={id} className={styles.small}>
        {t('talk.gather.quiet')}
      </h2>
      <p>{t('talk.gather.quiet.words')}</p>
      <SettleBreath inSec={4} outSec={6} times={6} />
    </Card>
  );
}
