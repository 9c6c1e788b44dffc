import { facilitatorsOf, openConversation } from '@turnward/shared/space/state.ts';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { useSpace } from '../../space/replica.ts';
import { useSend } from '../../space/use-send.ts';
import { Frame } from '../../ui/frame.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';

/** Once both scripted partners have confirmed, opens the talk and leads into the console. */
export function OpenRehearsal({ spaceId, guideId }: { spaceId: string; guideId: string }) {
  const t = useText();
  const [, navigate] = useLocation();
  const space = useSpace(spaceId);
  const asked = useRef(false);
  const { ask, refusal } = useSend(space.send);
  const talk = openConversation(space.state)?.conversationId;
  const ready = space.phase === 'ready' && facilitatorsOf(space.state).length > 0;
  useEffect(() => {
    if (!ready || talk !== undefined || asked.current) return;
    asked.current = true;
    void ask({ type: 'OpenConversation', guideId, first: 'a' });
  });
  useEffect(() => {
    if (talk !== undefined) navigate(`/lead/${talk}`, { replace: true });
  }, [talk, navigate]);
  return (
    <Frame>
      <Page title={t('waiting.title')}>
        <RefusalNotice refusal={refusal} />
      </Page>
    </Frame>
  );
}
