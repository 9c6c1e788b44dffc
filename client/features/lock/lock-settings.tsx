import '../../i18n/en-shelter.ts';
import { Lock } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { useMe } from '../../space/me.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Actions, Section } from '../../ui/page.tsx';
import { lockNow, lookForPin, useAppLock, usePageLocked } from './app-lock.ts';
import { PinForm } from './pin-form.tsx';

/** A PIN of one's own for this app, and locking at a press. Nothing where nobody is signed in, or while the page is locked. */
export function LockSettings() {
  const t = useText();
  const { pin } = useAppLock();
  const locked = usePageLocked();
  const member = useMe()?.member;
  const [done, setDone] = useState<'set' | 'removed' | null>(null);
  useEffect(() => void lookForPin(), []);
  if (locked || !member) return null;
  return (
    <Section title={t('lock.settings')}>
      <p>{t('lock.settings.about')}</p>
      {done && (
        <Notice tone="ok" live>
          <p>{t(`lock.done.${done}`)}</p>
        </Notice>
      )}
      {pin ? (
        <>
          <Actions>
            <Button icon={<Lock size={18} aria-hidden="true" />} onClick={lockNow}>
              {t('lock.now')}
            </Button>
          </Actions>
          <Disclosure summary={t('lock.change')}>
            <PinForm had onDone={setDone} />
          </Disclosure>
        </>
      ) : (
        <Disclosure summary={t('lock.set')}>
          <p>{t('lock.forgotten.about')}</p>
          <p>
            <Link href="/devices">{t('lock.wayBack')}</Link>
          </p>
          <PinForm had={false} onDone={setDone} />
        </Disclosure>
      )}
    </Section>
  );
}
