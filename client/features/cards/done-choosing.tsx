import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { useId } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useSteadyPress } from '../../ui/steady-press.ts';
import styles from './cards.module.css';
import { useCommand } from './use-command.ts';

/** DK2, DK3. Saying that I am done choosing, and taking it back. The other learns this and nothing else; nobody is hurried. */
export function DoneChoosing({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const id = useId();
  const { state, seat, names } = conversation;
  const { ask, asking, refusal } = useCommand(conversation);
  const mine = state.marking[seat];
  const steady = useSteadyPress(String(mine));
  const name = names[otherSeat(seat)];
  const shut = asking || state.pause !== null || state.phase === 'ended';
  return (
    <Card labelledBy={id}>
      <h2 id={id} className={styles.small}>
        {t('cards.done.title')}
      </h2>
      <p>{t('cards.done.words', { name })}</p>
      {state.overlap && <p>{t('cards.done.again')}</p>}
      <div aria-live="polite">
        {state.marking[otherSeat(seat)] && <p data-testid="they-are-done">{t('cards.done.theirs', { name })}</p>}
        {mine && <p data-testid="i-am-done">{t('cards.done.mine', { name })}</p>}
      </div>
      <RefusalNotice refusal={refusal} />
      <Actions>
        <Button
          kind={mine || state.overlap ? 'secondary' : 'primary'}
          aria-disabled={shut}
          onClick={() => steady(() => shut || ask({ type: 'FinishMarking', done: !mine }))}
          data-testid="done"
        >
          {t(mine ? 'cards.done.undo' : 'cards.done')}
        </Button>
      </Actions>
    </Card>
  );
}
