import type { MadeInvite as Made } from '@turnward/shared/wire/doors.ts';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { CopyText } from '../../ui/copy-button.tsx';
import { MadeLink } from '../../ui/made-link.tsx';
import styles from './space.module.css';

/** What was just made. It is shown this once: the server keeps only a hash. */
export function MadeInvite({ invite }: { invite: Made }) {
  const t = useText();
  const times = useTimes();
  if (invite.via === 'link') {
    const until = t('invite.link.until', { moment: times.moment(invite.expiresAt) });
    return <MadeLink url={invite.url} label={t('invite.link.label')} qrLabel={t('invite.link.qr')} until={until} />;
  }
  return (
    <div className={styles.made} data-testid="made-code">
      <CopyText text={invite.code} label={t('invite.code.label')} code />
      <p>{t('invite.code.where', { address: `${location.host}/code` })}</p>
      <p className={styles.small}>{t('invite.code.until', { clock: times.clock(invite.expiresAt) })}</p>
    </div>
  );
}
