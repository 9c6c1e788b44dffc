import '../../i18n/en-shelter.ts';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import type { Answer } from '../../space/doors.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Form } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Actions, Page } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { unlock } from './app-lock.ts';
import { lockDoors } from './lock-doors.ts';
import { PinInput } from './pin-input.tsx';

/** LK2. In the place of everything that was on the screen: nothing of a person, a box for the PIN, and the ways out. */
export function LockScreen() {
  const t = useText();
  const [pin, setPin] = useState('');
  const [tries, setTries] = useState(0);
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState<Extract<Answer<null>, { ok: false }> | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useTitle();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try has an empty box of its own.
  useEffect(() => place.current?.querySelector('input')?.focus(), [tries]);

  const open = async () => {
    if (asking) return;
    setAsking(true);
    const answer = await unlock(pin);
    setAsking(false);
    if (answer.ok) return;
    setPin('');
    setRefused(answer);
    setTries(tries + 1);
  };
  return (
    <Frame>
      <Page title={t('lock.title')} lead={t('lock.lead')}>
        <div ref={place}>
          <Form key={tries} problems={[!pin && t('lock.pin.missing')]} onSubmit={() => void open()}>
            {([problem]) => (
              <>
                <PinInput label={t('lock.pin')} problem={problem} value={pin} onText={setPin} />
                <Refused refused={refused} />
                <Actions>
                  <Button type="submit" kind="primary" aria-disabled={asking}>
                    {t('lock.open')}
                  </Button>
                </Actions>
              </>
            )}
          </Form>
        </div>
        <Disclosure summary={t('lock.forgot')}>
          <p>{t('lock.forgot.about')}</p>
          <Actions>
            <Button onClick={() => void signOut()}>{t('lock.forgot.signOut')}</Button>
          </Actions>
        </Disclosure>
      </Page>
    </Frame>
  );
}

export function Refused({ refused }: { refused: Extract<Answer<unknown>, { ok: false }> | null }) {
  const t = useText();
  if (!refused?.until) return <RefusalNotice refusal={refused?.refusal} />;
  const minutes = Math.max(1, Math.ceil((refused.until - Date.now()) / 60_000));
  return (
    <Notice tone="attention" live>
      <p data-refusal={refused.refusal}>{t('lock.wait', { minutes })}</p>
    </Notice>
  );
}

/** LK6. A page of its own afterwards, so that nothing stays in this one’s memory. */
async function signOut(): Promise<void> {
  await lockDoors.leave();
  location.replace('/sign-in');
}
