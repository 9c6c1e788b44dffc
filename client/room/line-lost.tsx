import { useEffect, useState } from 'react';
import type { GuestRoom } from '../conversation/room.ts';
import { useText } from '../i18n/text.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Actions } from '../ui/page.tsx';
import styles from './line-lost.module.css';

/** A line that comes back sooner than this was no interruption for anybody. In ms. */
const PATIENCE = 900;

/** Screen 12, for a guest: the line is gone, what was done is safe, and what can be tried. */
export function LineLost({ room: { connection, retry } }: { room: GuestRoom }) {
  const t = useText();
  const [lost, setLost] = useState(false);
  const gone = connection !== 'connected' && connection !== 'connecting';
  useEffect(() => {
    if (!gone) return setLost(false);
    const timer = setTimeout(() => {
      setLost(true);
      announce(t('talk.lost.announce'), 'assertive');
    }, PATIENCE);
    return () => clearTimeout(timer);
  }, [gone, t]);
  if (!gone || !lost) return null;
  const mends = connection === 'reconnecting' || connection === 'offline';
  return (
    <div className={styles.lost}>
      <Notice tone="attention">
        <div data-testid="line-lost" data-state={connection}>
          <p>
            <b>{t(`talk.lost.${connection}`)}</b> {mends && t('talk.lost.safe')}
          </p>
          <Actions>
            {mends && <Button onClick={retry}>{t('talk.lost.retry')}</Button>}
            {connection === 'old-version' && <Button onClick={() => location.reload()}>{t('talk.lost.reload')}</Button>}
          </Actions>
        </div>
      </Notice>
    </div>
  );
}
