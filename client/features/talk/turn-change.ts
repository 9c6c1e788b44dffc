import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { useEffect, useRef } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { announce } from '../../ui/announce.ts';
import { floorOf } from './room-part.ts';

/** Says each change of turn to screen readers; only "the floor is yours" interrupts. */
export function useTurnAnnounced({ state, step, seat, names, guide }: Conversation): void {
  const t = useText();
  const guideText = useGuideText();
  const turnId = state.turn?.turnId;
  const said = useRef<string>(undefined);
  useEffect(() => {
    const before = said.current;
    said.current = turnId;
    const floor = step && floorOf(state, step, seat);
    if (!floor || !before || before === turnId) return;
    const prompt = guideText(guide.id, `${step.id}.prompt`, step.prompt);
    if (floor.kind === 'mine') announce(t('talk.announce.mine', { prompt }), 'assertive');
    else if (floor.kind === 'theirs') announce(t('talk.announce.theirs', { name: names[otherSeat(seat)] }));
    else announce(prompt);
  }, [turnId, state, step, seat, names, guide, t, guideText]);
}
