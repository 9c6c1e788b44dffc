import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import type { Answer } from '../../space/doors.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Actions } from '../../ui/page.tsx';
import { changePin } from './app-lock.ts';
import { Refused } from './lock-screen.tsx';
import { wrongWith } from './pin.ts';
import { PinInput } from './pin-input.tsx';

type PinFormProps = { had: boolean; onDone: (done: 'set' | 'removed') => void };

/** LK5. Sets the first PIN, or another one, or takes it away. */
export function PinForm({ had, onDone }: PinFormProps) {
  const t = useText();
  const [current, setCurrent] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState<Extract<Answer<unknown>, { ok: false }> | null>(null);
  const { first, second } = wrongWith(pin, again);

  const change = async (next: string | null) => {
    if (asking) return;
    setAsking(true);
    setRefused(null);
    const answer = await changePin(next, current);
    setAsking(false);
    if (!answer.ok) return setRefused(answer);
    for (const empty of [setCurrent, setPin, setAgain]) empty('');
    onDone(next === null ? 'removed' : 'set');
  };
  return (
    <Form problems={[false, first ? t(first) : false, second ? t(second) : false]} onSubmit={() => void change(pin)}>
      {([, firstProblem, secondProblem]) => (
        <>
          {had && (
            <PinInput
              label={t('lock.pin.current')}
              hint={t('lock.pin.current.hint')}
              value={current}
              onText={setCurrent}
            />
          )}
          <PinInput
            label={t('lock.pin.new')}
            hint={t('lock.pin.new.hint')}
            problem={firstProblem}
            value={pin}
            onText={setPin}
          />
          <PinInput label={t('lock.pin.again')} problem={secondProblem} value={again} onText={setAgain} />
          <Refused refused={refused} />
          <Actions>
            <Button type="submit" kind="primary" aria-disabled={asking}>
              {t('lock.pin.save')}
            </Button>
            {had && (
              <Button kind="quiet" onClick={() => void change(null)}>
                {t('lock.remove')}
              </Button>
            )}
          </Actions>
        </>
      )}
    </Form>
  );
}
