import type { Step } from '@turnward/shared/guides/guide.ts';
import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import type { Conversation } from '../../conversation/replica.ts';
import { listed } from '../../i18n/listed.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { helpersOf } from '../../room/in-the-room.ts';
import { ScaleInput } from '../../ui/scale-input.tsx';
import type { Missing } from './answer-draft.ts';

/** The private numbers of a step (PR4), each with its ends in words. */
export function ComposerScales(props: { conversation: Conversation; step: Step; missing: Missing | null }) {
  const { conversation, step, missing } = props;
  const t = useText();
  const guideText = useGuideText();
  const { guide, draft, state, seat, names } = conversation;
  // WH3. Only how stirred up somebody is is ever shown to a facilitator.
  const shown = state.asides[seat].sharesRatings && step.scales.some(({ id }) => id === 'stirred');
  const who = { names: listed(helpersOf(conversation)), partner: names[otherSeat(seat)] };
  return step.scales.map(({ id, label }, place) => (
    <ScaleInput
      key={id}
      label={guideText(guide.id, `${step.id}.scale.${id}`, label)}
      low={t('talk.scale.low')}
      high={t('talk.scale.high')}
      value={draft.rating(step.id, id)}
      onValue={(value) => draft.rate(step.id, id, value)}
      {...(missing?.what === 'scale' && missing.scaleId === id
        ? { hint: t('talk.missing.scale') }
        : place === 0 && { hint: shown ? t('talk.scale.shown', who) : t('talk.scale.private') })}
    />
  ));
}
