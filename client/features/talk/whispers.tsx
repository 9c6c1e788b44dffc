import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { Lock } from 'lucide-react';
import type { FormEvent } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import '../../i18n/en-helpers.ts';
import { listed } from '../../i18n/listed.ts';
import { useText } from '../../i18n/text.ts';
import { helpersOf } from '../../room/in-the-room.ts';
import type { Whisper } from '../../room/whispers.ts';
import { Button } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { TextBox } from '../../ui/text-box.tsx';
import styles from './beside.module.css';
import { useWish } from './pause-wish.ts';
import type { Beside } from './use-beside.ts';
import { WhatIsSeen } from './what-is-seen.tsx';

/** In characters, as the rules have it. */
const LONGEST_WHISPER = 1000;

/** WH1. What I and the facilitators write to each other alone. */
export function Whispers({ conversation, beside }: { conversation: Conversation; beside: Beside }) {
  const t = useText();
  const { names, seat } = conversation;
  const who = { names: listed(helpersOf(conversation)), partner: names[otherSeat(seat)] };
  const { words } = beside;
  const text = words.trim();
  const { ask, busy, refusal } = useWish(conversation, () => beside.sent(text));
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text) ask({ type: 'Whisper', text });
  };
  return (
    <div className={styles.form} data-testid="whispers">
      <p className={styles.private}>
        <Lock size={18} aria-hidden="true" />
        {t('whisper.lead', who)}
      </p>
      {beside.whispers.length === 0 ? (
        <p>{t('whisper.none')}</p>
      ) : (
        <div role="log" aria-label={t('beside.title', who)}>
          <ol className={styles.whispers}>
            {beside.whispers.map((whisper) => (
              <Line key={whisper.seq} whisper={whisper} conversation={conversation} names={who.names} />
            ))}
          </ol>
        </div>
      )}
      <form className={styles.form} onSubmit={send} noValidate>
        <TextBox
          label={t('whisper.box', who)}
          max={LONGEST_WHISPER}
          rows={3}
          voice="ui"
          value={words}
          onText={beside.write}
        />
        <RefusalNotice refusal={refusal} />
        <Button kind="primary" type="submit" aria-disabled={busy || text === ''} data-testid="whisper-send">
          {t(busy ? 'talk.item.sending' : 'whisper.send', who)}
        </Button>
      </form>
      <WhatIsSeen conversation={conversation} />
    </div>
  );
}

type LineProps = { whisper: Whisper; conversation: Conversation; names: string };

function Line({ whisper: { from, text }, conversation: { people, seat }, names }: LineProps) {
  const t = useText();
  return (
    <li className={styles.whisper} data-testid="whisper" data-mine={from === null || undefined}>
      <p className={styles.from}>
        <Mark of={from === null ? seat : 'facilitator'} />
        {from === null ? t('whisper.mine', { names }) : t('whisper.from', { name: people[from] ?? '' })}
      </p>
      <p className={styles.words}>{text ?? t('talk.said.gone')}</p>
    </li>
  );
}
