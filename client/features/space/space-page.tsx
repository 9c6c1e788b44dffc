import { useEffect } from 'react';
import { Redirect } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { pageOf, refreshMe, useGuestIn } from '../../space/me.ts';
import { useSpace } from '../../space/replica.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Actions, Page } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { connectionWords } from './connection-words.ts';
import { SpaceHome } from './space-home.tsx';

/** The home of a couple: who is here, inviting, choosing a talk, devices. Its title in the tab is neutral (R6). */
export function SpacePage({ spaceId }: { spaceId: string }) {
  const t = useText();
  const space = useSpace(spaceId);
  const guestIn = useGuestIn(spaceId);
  useTitle();
  const closed = space.phase === 'refused';
  // What this person belongs to has changed: the start page must not lead here again.
  useEffect(() => {
    if (closed) void refreshMe();
  }, [closed]);
  // A guest's way in is another page; whoever waits for both to confirm them reads nothing of the space (ME1).
  if (guestIn) return <Redirect to={pageOf(guestIn)} replace />;
  return (
    <Frame connection={space.phase === 'refused' ? undefined : connectionWords(space.connection, t)}>
      {space.phase === 'connecting' && <Page key="connecting" title={t('waiting.title')} />}
      {space.phase === 'refused' && (
        <Page key="refused" title={t(space.refusal === 'signed-out' ? 'space.signedOut.title' : 'space.closed.title')}>
          <RefusalNotice refusal={space.refusal} />
          <Actions>
            <ButtonLink href="/">{t('missing.start')}</ButtonLink>
          </Actions>
        </Page>
      )}
      {space.phase === 'ready' && <SpaceHome key="home" spaceId={spaceId} space={space} />}
    </Frame>
  );
}
