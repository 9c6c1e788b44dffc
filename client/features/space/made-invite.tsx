import type { Invite } from '@turnward/shared/wire/doors.ts';
import { Share2 } from 'lucide-react';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { Button } from '../../ui/button.tsx';
import { CopyText } from '../../ui/copy-button.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import styles from './space.module.css';

/** What was just made. It is shown this once: the server keeps only a hash. */
export function MadeInvite({ invite }: { invite: Invite }) {
  const t = useText();
  const times = useTimes();
  if (invite.via === 'code') {
    return (
      <div className={styles.made} data-testid="made-code">
        <CopyText text={invite.code} label={t('invite.code.label')} code />
        <p>{t('invite.code.where', { address: `${location.host}/code` })}</p>
        <p className={styles.small}>{t('invite.code.until', { clock: times.clock(invite.expiresAt) })}</p>
      </div>
    );
  }
  return (
    <div className={styles.made} data-testid="made-link">
      <QrCode text={invite.url} label={t('invite.link.qr')} />
      <CopyText text={invite.url} label={t('invite.link.label')} />
      {'share' in navigator && (
        <div>
          <Button kind="quiet" icon={<Share2 size={20} aria-hidden="true" />} onClick={() => share(invite.url)}>
            {t('invite.share')}
          </Button>
        </div>
      )}
      <p className={styles.small}>{t('invite.link.until', { moment: times.moment(invite.expiresAt) })}</p>
    </div>
  );
}

/** The link alone: no title and no text that says what it is for. Closing the device's own menu is not a fault. */
const share = (url: string): void => void navigator.share({ url }).catch(() => undefined);
