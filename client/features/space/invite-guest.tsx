import type { GuestRole, Role } from '@turnward/shared/kernel/stream.ts';
import type { MadeInvite } from '@turnward/shared/wire/doors.ts';
import { Eye, HeartHandshake } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { doors } from '../../space/doors.ts';
import type { Space } from '../../space/replica.ts';
import { useDoor } from '../../space/use-door.ts';
import { Button } from '../../ui/button.tsx';
import { MadeLink } from '../../ui/made-link.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { OpenInvites } from './open-invites.tsx';
import styles from './space.module.css';

const GUESTS: readonly Role[] = ['facilitator', 'observer'];
const ICONS = { facilitator: HeartHandshake, observer: Eye } as const;

/** A link for somebody who would accompany or observe. It only lets them ask: both partners confirm by name (ME1). */
export function InviteGuest({ spaceId, space }: { spaceId: string; space: Space }) {
  const t = useText();
  const times = useTimes();
  const [made, setMade] = useState<{ role: GuestRole; invite: Extract<MadeInvite, { via: 'link' }> }>();
  const door = useDoor(async (role: GuestRole) => {
    const answer = await doors.makeInvite(spaceId, { via: 'link', role });
    return answer.ok ? { ok: true as const, value: { role, invite: answer.value } } : answer;
  }, setMade);
  const gone = space.state.invites.some(
    ({ inviteId, status }) => inviteId === made?.invite.inviteId && status !== 'open',
  );
  const ask = (role: GuestRole) => {
    const Icon = ICONS[role];
    return (
      <div className={styles.inviteGuest}>
        <p id={`invite-${role}`} className={styles.muted}>
          {t(`guests.invite.${role}.about`)}
        </p>
        <div>
          <Button
            icon={<Icon size={20} aria-hidden="true" />}
            onClick={() => door.ask(role)}
            aria-disabled={door.asking}
            aria-describedby={`invite-${role}`}
          >
            {t(`guests.invite.${role}`)}
          </Button>
        </div>
        {made?.role === role && !gone && (
          <MadeLink
            url={made.invite.url}
            label={t(`guests.link.${role}`)}
            qrLabel={t('guests.link.qr')}
            until={t('invite.link.until', { moment: times.moment(made.invite.expiresAt) })}
          />
        )}
      </div>
    );
  };
  return (
    <>
      <p>{t('guests.invite.lead')}</p>
      <RefusalNotice refusal={door.refusal} />
      {ask('facilitator')}
      {ask('observer')}
      <OpenInvites space={space} roles={GUESTS} />
    </>
  );
}
