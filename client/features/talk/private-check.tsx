import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { Lock } from 'lucide-react';
import { useId, useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { listed } from '../../i18n/listed.ts';
import { useText } from '../../i18n/text.ts';
import { helpersOf, leaderOf } from '../../room/in-the-room.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Actions } from '../../ui/page.tsx';
import styles from './beside.module.css';
import { checkedIn, type Who } from './beside-view.ts';
import { CheckForm } from './check-form.tsx';
import { NotSafe } from './not-safe.tsx';
import { ToldSoFar } from './told-so-far.tsx';

type Part = 'asking' | 'yes' | 'no';

/**
 * Screen 3, R15. Alone, safe to talk, and what somebody far away needs to know; each part is this partner's choice. Nothing is
 * sent before a button says so: after a “no”, nothing at all unless they want it told.
 */
export function PrivateCheck({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const id = useId();
  const { names, seat, aside, send } = conversation;
  const [part, setPart] = useState<Part>('asking');
  const helpers = helpersOf(conversation);
  const leader = leaderOf(conversation);
  const who: Who = { name: leader?.name ?? '', names: listed(helpers), partner: names[otherSeat(seat)] };
  const told = checkedIn(aside);
  const ask = () => setPart('asking');
  return (
    <Card tone="facilitator" labelledBy={id}>
      <h2 id={id}>{t('check.title')}</h2>
      <p className={styles.private}>
        <Lock size={18} aria-hidden="true" />
        {t('check.readers', who)}
      </p>
      {part === 'no' && (
        <NotSafe conversation={conversation} who={who} told={told} onBack={() => setPart('yes')} onTold={ask} />
      )}
      {part === 'yes' && <CheckForm send={send} who={who} told={told} onDone={ask} />}
      {part === 'asking' && told && (
        <ToldSoFar told={told} who={who} onYes={() => setPart('yes')} onNo={() => setPart('no')} />
      )}
      {part === 'asking' && !told && (
        <>
          <p>{t('check.alone')}</p>
          <Actions>
            <Button onClick={() => setPart('yes')} data-testid="check-yes">
              {t('check.yes')}
            </Button>
            <Button onClick={() => setPart('no')} data-testid="check-no">
              {t('check.no')}
            </Button>
          </Actions>
        </>
      )}
    </Card>
  );
}
