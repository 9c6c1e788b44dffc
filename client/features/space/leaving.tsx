import '../../i18n/en-words.ts';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { refreshMe } from '../../space/me.ts';
import type { Space } from '../../space/replica.ts';
import { theTwo } from '../../space/the-two.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './consents.module.css';
import { DeleteSpace } from './delete-space.tsx';
import { Sure } from './sure.tsx';

/** ER6 to ER8. Leaving, having one's words destroyed, deleting all of it: each asked once, and each says what happens. */
export function Leaving({ space }: { space: Space }) {
  const t = useText();
  const [, navigate] = useLocation();
  const now = useNow();
  const [asked, setAsked] = useState<'leave' | 'erase' | 'delete'>();
  const [erase, setErase] = useState(false);
  const two = theTwo(space);
  if (!two) return null;
  const name = two.otherName;
  const common = { space, onClose: () => setAsked(undefined) };
  return (
    <Card tone="sunken" labelledBy="leaving">
      <h2 id="leaving">{t('leaving.title')}</h2>
      <p>{t('leaving.lead')}</p>
      <Disclosure summary={t('leaving.open')}>
        <div className={styles.wish}>
          {(['leave', 'erase', 'delete'] as const).map((what) => (
            <div key={what}>
              <Button onClick={() => setAsked(what)}>{t(`leaving.${what}`)}</Button>
            </div>
          ))}
        </div>
      </Disclosure>
      <Sure
        {...common}
        open={asked === 'leave'}
        title={t('leaving.leave.sure')}
        ways={[{ words: t('leaving.leave.do'), request: { type: 'LeaveSpace', erase }, danger: true }]}
        onDone={() => {
          void refreshMe();
          navigate('/', { replace: true });
        }}
      >
        <p>{t('leaving.leave.means')}</p>
        {two.other && <p>{t('leaving.leave.stays', { name })}</p>}
        <label className={styles.check}>
          <input type="checkbox" checked={erase} onChange={(event) => setErase(event.currentTarget.checked)} />
          <span>{t('leaving.leave.erase')}</span>
        </label>
      </Sure>
      <Sure
        {...common}
        open={asked === 'erase'}
        title={t('leaving.erase.sure')}
        ways={[{ words: t('leaving.erase.do'), request: { type: 'EraseWords' }, danger: true }]}
      >
        <p>{t('leaving.erase.means')}</p>
        {two.other && <p>{t('leaving.erase.stays', { name })}</p>}
      </Sure>
      <DeleteSpace {...common} open={asked === 'delete'} two={two} now={now} />
    </Card>
  );
}
