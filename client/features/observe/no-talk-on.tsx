import { openConversation } from '@turnward/shared/space/state.ts';
import { useText } from '../../i18n/text.ts';
import { useSpace } from '../../space/replica.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Actions, Page } from '../../ui/page.tsx';
import { LeaveTalk } from './leave-talk.tsx';

/** Nothing is on. `over`: a talk has just ended here. The next one shows by itself; nobody is hurried. */
export function NoTalkOn({ spaceId, over = false }: { spaceId: string; over?: boolean }) {
  const t = useText();
  const { state, me } = useSpace(spaceId);
  const next = openConversation(state);
  return (
    <Page title={t(over ? 'observe.over' : 'observe.none')} lead={t('observe.none.lead')}>
      {next && (
        <Actions>
          <ButtonLink kind="primary" href={`/observe/${next.conversationId}`}>
            {t('observe.go')}
          </ButtonLink>
        </Actions>
      )}
      {me && <LeaveTalk spaceId={spaceId} memberId={me.memberId} />}
    </Page>
  );
}
