import { Share2 } from 'lucide-react';
import { useText } from '../i18n/text.ts';
import { Button } from './button.tsx';
import { CopyText } from './copy-button.tsx';
import styles from './made-link.module.css';
import { QrCode } from './qr-code.tsx';

export type MadeLinkProps = {
  url: string;
  /** Names the link, and its QR code, to screen readers. */
  label: string;
  qrLabel: string;
  /** How long it holds. */
  until: string;
};

/** A one-time link that was just made, to hand on: scanned, copied, or sent. It is shown this once. */
export function MadeLink({ url, label, qrLabel, until }: MadeLinkProps) {
  const t = useText();
  return (
    <div className={styles.made} data-testid="made-link">
      <QrCode text={url} label={qrLabel} />
      <CopyText text={url} label={label} />
      {'share' in navigator && (
        <div>
          <Button kind="quiet" icon={<Share2 size={20} aria-hidden="true" />} onClick={() => share(url)}>
            {t('invite.share')}
          </Button>
        </div>
      )}
      <p className={styles.until}>{until}</p>
    </div>
  );
}

/** The link alone: no title and no text that says what it is for. Closing the device's own menu is not a fault. */
const share = (url: string): void => void navigator.share({ url }).catch(() => undefined);
