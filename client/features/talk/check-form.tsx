import type { CheckIn } from '@turnward/shared/conversation/commands.ts';
import { type FormEvent, useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { type TextId, useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './beside.module.css';
import type { Who } from './beside-view.ts';
import { useFocusOnArrival } from './pause-part.tsx';
import { useWish } from './pause-wish.ts';

type Box = Exclude<keyof CheckIn, 'alone'>;

/** Each with why it is asked; each may stay empty. */
const BOXES = [
  { box: 'location', label: 'check.location', why: 'check.location.why' },
  { box: 'phone', label: 'check.phone', why: 'check.phone.why' },
  { box: 'contact', label: 'check.contact', why: 'check.contact.why' },
  { box: 'pauseWord', label: 'check.pauseWord', why: 'check.pauseWord.why' },
] as const satisfies { box: Box; label: TextId; why: TextId }[];

const EMPTY: Record<Box, string> = { location: '', phone: '', contact: '', pauseWord: '' };

/** In characters, as the rules have it. */
const LONGEST = 200;

export type CheckFormProps = {
  send: Conversation['send'];
  who: Who;
  told: CheckIn | undefined;
  onDone: () => void;
};

/** WH2. What somebody far away needs to know, if this partner wants them to. */
export function CheckForm({ send, who, told, onDone }: CheckFormProps) {
  const t = useText();
  const lead = useFocusOnArrival<HTMLParagraphElement>(true);
  const [boxes, setBoxes] = useState<Record<Box, string>>(told ?? EMPTY);
  const { ask, busy, refusal } = useWish({ send }, onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { location, phone, contact, pauseWord } = boxes;
    ask({ type: 'CheckIn', alone: true, location, phone, contact, pauseWord });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate data-testid="check-form">
      <p ref={lead} tabIndex={-1}>
        {t('check.lead')}
      </p>
      {BOXES.map(({ box, label, why }) => (
        <TextInput
          key={box}
          label={t(label)}
          hint={t(why, who)}
          value={boxes[box]}
          onText={(text) => setBoxes({ ...boxes, [box]: text })}
          problem={boxes[box].length > LONGEST ? t('refusal.too-long') : undefined}
          autoComplete="off"
          type={box === 'phone' ? 'tel' : 'text'}
        />
      ))}
      <RefusalNotice refusal={refusal} />
      <Actions>
        <Button kind="primary" type="submit" aria-disabled={busy} data-testid="check-send">
          {t(busy ? 'talk.item.sending' : 'check.send', who)}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t(told ? 'check.leave' : 'check.skip')}
        </Button>
      </Actions>
    </form>
  );
}
