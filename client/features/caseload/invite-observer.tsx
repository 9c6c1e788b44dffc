import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { doors } from '../../space/doors.ts';
import type { Space } from '../../space/replica.ts';
import { useDoor } from '../../space/use-door.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { MadeLink } from '../../ui/made-link.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './couple.module.css';

/** A link for a supervisor or trainee, who reads along once both partners have said yes (ME1, ME5). */
export function InviteObserver({ space }: { space: Space }) {
  const t = useText();
  const times = useTimes();
  const [made, setMade] = useState<{ inviteId: string; url: string; expiresAt: number } | null>(null);
  const door = useDoor(doors.makeInvite<{ via: 'link'; role: 'observer' }>, setMade);
  const { spaceId, invites } = space.state;
  const gone = invites.some(({ inviteId, status }) => inviteId === made?.inviteId && status !== 'open');
  return (
    <Card labelledBy="observer">
      <h2 id="observer">{t('couple.observer')}</h2>
      <p className={styles.muted}>{t('couple.observer.lead')}</p>
      {made && !gone && (
        <MadeLink
          url={made.url}
          label={t('couple.observer.label')}
          qrLabel={t('couple.observer.qr')}
          until={t('invite.link.until', { moment: times.moment(made.expiresAt) })}
        />
      )}
      <RefusalNotice refusal={door.refusal} />
      <div>
        <Button onClick={() => door.ask(spaceId, { via: 'link', role: 'observer' })} aria-disabled={door.asking}>
          {t('couple.observer.make')}
        </Button>
      </div>
    </Card>
  );
}
