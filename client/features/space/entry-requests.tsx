import type { SpaceRequest } from '@turnward/shared/space/commands.ts';
import { useEffect } from 'react';
import { useText } from '../../i18n/text.ts';
import type { Space } from '../../space/replica.ts';
import { useSend } from '../../space/use-send.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';

/** Whoever came with the spoken code waits here until a member knows their name (SP3). */
export function EntryRequests({ space }: { space: Space }) {
  const waiting = space.state.requests.filter((request) => request.status === 'waiting');
  return waiting.map(({ requestId }) => (
    <EntryRequest key={requestId} requestId={requestId} name={space.requestNames[requestId]} send={space.send} />
  ));
}

type EntryRequestProps = { requestId: string; name: string | undefined; send: Space['send'] };

function EntryRequest({ requestId, name: given, send }: EntryRequestProps) {
  const t = useText();
  const name = given ?? t('request.unnamed');
  const { ask, refusal } = useSend(send);
  useEffect(() => announce(t('request.arrived', { name })), [t, name]);
  const answer = (type: Extract<SpaceRequest, { requestId: string }>['type']) => () => ask({ type, requestId });
  return (
    <Card tone="sunken" labelledBy={requestId}>
      <h2 id={requestId}>{t('request.title')}</h2>
      <p>{t('request.lead', { name })}</p>
      <RefusalNotice refusal={refusal} />
      <Actions>
        <Button kind="primary" onClick={answer('AdmitEntry')}>
          {t('request.admit', { name })}
        </Button>
        <Button kind="quiet" onClick={answer('DeclineEntry')}>
          {t('request.decline')}
        </Button>
      </Actions>
    </Card>
  );
}
