import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { CopyText } from '../../ui/copy-button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Actions } from '../../ui/page.tsx';
import type { Desk } from './desk.ts';

/** A line that comes back sooner than this was no interruption for anybody. In ms. */
const PATIENCE = 900;

/** Screen 12. What is saved, what is not yet, and that staying on this page is safe. */
export function LineBanner({ conversation, desk }: { conversation: Conversation; desk: Desk }) {
  const t = useText();
  const saved = useSyncExternalStore(desk.subscribe, desk.saved);
  const { connection, draft, items, retry } = conversation;
  const lost = useLasting(connection !== 'connected' && connection !== 'connecting');
  useEffect(() => {
    if (lost) announce(t('talk.lost.announce'), 'assertive');
  }, [lost, t]);
  if (!lost || connection === 'connected' || connection === 'connecting') return null;
  const unsaved = [
    ...items.filter(({ state }) => state === 'sending').flatMap(({ texts }) => texts),
    ...(saved === 'saved' ? [...draft.late(), ...draft.onlyHere()] : draft.unsent()).map(({ text }) => text),
  ];
  const mends = connection === 'reconnecting' || connection === 'offline';
  return (
    <Notice tone="attention">
      <div data-testid="line-lost" data-state={connection}>
        <p>
          <b>{t(`talk.lost.${connection}`)}</b> {mends && t('talk.lost.safe')}
        </p>
        <Disclosure summary={t('talk.lost.details')}>
          <p>{t('talk.lost.saved')}</p>
          {unsaved.length === 0 ? <p>{t('talk.lost.nothing')}</p> : <p>{t('talk.lost.unsaved')}</p>}
          {[...new Set(unsaved)].map((text) => (
            <CopyText key={text} text={text} label={t('talk.lost.words')} />
          ))}
        </Disclosure>
        <Actions>
          {mends && <Button onClick={retry}>{t('talk.lost.retry')}</Button>}
          {connection === 'old-version' && <Button onClick={() => location.reload()}>{t('talk.lost.reload')}</Button>}
        </Actions>
      </div>
    </Notice>
  );
}

/** True once something has been true for a while. */
function useLasting(now: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!now) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [now]);
  return lasting;
}
