import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { facilitatorsOf, guestOf } from '@turnward/shared/space/state.ts';
import { useId } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { listed } from '../../i18n/listed.ts';
import { useText } from '../../i18n/text.ts';
import { helpersOf } from '../../room/in-the-room.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './beside.module.css';
import { useWish } from './pause-wish.ts';

/** R16. What a facilitator can see and what not, and how they handle secrets; said to both before anything is whispered. */
export function WhatIsSeen({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const { space, people } = conversation;
  const names = listed(helpersOf(conversation));
  return (
    <>
      <Disclosure summary={t('see.title', { names })}>
        <div className={styles.sees}>
          <ul>
            <li>{t('see.talk')}</li>
            <li>{t('see.never')}</li>
            {facilitatorsOf(space).map((memberId) => {
              const name = people[memberId] ?? '';
              const secrets = guestOf(space, memberId)?.secrets;
              return (
                <li key={memberId}>
                  {t('see.whisper', { name })} {secrets && t(`see.secrets.${secrets}`, { name })}
                </li>
              );
            })}
          </ul>
        </div>
      </Disclosure>
      <ShowNumbers conversation={conversation} names={names} />
    </>
  );
}

/** WH3. Off until this partner wants it; back at any moment. */
function ShowNumbers({ conversation, names }: { conversation: Conversation; names: string }) {
  const t = useText();
  const id = useId();
  const { state, seat } = conversation;
  const { ask, busy, refusal } = useWish(conversation);
  const shared = state.asides[seat].sharesRatings;
  return (
    <div>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={shared}
          aria-describedby={id}
          aria-disabled={busy}
          onChange={() => ask({ type: 'ShareRatings', on: !shared })}
        />
        <span>{t('see.numbers', { names })}</span>
      </label>
      <p id={id} className={styles.note}>
        {t('see.numbers.hint', { partner: conversation.names[otherSeat(seat)] })}
      </p>
      <RefusalNotice refusal={refusal} />
    </div>
  );
}
