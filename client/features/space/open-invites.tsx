import type { Role } from '@turnward/shared/kernel/stream.ts';
import type { Invite } from '@turnward/shared/space/state.ts';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import type { Space } from '../../space/replica.ts';
import { useSend } from '../../space/use-send.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './space.module.css';

/** Invitations of these kinds that still open the door, whoever made them; either can take one back. */
export function OpenInvites({ space, roles }: { space: Space; roles: readonly Role[] }) {
  const t = useText();
  const times = useTimes();
  const now = useNow();
  const { ask, refusal } = useSend(space.send);
  const open = space.state.invites.filter(
    ({ status, role, expiresAt }) => status === 'open' && roles.includes(role) && expiresAt > now,
  );
  if (open.length === 0) return null;
  const holds = ({ role, via, expiresAt }: Invite) => {
    if (via === 'code') return t('invite.open.code', { clock: times.clock(expiresAt) });
    const moment = times.moment(expiresAt);
    return role === 'partner' ? t('invite.open.link', { moment }) : t(`invite.open.${role}`, { moment });
  };
  const revoke = async (inviteId: string) => {
    const reply = await ask({ type: 'RevokeInvite', inviteId });
    if (reply.ok) announce(t('invite.revoked'));
  };
  return (
    <Disclosure summary={`${t('invite.open')} (${open.length})`}>
      <RefusalNotice refusal={refusal} />
      <ul className={styles.invites}>
        {open.map((invite) => (
          <li key={invite.inviteId}>
            <span id={invite.inviteId}>{holds(invite)}</span>
            <Button onClick={() => revoke(invite.inviteId)} aria-describedby={invite.inviteId}>
              {t('invite.revoke')}
            </Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
