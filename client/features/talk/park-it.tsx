import { LONGEST_PARK_NOTE } from '@turnward/shared/conversation/park.ts';
import type { Step } from '@turnward/shared/guides/guide.ts';
import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { listed } from '../../i18n/listed.ts';
import { useText } from '../../i18n/text.ts';
import { helpersOf } from '../../room/in-the-room.ts';
import { Button } from '../../ui/button.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { TextBox } from '../../ui/text-box.tsx';
import { answerOf } from './answer-draft.ts';
import { useWish } from './pause-wish.ts';

type ParkItProps = { conversation: Conversation; step: Step; writes: boolean; onClose: () => void };

/**
 * What parking means, and a note for oneself (PK6). What stands in the box moves into the note, where nothing but words would leave
 * the box with it.
 */
export function ParkIt({ conversation, step, writes, onClose }: ParkItProps) {
  const t = useText();
  const { state, names, seat, draft } = conversation;
  const [moved] = useState(() => (writes ? wordsToMove(step, conversation) : ''));
  const [note, setNote] = useState(moved);
  const { ask, busy, refusal } = useWish(conversation, () => {
    if (moved) draft.clear(step.id);
  });
  const name = names[otherSeat(seat)];
  const helpers = helpersOf(conversation);
  const tooLong = note.length > LONGEST_PARK_NOTE;
  const park = () => {
    if (!state.turn || tooLong) return;
    ask({ type: 'ParkNews', turnId: state.turn.turnId, ...(note.trim() && { note }) });
  };
  return (
    <>
      <p>{t(writes ? 'park.write' : 'park.read', { name })}</p>
      <p>
        {t('park.seen')} {helpers.length > 0 && t('park.seen.helpers', { names: listed(helpers) })}
      </p>
      <TextBox
        label={t('park.note')}
        hint={t(moved ? 'park.note.moves' : 'park.note.hint')}
        value={note}
        onText={setNote}
        max={LONGEST_PARK_NOTE}
        rows={3}
      />
      <RefusalNotice refusal={refusal} />
      <Actions>
        <Button kind="primary" aria-disabled={busy || tooLong} onClick={park}>
          {t(busy ? 'park.doing' : 'park.do')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('park.not')}
        </Button>
      </Actions>
    </>
  );
}

/** Of a step for one alone: words that both write, or ratings beside them, stay where they are. */
const wordsToMove = (step: Step, { draft }: Conversation): string =>
  step.actor === 'both' || step.scales.length > 0 ? '' : Object.values(answerOf(step, draft).text ?? {}).join('\n\n');
