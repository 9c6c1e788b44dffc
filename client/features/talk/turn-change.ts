import type { Step } from '@turnward/shared/guides/guide.ts';
import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { useEffect, useRef } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { floorOf } from '../../room/floor-view.ts';
import { usePrompt } from '../../room/use-prompt.ts';
import { announce } from '../../ui/announce.ts';

/** Says each change of turn to screen readers; only "the floor is yours" interrupts. */
export function useTurnAnnounced(conversation: Conversation, step: Step): void {
  const { state, seat, names } = conversation;
  const t = useText();
  const { prompt } = usePrompt(conversation, step);
  const turnId = state.turn?.turnId;
  const said = useRef<string>(undefined);
  useEffect(() => {
    const before = said.current;
    said.current = turnId;
    const floor = floorOf(state, step, seat);
    if (!floor || !before || before === turnId) return;
    if (floor.kind === 'mine') announce(t('talk.announce.mine', { prompt }), 'assertive');
    else if (floor.kind === 'theirs') announce(t('talk.announce.theirs', { name: names[otherSeat(seat)] }));
    else announce(prompt);
  }, [turnId, state, step, seat, names, prompt, t]);
}
