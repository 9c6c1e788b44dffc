import { openConversation } from '@turnward/shared/space/state.ts';
import { Redirect } from 'wouter';
import '../../i18n/en-helpers.ts';
import { useText } from '../../i18n/text.ts';
import { type Space, useSpace } from '../../space/replica.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Frame } from '../../ui/frame.tsx';
import { lineWords } from '../../ui/line-words.ts';
import { Actions, Page } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { NoTalkOn } from './no-talk-on.tsx';

/** Where an observer of a couple comes in: waits for the next talk, and leads into it once it is open. */
export function ObserveSpacePage({ spaceId }: { spaceId: string }) {
  const t = useText();
  const space = useSpace(spaceId);
  useTitle();
  const next = openConversation(space.state);
  if (space.phase === 'ready' && space.me && next) {
    return <Redirect to={`/observe/${next.conversationId}`} replace />;
  }
  return (
    <Frame connection={lineWords(space.connection, t)}>
      {space.phase === 'ready' && space.me ? <NoTalkOn spaceId={spaceId} /> : <NoSpace space={space} />}
    </Frame>
  );
}

function NoSpace({ space: { phase, refusal, connection } }: { space: Space }) {
  const t = useText();
  if (phase === 'connecting') return <Page title={t('waiting.title')} lead={t(`talk.line.${connection}`)} />;
  return (
    <Page title={t('space.closed.title')}>
      <RefusalNotice refusal={refusal ?? 'not-found'} />
      <Actions>
        <ButtonLink href="/">{t('missing.start')}</ButtonLink>
      </Actions>
    </Page>
  );
}
