import '../../i18n/en-my-data.ts';
import type { DeviceLink } from '@turnward/shared/wire/doors.ts';
import { KeyRound, Smartphone } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { doors } from '../../space/doors.ts';
import { useDoor } from '../../space/use-door.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';
import { CopyText } from '../../ui/copy-button.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './space.module.css';

/** The same person elsewhere: on a phone now, or later by a way back that was kept. */
export function Devices() {
  const t = useText();
  const times = useTimes();
  return (
    <Card labelledBy="devices">
      <h2 id="devices">{t('devices.title')}</h2>
      <MakeLink
        lasting={false}
        title={t('devices.phone')}
        lead={t('devices.phone.lead')}
        make={t('devices.phone.make')}
        icon={<Smartphone size={20} aria-hidden="true" />}
      >
        {({ url, expiresAt }) => (
          <>
            <QrCode text={url} label={t('devices.phone.qr')} />
            <CopyText text={url} label={t('devices.phone.label')} />
            <p className={styles.small}>{t('devices.phone.until', { clock: times.clock(expiresAt) })}</p>
          </>
        )}
      </MakeLink>
      <MakeLink
        lasting
        title={t('devices.back')}
        lead={t('devices.back.lead')}
        make={t('devices.back.make')}
        icon={<KeyRound size={20} aria-hidden="true" />}
      >
        {({ url, expiresAt }) => (
          <>
            <CopyText text={url} label={t('devices.back.label')} />
            <p className={styles.small}>{t('devices.back.until', { date: times.date(expiresAt) })}</p>
          </>
        )}
      </MakeLink>
      <div>
        <ButtonLink kind="quiet" href="/my-data">
          {t('mydata.go')}
        </ButtonLink>
      </div>
      <p className={styles.link}>
        <Link href="/account">{t('settings.account')}</Link>
      </p>
    </Card>
  );
}

type MakeLinkProps = {
  lasting: boolean;
  title: string;
  lead: string;
  make: string;
  icon: ReactNode;
  children: (link: DeviceLink) => ReactNode;
};

function MakeLink({ lasting, title, lead, make, icon, children }: MakeLinkProps) {
  const [link, setLink] = useState<DeviceLink | null>(null);
  const door = useDoor(doors.makeDeviceLink, setLink);
  return (
    <div className={styles.link}>
      <div>
        <h3>{title}</h3>
        <p className={styles.muted}>{lead}</p>
      </div>
      <RefusalNotice refusal={door.refusal} />
      {link ? (
        <div className={styles.made}>{children(link)}</div>
      ) : (
        <div>
          <Button icon={icon} onClick={() => door.ask({ lasting })} aria-disabled={door.asking}>
            {make}
          </Button>
        </div>
      )}
    </div>
  );
}
